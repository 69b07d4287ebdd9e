"""Invitations, their links and mails, for the guards that walk all pages."""

import datetime

from partnerships.links.keeping import digest, make_link
from partnerships.models import Invitation, Mail, MailedLink, Partnership, PoliceArea
from partnerships.models.person import Role
from svduty import clock
from tests.cast import BEGAN

# As the access table names it.
GOOD_TOKEN = "a-good-link-of-nobody"


def make_invitation(partnership: Partnership | None = None, mark: str = "New", *, police_area: PoliceArea | None = None) -> Invitation:
    """An open invitation with a link, to a partnership as viewer or to a police area as overseer."""
    invitation = Invitation.objects.create(
        address=f"{mark.lower()}-{Role.OVERSEER if police_area else Role.VIEWER}@anyborough.example",
        name=f"{mark} officer",
        role=Role.OVERSEER if police_area else Role.VIEWER,
        partnership=partnership,
        police_area=police_area,
        invited_on=BEGAN,
    )
    make_link("invitation", invitation, address=invitation.address, partnership=partnership)
    return invitation


def open_good_link(partnership: Partnership) -> MailedLink:
    """The link of GOOD_TOKEN: an invitation for somebody who is not here yet."""
    invitation = make_invitation(partnership, "Expected")
    link = MailedLink.objects.get(thing_kind="invitation", thing_pk=invitation.pk)
    link.sha256 = digest(GOOD_TOKEN)
    link.save()
    return link


def mail_given_up(partnership: Partnership) -> Mail:
    """A mail that did not go out within its day."""
    asked = clock.now() - datetime.timedelta(days=2)
    return Mail.objects.create(
        kind="invitation",
        partnership=partnership,
        address="officer@anyborough.example",
        subject="You are invited",
        text="You are invited.",
        message_id="<1@anyborough.example>",
        asked_at=asked,
        since=asked,
        state="given-up",
        tries=31,
        reason="The mail server does not answer.",
    )
