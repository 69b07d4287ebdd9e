"""Inviting somebody to a role: the person and the role come into being when they accept."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

from partnerships.access import tally
from partnerships.actions.grant_role import RoleHeld, role_in_words
from partnerships.audit.record import record
from partnerships.links.keeping import make_link
from partnerships.links.purposes import INVITATION
from partnerships.models import Invitation, Mail, Organisation, Partnership, PoliceArea, RoleGrant, Seat, User
from partnerships.models.person import Role
from partnerships.outbox.post import post

AN_HOUR = 3600
IN_AN_HOUR = 5


class InvitedAlready(Exception):
    """An invitation of this address to this role is open."""


@transaction.atomic
def invite(
    address: str,
    name: str,
    role: Role,
    *,
    actor: User | None,
    on: datetime.date,
    partnership: Partnership | None = None,
    police_area: PoliceArea | None = None,
    body: Organisation | None = None,
    seat: Seat | None = None,
) -> Invitation:
    """Invite whoever reads the mail of `address`. Raises RoleHeld when they hold the role here already, and InvitedAlready.

    `name` is what they are called until they say themselves; it is not used for somebody who has an account.
    """
    address = address.strip().lower()
    scope: dict[str, Any] = {"partnership": partnership, "police_area": police_area}
    if RoleGrant.objects.filter(user__email=address, role=role, ended_on__isnull=True, **scope).exists():
        raise RoleHeld
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                address=address, name=name, role=role, body=body, seat=seat, invited_by=actor, invited_on=on, **scope
            )
    except IntegrityError:
        raise InvitedAlready from None
    changes = role_in_words(role, police_area, body, seat)
    record("invitation.added", actor=actor, partnership=partnership, target=invitation, changes=changes)
    mail_invitation(invitation, asked_by=actor)
    return invitation


@transaction.atomic
def mail_invitation(invitation: Invitation, *, asked_by: User | None) -> Mail | None:
    """Ask for the mail with the link; the links sent before end. At most five an hour to one invitation, then nothing is sent."""
    if tally.count(f"invitation-mail/{invitation.pk}", seconds=AN_HOUR) > IN_AN_HOUR:
        return None
    user = User.objects.filter(email=invitation.address).first()
    link = make_link(INVITATION, invitation, address=invitation.address, user=user, partnership=invitation.partnership)
    context = {
        "role": invitation.get_role_display().lower(),
        "police_area": str(invitation.police_area or ""),
        "body": str(invitation.body or ""),
        "has_account": user is not None,
        "address": invitation.address,
    }
    return post(
        "invitation",
        to=user or invitation.address,
        key=f"link/{link.pk}",
        context=context,
        partnership=invitation.partnership,
        asked_by=asked_by,
        link=link,
    )
