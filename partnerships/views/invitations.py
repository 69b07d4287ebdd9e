"""Behind the link of an invitation: accepting it."""

import datetime

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from partnerships import queries_invitations as queries
from partnerships.actions.accept_invitation import accept_invitation
from partnerships.actions.invite import mail_invitation
from partnerships.forms.sign_in import AcceptForm
from partnerships.links.keeping import LinkIsOver
from partnerships.models import Invitation, MailedLink, RoleGrant, User
from partnerships.models.person import Role
from partnerships.views.mailed_links import STEP, LinkPages, link_over
from svduty import clock, dates

ELSEWHERE = "elsewhere"
CLOSED = "Your account here has been closed. Ask whoever invited you what to do."


class InvitationPages(LinkPages):
    """A new person gives a name and chooses how to sign in; somebody who has an account only confirms."""

    def open(self, request: HttpRequest, link: MailedLink) -> HttpResponse:
        invitation = queries.invitation_of(link)
        account = queries.anybody_with(link.address)
        if account and not account.is_active:
            return render(request, "partnerships/link_over.html", {"why": CLOSED}, status=410)
        single = bool(settings.OIDC_SERVER_URL)
        elsewhere = single and (request.POST.get(STEP) == ELSEWHERE or account is not None)
        only_confirm = account is not None and (account.has_usable_password() or single)
        person = account or User(email=link.address, name=invitation.name)
        form = None if only_confirm else AcceptForm(person, request.POST or None, without_password=elsewhere)
        if request.method == "POST" and (form is None or form.is_valid()):
            data = form.cleaned_data if form else {}
            password = "" if elsewhere else data.get("new_password1", "")
            try:
                grant = accept_invitation(link, name=data.get("name", ""), password=password, on=clock.today())
            except LinkIsOver:
                return link_over(request, self, link, None)
            return self._welcome(request, grant, elsewhere=elsewhere)
        context = {
            "form": form,
            "invitation": invitation,
            "offer": offer(invitation),
            "sign_in_with": settings.OIDC_NAME if single and not only_confirm else "",
        }
        return render(request, "partnerships/invitation.html", context)

    def _welcome(self, request: HttpRequest, grant: RoleGrant, *, elsewhere: bool) -> HttpResponse:
        done = f"You have accepted. You are now {grant.get_role_display().lower()}{_where(grant)}."
        if request.user.is_authenticated:
            messages.success(request, done)
            return redirect("home")
        way = f"with {settings.OIDC_NAME}" if elsewhere else "with your e-mail address and password"
        messages.success(request, f"{done} Sign in {way}.")
        return redirect("sign_in")

    def whose(self, link: MailedLink) -> str:
        return f"This invitation is for “{queries.invitation_of(link).name}”"

    def used(self, link: MailedLink, on: datetime.date) -> str:
        invitation = queries.invitation_of(link)
        accepted = f"The invitation was accepted on {dates.say_short(on)}."
        grant = invitation.grant
        if grant and grant.ended_on:
            ended = f"The role ended on {dates.say_short(grant.ended_on)}."
            return f"{accepted} {ended} If you should have it again, ask {_whom_to_ask(invitation)} to invite you anew."
        return f"{accepted} Sign in to go on; if you have forgotten your password, ask for a new one there."

    def may_renew(self, link: MailedLink) -> bool:
        invitation = queries.invitation_of(link)
        return not (invitation.accepted_on or invitation.withdrawn_on)

    def renew(self, link: MailedLink) -> None:
        invitation = queries.invitation_of(link)
        mail_invitation(invitation, asked_by=invitation.invited_by)


def offer(invitation: Invitation) -> str:
    """What somebody is invited to, as one sentence."""
    by = f"{invitation.invited_by} invites you" if invitation.invited_by else "You are invited"
    body = f", for {invitation.body}" if invitation.body else ""
    if invitation.role == Role.ADMINISTRATOR:
        return f"{by} to run this installation."
    if invitation.role == Role.OVERSEER:
        return f"{by} to oversee the partnerships of {invitation.police_area}."
    return f"{by} to {invitation.partnership} as {invitation.get_role_display().lower()}{body}."


def _where(grant: RoleGrant) -> str:
    where = grant.partnership or grant.police_area
    return f" of {where}" if where else " of this installation"


def _whom_to_ask(invitation: Invitation) -> str:
    return f"the coordinator of {invitation.partnership}" if invitation.partnership else "whoever runs this service"
