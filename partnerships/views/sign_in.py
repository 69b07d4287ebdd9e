"""Signing in with a password and a security code, signing out, and changing the password."""

import logging
from typing import Any, cast

from django.contrib import auth, messages
from django.contrib.auth import update_session_auth_hash
from django.contrib.auth.forms import SetPasswordForm
from django.contrib.auth.views import PasswordChangeView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse, reverse_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from partnerships import queries
from partnerships.access import lock_out, second_factor, single_sign_on
from partnerships.access.client_address import client_address
from partnerships.access.guards import needs, open_before_second_factor
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.lock_sign_in import lock_codes, lock_password
from partnerships.actions.record_sign_in import record_recovery_code, record_sign_out
from partnerships.actions.set_password import set_password
from partnerships.forms.second_factor import CodeForm, refusal
from partnerships.forms.sign_in import WRONG, ChangePasswordForm, SignInForm
from partnerships.models import User
from partnerships.views.letting_in import half_in, let_in, open_session, say_when, where_to

logger = logging.getLogger(__name__)


@needs(Permission.PUBLIC)
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """An unknown address, a wrong password and a person who may no longer sign in get the same answer, after the same work."""
    where = where_to(request)
    if request.user.is_authenticated:
        return redirect(where)
    form = SignInForm(request.POST or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        address = form.cleaned_data["username"]
        try:
            tried = lock_out.take(lock_out.password_of(address), client_address(request))
        except lock_out.TooMany as too_many:
            refused = too_many
            form.add_error(None, refusal(refused, "password"))
        else:
            person = auth.authenticate(request, username=address, password=form.cleaned_data["password"])
            if isinstance(person, User):
                tried.was_right()
                return let_in(request, person, way="Password", where=where, second_factor_shown=False)
            _note_wrong_password(request, address, tried)
            form.add_error(None, WRONG)
    context = {
        "form": form,
        "title": "Sign in",
        "button": "Sign in",
        "single_sign_on": single_sign_on.name(),
        "next": where if where != reverse("home") else "",
    }
    response = render(request, "partnerships/sign_in.html", context)
    return say_when(response, refused) if refused else response


def _note_wrong_password(request: HttpRequest, address: str, tried: lock_out.Try) -> None:
    # The address is not logged: people type their password there by mistake.
    logger.warning("A wrong password, or an address nobody has, came from %s.", client_address(request))
    if tried.locks:
        logger.error(
            "Signing in is locked for an address after %s wrong tries; the last came from %s.", lock_out.LOCKED_AT, client_address(request)
        )
        if person := queries.person_with(address):
            lock_password(person)


@needs(Permission.PUBLIC)
@never_cache
def sign_in_code(request: HttpRequest) -> HttpResponse:
    """The second step, for a person who has a second factor."""
    half = half_in(request)
    if half is None:
        if request.method == "POST":
            messages.info(request, "That took too long, or you have signed in already. Sign in again.")
        return redirect("sign_in")
    person, way, where = half
    form = CodeForm(request.POST or None)
    refused = None
    if request.method == "POST" and form.is_valid():
        try:
            checked, tried = _try_code(request, person, form.code())
        except lock_out.TooMany as too_many:
            refused = too_many
            form.add_error(None, refusal(refused, "code"))
        else:
            if checked in (second_factor.Checked.RIGHT, second_factor.Checked.RECOVERY):
                tried.was_right()
                if checked == second_factor.Checked.RECOVERY:
                    _say_how_many_are_left(request, person)
                return open_session(request, person, way=f"{way} and security code", where=where, second_factor_shown=True)
            form.say_wrong(checked)
            if tried.locks:
                lock_codes(person)
    context = {"form": form, "title": "Enter your security code", "button": "Continue", "back": reverse("sign_in"), "cancel": "Start again"}
    response = render(request, "partnerships/sign_in_code.html", context)
    return say_when(response, refused) if refused else response


def _try_code(request: HttpRequest, person: User, code: str) -> tuple[second_factor.Checked, lock_out.Try]:
    tried = lock_out.take(lock_out.code_of(person), client_address(request))
    return second_factor.check(person, code), tried


def _say_how_many_are_left(request: HttpRequest, person: User) -> None:
    record_recovery_code(person)
    left = second_factor.codes_left(person)
    words = "That was your last recovery code." if not left else f"You have {left} recovery code{'s' if left > 1 else ''} left."
    messages.warning(request, f"{words} If your phone is lost, set up another one on your account page.")


@require_POST
@open_before_second_factor
@needs(Permission.SIGNED_IN)
def sign_out(request: SignedInRequest) -> HttpResponse:
    record_sign_out(request.user)
    auth.logout(request)
    return redirect("sign_in")


class ChangePassword(PasswordChangeView):
    """The person stays signed in; everywhere else the old password has signed them out."""

    template_name = "components/form_page.html"
    form_class = ChangePasswordForm
    extra_context = {"title": "Change your password", "button": "Change password", "back": reverse_lazy("account")}

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """The present password may be tried no oftener here than at the sign-in."""
        person = cast(User, request.user)
        try:
            tried = lock_out.take(lock_out.password_of(person.email), client_address(request))
        except lock_out.TooMany as refused:
            messages.error(request, refusal(refused, "password"))
            return say_when(self.get(request), refused)
        form = self.get_form()
        if "old_password" not in form.errors:
            tried.was_right()
        elif tried.locks:
            lock_password(person)
        return self.form_valid(form) if form.is_valid() else self.form_invalid(form)

    def form_valid(self, form: "SetPasswordForm[User]") -> HttpResponse:
        update_session_auth_hash(self.request, set_password(form))
        messages.success(self.request, "Your password has been changed.")
        return redirect("account")


password_change = needs(Permission.SIGNED_IN)(ChangePassword.as_view())
