"""Setting up a second factor, its recovery codes, and switching it off."""

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from partnerships.access import second_factor
from partnerships.access.guards import needs, open_before_second_factor
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import NEED_SECOND_FACTOR, Permission
from partnerships.access.signed_in import lacks_second_factor, note_second_factor
from partnerships.actions.second_factor import add_second_factor, make_recovery_codes, remove_second_factor
from partnerships.forms.second_factor import NewSecondFactorForm, RemoveSecondFactorForm, ShowItIsYouForm
from partnerships.views.letting_in import session_key, where_to
from partnerships.views.proving import is_shown

# Kept in the session while a secret waits for its first code, and while recovery codes may be looked at.
SECRET, SHOWING, THEN, MAY_REPLACE = "new_secret", "recovery_codes_shown", "after_second_factor", "may_replace_second_factor"
ACCOUNT = ("Your account", "account")


def _crumbs() -> list[tuple[str, str]]:
    return [(ACCOUNT[0], reverse(ACCOUNT[1]))]


@open_before_second_factor
@needs(Permission.SIGNED_IN)
def second_factor_add(request: SignedInRequest) -> HttpResponse:
    """Show a new secret, and take it once its first code proves that the app has it. Who has one already shows first that it is them."""
    asked = lacks_second_factor(request.session, request.grants)
    if second_factor.has_one(request.user) and MAY_REPLACE not in request.session:
        return _show_it_is_you(request, "Set up another phone", "Your present app and recovery codes work until the new one is set up.")
    if SECRET not in request.session:
        request.session[SECRET] = second_factor.new_secret()
        request.session[THEN] = where_to(request, otherwise="account")
    secret = second_factor.open_secret(request.session[SECRET])
    form = NewSecondFactorForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        counter = second_factor.counter_of(secret, form.code())
        if counter:
            note_second_factor(request.session)
            add_second_factor(request.user, secret, counter, this_session=session_key(request))
            del request.session[SECRET]
            request.session.pop(MAY_REPLACE, None)
            request.session[SHOWING] = True
            return redirect("second_factor_codes")
        form.add_error(
            "one_time_password", "That is not the code of the new entry. Enter the 6 figures that your app shows for this service now."
        )
    context = {
        "form": form,
        "title": "Set up a second factor",
        "asked": asked,
        "picture": second_factor.picture(request.user, secret),
        "key": " ".join(secret[start : start + 4] for start in range(0, len(secret), 4)),
        "button": "Continue",
        "back": "" if asked else reverse("account"),
        "breadcrumb": [] if asked else _crumbs(),
    }
    return render(request, "partnerships/second_factor.html", context)


def _show_it_is_you(request: SignedInRequest, title: str, why: str) -> HttpResponse:
    form = ShowItIsYouForm(request.POST or None, person=request.user)
    if is_shown(request, form):
        request.session[MAY_REPLACE] = True
        return redirect("second_factor")
    return _form_page(request, form, title=title, why=why, button="Continue")


@open_before_second_factor
@needs(Permission.SIGNED_IN)
def second_factor_codes(request: SignedInRequest) -> HttpResponse:
    """The recovery codes, until the person says that they have kept them; never after that, and in no other session."""
    if SHOWING not in request.session:
        return redirect("account")
    if request.method == "POST":
        del request.session[SHOWING]
        messages.success(request, "Your second factor is set up. From now on you are asked for a code after your password.")
        return redirect(request.session.pop(THEN, reverse("account")))
    return render(request, "partnerships/recovery_codes.html", {"codes": second_factor.unused_codes(request.user)})


@open_before_second_factor
@needs(Permission.SIGNED_IN)
def second_factor_codes_text(request: SignedInRequest) -> HttpResponse:
    if SHOWING not in request.session:
        return redirect("account")
    lines = [
        f"Recovery codes for the Serious Violence Duty service, {settings.SITE_URL}",
        "Each opens once. Keep them where your phone is not.",
        "",
    ]
    text = "\r\n".join([*lines, *second_factor.unused_codes(request.user), ""])
    name = 'attachment; filename="recovery-codes-serious-violence-duty.txt"'
    return HttpResponse(text, content_type="text/plain; charset=utf-8", headers={"Content-Disposition": name})


@needs(Permission.SIGNED_IN)
def second_factor_codes_new(request: SignedInRequest) -> HttpResponse:
    """New recovery codes, when the old ones are used up or lost."""
    if not second_factor.has_one(request.user):
        return redirect("account")
    form = ShowItIsYouForm(request.POST or None, person=request.user)
    if is_shown(request, form):
        make_recovery_codes(request.user)
        request.session[SHOWING] = True
        request.session.pop(THEN, None)
        return redirect("second_factor_codes")
    return _form_page(
        request, form, title="Make new recovery codes", why="The codes you have no longer work after this.", button="Make new codes"
    )


@needs(Permission.SIGNED_IN)
def second_factor_remove(request: SignedInRequest) -> HttpResponse:
    """Switch it off, unless the installation asks for it."""
    if not second_factor.has_one(request.user):
        return redirect("account")
    if settings.SECOND_FACTOR_REQUIRED and any(grant.role in NEED_SECOND_FACTOR for grant in request.grants):
        messages.error(request, "Your role here takes a second factor, so it cannot be switched off. You can set up another phone instead.")
        return redirect("account")
    form = RemoveSecondFactorForm(request.POST or None, person=request.user)
    if is_shown(request, form):
        remove_second_factor(request.user, reason=form.cleaned_data["reason"])
        messages.success(request, "Your second factor is switched off. You sign in with your password alone.")
        return redirect("account")
    why = "After this your password alone opens your account. Your recovery codes go too."
    return _form_page(request, form, title="Switch off your second factor", why=why, button="Switch it off")


def _form_page(request: HttpRequest, form: ShowItIsYouForm, *, title: str, why: str, button: str) -> HttpResponse:
    context = {"form": form, "title": title, "why": why, "button": button, "back": reverse("account"), "breadcrumb": _crumbs()}
    return render(request, "components/form_page.html", context)
