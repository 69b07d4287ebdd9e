"""Giving and ending roles, the same for a coordinator and for an administrator."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from partnerships.access.requests import SignedInRequest
from partnerships.actions.end_grant import AlreadyEnded, LastOfItsKind, end_grant
from partnerships.actions.grant_role import Granted, RoleHeld
from partnerships.actions.mail_password_link import mail_password_link
from partnerships.forms.people import EndGrantForm, PersonForm
from partnerships.models import Partnership, RoleGrant
from partnerships.models.person import Role
from svduty import clock, dates

Crumbs = list[tuple[str, str]]
ONLY_ONE = {
    Role.COORDINATOR: "This is the only coordinator. Add another person as coordinator first, then end this role.",
    Role.ADMINISTRATOR: "This is the only administrator. Add another one first, then end this role.",
}


def add_person_page(request: SignedInRequest, form: PersonForm, give: Callable[[], Granted], *, why: str, crumbs: Crumbs) -> HttpResponse:
    """Ask who and which role, `give()` it, and mail somebody new the link to set a password."""
    back = crumbs[-1][1]
    if request.method == "POST" and form.is_valid():
        try:
            granted = give()
        except RoleHeld:
            form.add_error("role", "This person holds this role here already. Choose another role, or look at the list of people.")
        else:
            tell_of_link(request, granted)
            return redirect(back)
    context = {"form": form, "title": "Add a person", "why": why, "back": back, "breadcrumb": crumbs, "button": "Add this person"}
    return render(request, "components/form_page.html", context)


def tell_of_link(request: SignedInRequest, granted: Granted) -> None:
    """Mail the link to somebody who has no password yet, and say on the next page how that went."""
    user = granted.grant.user
    if not granted.needs_password:
        messages.success(request, f"{user} was added and can sign in with the password they have.")
    elif mail_password_link(user, partnership=granted.grant.partnership):
        messages.success(request, f"{user} was added. A link to set a password was sent to {user.email}.")
    else:
        messages.error(
            request,
            f"{user} was added, but the link to set a password could not be sent to {user.email}: the mail server does not answer. "
            "Send the link again from the list of people in a few minutes.",
        )


def send_link_again(request: SignedInRequest, grant: RoleGrant, back: str) -> HttpResponse:
    """For somebody who has set no password yet."""
    if grant.user.has_usable_password():
        messages.info(request, f"{grant.user} has set a password already and can sign in.")
    elif mail_password_link(grant.user, partnership=grant.partnership):
        messages.success(request, f"The link was sent again to {grant.user.email}.")
    else:
        messages.error(request, "The link could not be sent: the mail server does not answer. Try again in a few minutes.")
    return redirect(back)


def end_role_page(request: SignedInRequest, grant: RoleGrant, *, crumbs: Crumbs, still_there: Callable[[], bool]) -> HttpResponse:
    """Ask for the reason and end a role. A person whose own role it was goes home unless `still_there()`."""
    back = crumbs[-1][1]
    form = EndGrantForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            end_grant(grant, on=clock.today(), reason=form.cleaned_data["reason"], actor=request.user)
        except LastOfItsKind:
            form.add_error(None, ONLY_ONE[Role(grant.role)])
        except AlreadyEnded:
            messages.info(request, "Somebody else has just ended this role.")
            return redirect(back)
        else:
            messages.success(request, f"Ended. {grant.user} is no longer {grant.get_role_display().lower()}.")
            own = grant.user_id == request.user.pk
            return redirect("home" if own and not still_there() else back)
    context = {
        "form": form,
        "title": f"End the role of {grant.user}",
        "why": f"{grant.get_role_display()}{_where(grant)} since {dates.say_short(grant.starts)}. What they did stays in the history.",
        "back": back,
        "breadcrumb": crumbs,
        "button": "End this role",
    }
    return render(request, "components/form_page.html", context)


def _where(grant: RoleGrant) -> str:
    scope: Partnership | object = grant.partnership or grant.police_area
    return f" of {scope}" if scope else ""
