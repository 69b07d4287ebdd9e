"""The last steps of every way to sign in: the security code where the person has a second factor, then the session."""

import datetime
from typing import cast

from django.contrib import auth
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from partnerships import queries_sign_in
from partnerships.access import second_factor
from partnerships.access.lock_out import TooMany
from partnerships.access.signed_in import note_way
from partnerships.actions.record_sign_in import record_sign_in
from partnerships.models import User
from svduty import clock
from svduty.browser_words import in_words

BACKEND = "django.contrib.auth.backends.ModelBackend"
HALF_IN = "half_signed_in"
HALF_IN_MINUTES = 10


def where_to(request: HttpRequest, *, otherwise: str = "home") -> str:
    """The page of ours that the person wanted, else the one of the route `otherwise`."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if ours and not wanted.startswith(reverse("sign_in")) else reverse(otherwise)


def let_in(request: HttpRequest, person: User, *, way: str, where: str, second_factor_shown: bool) -> HttpResponse:
    """Sign the person in, or first ask for the security code of somebody who has a second factor."""
    if second_factor_shown or not second_factor.has_one(person):
        return open_session(request, person, way=way, where=where, second_factor_shown=second_factor_shown)
    request.session.cycle_key()
    request.session[HALF_IN] = {
        "person": person.pk,
        "way": way,
        "where": where,
        "password": person.get_session_auth_hash(),
        "until": (clock.now() + datetime.timedelta(minutes=HALF_IN_MINUTES)).isoformat(),
    }
    return redirect("sign_in_code")


def half_in(request: HttpRequest) -> tuple[User, str, str] | None:
    """Who has shown their first factor here a moment ago, by which way, and where they want to go."""
    kept = request.session.get(HALF_IN)
    if not kept or datetime.datetime.fromisoformat(kept["until"]) < clock.now():
        return None
    person = queries_sign_in.active_person(kept["person"])
    if person is None or person.get_session_auth_hash() != kept["password"]:
        return None
    return person, kept["way"], kept["where"]


def open_session(request: HttpRequest, person: User, *, way: str, where: str, second_factor_shown: bool) -> HttpResponse:
    """Begin a session under a new key, and go on."""
    request.session.pop(HALF_IN, None)
    record_sign_in(person, way=way)
    auth.login(request, person, backend=BACKEND)
    browser = in_words(request.headers.get("User-Agent", ""))
    note_way(request.session, way=way, browser=browser, second_factor=second_factor_shown)
    return redirect(where)


def session_key(request: HttpRequest) -> str:
    return cast(str, request.session.session_key)


def say_when(response: HttpResponse, refused: TooMany) -> HttpResponse:
    """429, with the seconds to wait for programs."""
    response.status_code = 429
    response.headers["Retry-After"] = str(max(1, int((refused.until - clock.now()).total_seconds())))
    return response
