"""Inviting, sending again and withdrawing, the same for a coordinator and for an administrator."""

import dataclasses
from collections.abc import Callable, Iterable

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from partnerships.access.requests import SignedInRequest
from partnerships.actions.grant_role import RoleHeld
from partnerships.actions.invite import InvitedAlready
from partnerships.actions.send_invitation_again import send_invitation_again
from partnerships.actions.withdraw_invitation import InvitationIsOver, withdraw_invitation
from partnerships.forms.people import PersonForm, WithdrawInvitationForm
from partnerships.links.purposes import INVITATION, PURPOSES
from partnerships.models import Invitation
from partnerships.models.mail import MailState
from partnerships.queries_mail import NEEDS_A_LOOK
from svduty import clock, dates

Crumbs = list[tuple[str, str]]
HELD = "This person holds this role here already. Choose another role, or look at the list of people."
INVITED = "This person is invited to this role already. Send that invitation again from the list of people."
OVER = "This invitation was accepted or withdrawn meanwhile."
TOO_OFTEN = "This invitation was sent five times within an hour. Wait an hour, and ask them to look in the folder for unwanted mail."


@dataclasses.dataclass(frozen=True)
class InvitedInWords:
    """One row of a list: the invitation, how its link stands, and whether that needs doing something."""

    invitation: Invitation
    link: str
    needs_a_look: bool


def invite_page(request: SignedInRequest, form: PersonForm, give: Callable[[], Invitation], *, why: str, crumbs: Crumbs) -> HttpResponse:
    """Ask who and which role, and `give()` the invitation."""
    back = crumbs[-1][1]
    if request.method == "POST" and form.is_valid():
        try:
            invitation = give()
        except RoleHeld:
            form.add_error("role", HELD)
        except InvitedAlready:
            form.add_error("email", INVITED)
        else:
            tell_of_invitation(request, invitation)
            return redirect(back)
    context = {"form": form, "title": "Invite a person", "why": why, "back": back, "breadcrumb": crumbs, "button": "Send the invitation"}
    return render(request, "components/form_page.html", context)


def tell_of_invitation(request: SignedInRequest, invitation: Invitation) -> None:
    """Say on the next page who is invited. Whether the mail went out stands in the list, for it goes out after this answer."""
    days = PURPOSES[INVITATION].days
    messages.success(
        request, f"{invitation.name} is invited. A link goes to {invitation.address} by mail; it is good for {days} days and works once."
    )


def send_again(request: SignedInRequest, invitation: Invitation, back: str) -> HttpResponse:
    try:
        mail = send_invitation_again(invitation, actor=request.user)
    except InvitationIsOver:
        messages.info(request, OVER)
    else:
        if mail:
            messages.success(request, f"A new link goes to {invitation.address} by mail. The one sent before no longer works.")
        else:
            messages.error(request, TOO_OFTEN)
    return redirect(back)


def withdraw_invitation_page(request: SignedInRequest, invitation: Invitation, *, crumbs: Crumbs) -> HttpResponse:
    """Ask for the reason and withdraw an invitation."""
    back = crumbs[-1][1]
    form = WithdrawInvitationForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_invitation(invitation, on=clock.today(), reason=form.cleaned_data["reason"], actor=request.user)
        except InvitationIsOver:
            messages.info(request, OVER)
        else:
            messages.success(request, f"Withdrawn. The link sent to {invitation.address} no longer works.")
        return redirect(back)
    context = {
        "form": form,
        "title": f"Withdraw the invitation of {invitation.name}",
        "why": f"As {invitation.get_role_display().lower()}, sent to {invitation.address}. The link in the mail stops working at once.",
        "back": back,
        "breadcrumb": crumbs,
        "button": "Withdraw this invitation",
    }
    return render(request, "components/form_page.html", context)


def in_words(invitations: Iterable[Invitation]) -> list[InvitedInWords]:
    """`invitations`: with what queries_invitations tells of their links."""
    return [InvitedInWords(one, *_link_in_words(one)) for one in invitations]


def _link_in_words(invitation: Invitation) -> tuple[str, bool]:
    expires, state = getattr(invitation, "expires_at", None), getattr(invitation, "mail_state", None)
    reason = getattr(invitation, "mail_reason", "") or ""
    if state == MailState.PERHAPS:
        return "Nobody can tell whether the mail went out. Ask them, or send it again.", True
    if state in NEEDS_A_LOOK:
        return f"The mail was not sent. {reason}", True
    if state == MailState.WAITING and reason:
        return f"Not sent yet. {reason} It is tried for 24 hours.", True
    if state in (MailState.WAITING, MailState.SENDING):
        return "The mail is on its way out.", False
    if expires is None or clock.now() >= expires:
        return "The link is too old. Send it again.", True
    return f"Link good until {dates.say_short(clock.day_of(expires))}", False
