import datetime
from typing import Any

from django.db import transaction

from partnerships.actions.grant_role import RoleHeld, grant_role
from partnerships.actions.hand_over import take_over
from partnerships.audit.record import record
from partnerships.links.keeping import LinkIsOver, use
from partnerships.models import Invitation, MailedLink, RoleGrant, User
from partnerships.models.person import Role


@transaction.atomic
def accept_invitation(link: MailedLink, *, name: str, password: str, on: datetime.date) -> RoleGrant:
    """Use the link up and give its address the role that was offered; the person is made if nobody has that address yet.

    `name` is for somebody new. `password`: what they chose, or "" to leave it as it is: for whoever has one, or signs in elsewhere.
    Raises LinkIsOver, also for the slower of two.
    """
    use(link)
    invitation = Invitation.objects.select_for_update().get(pk=link.thing_pk)
    if invitation.accepted_on or invitation.withdrawn_on:
        raise LinkIsOver
    where = invitation.partnership
    user = User.objects.select_for_update().filter(email=invitation.address).first()
    if user is None:
        user = User.objects.create_user(email=invitation.address, name=name)
        record("user.added", actor=user, partnership=where, target=user)
    elif not user.is_active:
        raise LinkIsOver
    if password:
        user.set_password(password)
        user.save()
        record("user.password-set", actor=user, partnership=None, target=user)
    grant = _grant(invitation, user, on)
    invitation.accepted_on, invitation.grant = on, grant
    invitation.save()
    if invitation.seat and not invitation.seat.ends:
        grant.seats.add(invitation.seat)
        seated = {"Seats": ["", f"{invitation.seat}, {invitation.seat.board}"]}
        record("rolegrant.changed", actor=user, partnership=where, target=grant, changes=seated)
    take_over(invitation, grant)
    record("invitation.accepted", actor=user, partnership=where, target=invitation)
    return grant


def _grant(invitation: Invitation, user: User, on: datetime.date) -> RoleGrant:
    """The role offered; the one that the person holds meanwhile, if they were given it in another way."""
    role = Role(invitation.role)
    scope: dict[str, Any] = {"partnership": invitation.partnership, "police_area": invitation.police_area}
    try:
        return grant_role(user, role, actor=user, on=on, body=invitation.body, comment="By invitation.", **scope)
    except RoleHeld:
        return RoleGrant.objects.get(user=user, role=role, ended_on__isnull=True, **scope)
