"""What the first floor knows bodies and people to hold."""

import datetime

from django.db.models import Q, QuerySet

from partnerships.access.unsaved import UNSAVED
from partnerships.actions.pass_on import join, reassign, renew, renew_seat
from partnerships.actions.pass_role import pass_role
from partnerships.holdings import Of, register_holding, rows_of
from partnerships.models import (
    BrowserSession,
    CollaborationRequest,
    DutyHolder,
    Handover,
    Invitation,
    LeadAgreement,
    MeetingAction,
    Partnership,
    PolicingBodyRequest,
    RoleGrant,
    Seat,
    SharingAgreement,
    User,
)
from partnerships.models.invitation import OPEN
from svduty import dates

NOT_DONE, NOT_ANSWERED, NOT_ENDED = Q(done_on__isnull=True), Q(answered_on__isnull=True), Q(ended_on__isnull=True)


def register() -> None:
    """Join the registry. What bodies hold, then what people hold, in the order in which lists show it."""
    body, person = Of.BODY, Of.PERSON
    register_holding(
        "dutyholder.organisation",
        "How it takes part",
        of=body,
        rows=rows_of(DutyHolder, "organisation", related=("organisation", "capacity", "area")),
        move=renew("organisation"),
        dated=True,
    )
    register_holding(
        "leadagreement.organisation",
        "Agreements that it leads",
        of=body,
        rows=rows_of(LeadAgreement, "organisation", related=("organisation",)),
        move=renew("organisation"),
        dated=True,
    )
    register_holding(
        "seat.organisation",
        "Seats on boards",
        of=body,
        rows=rows_of(Seat, "organisation", inside="board__partnership", related=("board", "organisation")),
        move=renew_seat,
        dated=True,
    )
    register_holding(
        "sharingagreement.parties",
        "Information sharing agreements it is a party to",
        of=body,
        rows=rows_of(SharingAgreement, "parties"),
        move=join("parties"),
    )
    register_holding(
        "meetingaction.organisation",
        "Open actions of meetings",
        of=body,
        rows=rows_of(MeetingAction, "organisation", inside="meeting__board__partnership", only=NOT_DONE),
        move=reassign("organisation"),
    )
    register_holding(
        "policingbodyrequest.asked_of",
        "Requests of the local policing body that it has not answered",
        of=body,
        rows=rows_of(PolicingBodyRequest, "asked_of", only=NOT_ANSWERED, related=("asked_of",)),
        move=reassign("asked_of"),
    )
    register_holding(
        "collaborationrequest.asked_of",
        "Requests to work together that it has not answered",
        of=body,
        rows=rows_of(CollaborationRequest, "asked_of", only=NOT_ANSWERED, related=("asked_by", "asked_of")),
        move=reassign("asked_of"),
    )
    register_holding(
        "rolegrant.body",
        "People who work for it",
        of=body,
        rows=rows_of(RoleGrant, "body", only=NOT_ENDED, related=("user",)),
        move=reassign("body"),
        label=lambda grant: f"{grant.get_role_display()}, since {dates.say_short(grant.starts)}",
    )
    register_holding(
        "invitation.body",
        "Open invitations to people who work for it",
        of=body,
        rows=rows_of(Invitation, "body", only=OPEN),
        move=reassign("body"),
        label=lambda invitation: f"{invitation.get_role_display()}, invited on {dates.say_short(invitation.invited_on)}",
    )
    register_holding("rolegrant.user", "Roles, with their seats and bodies", of=person, rows=_roles, move=pass_role, label=_role_in_words)
    register_holding(
        "handover.taker",
        "What others handed over and nobody has settled",
        of=person,
        rows=rows_of(Handover, "taker", only=Q(settled_on__isnull=True)),
        move=reassign("taker"),
        label=lambda handover: f"Handed over on {dates.say_short(handover.last_day)}",
    )
    register_holding(
        "invitation.invited_by",
        "Open invitations they sent",
        of=person,
        rows=rows_of(Invitation, "invited_by", only=OPEN),
        stays="They stay open. Any coordinator may send them again or withdraw them.",
        label=lambda invitation: f"{invitation.get_role_display()}, invited on {dates.say_short(invitation.invited_on)}",
    )
    register_holding(
        "browsersession.user",
        "Words typed and not saved",
        of=person,
        rows=_unsaved,
        stays="Only they can save them, on the page they typed them in, before their access ends.",
        label=lambda session: session.get_decoded()[UNSAVED]["address"],
    )


def _roles(partnership: Partnership | None, holder: User, on: datetime.date) -> QuerySet[RoleGrant]:
    found = RoleGrant.objects.filter(user=holder, partnership=partnership, ended_on__isnull=True)
    return found.select_related("user", "body", "partnership", "police_area").prefetch_related("seats__board")


def _role_in_words(grant: RoleGrant) -> str:
    where = [str(part) for part in (grant.body, grant.police_area) if part]
    seats = [f"{seat.post} on {seat.board}" for seat in grant.seats.all()]
    return ", ".join([grant.get_role_display(), *where]) + (f"; seats: {', '.join(seats)}" if seats else "")


def _unsaved(partnership: Partnership | None, holder: User, on: datetime.date) -> list[BrowserSession]:
    """Their sessions that keep words for a page of the partnership."""
    if partnership is None:
        return []
    root = f"/p/{partnership.slug}/"
    sessions = BrowserSession.objects.filter(user=holder)
    return [session for session in sessions if str(session.get_decoded().get(UNSAVED, {}).get("address", "")).startswith(root)]
