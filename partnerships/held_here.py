"""What the first floor knows bodies and people to hold."""

from django.db.models import Q

from partnerships.actions.pass_on import join, reassign, renew, renew_seat
from partnerships.actions.pass_role import pass_role
from partnerships.holdings import Of, register_holding, rows_of
from partnerships.models import (
    CollaborationRequest,
    DutyHolder,
    Invitation,
    LeadAgreement,
    MeetingAction,
    PolicingBodyRequest,
    RoleGrant,
    Seat,
    SharingAgreement,
)
from partnerships.models.invitation import OPEN

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
    )
    register_holding(
        "leadagreement.organisation",
        "Agreements that it leads",
        of=body,
        rows=rows_of(LeadAgreement, "organisation", related=("organisation",)),
        move=renew("organisation"),
    )
    register_holding(
        "seat.organisation",
        "Seats on boards",
        of=body,
        rows=rows_of(Seat, "organisation", inside="board__partnership", related=("board", "organisation")),
        move=renew_seat,
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
    )
    register_holding(
        "invitation.body",
        "Open invitations to people who work for it",
        of=body,
        rows=rows_of(Invitation, "body", only=OPEN),
        move=reassign("body"),
    )
    register_holding(
        "rolegrant.user",
        "Roles, with their seats and bodies",
        of=person,
        rows=rows_of(RoleGrant, "user", only=NOT_ENDED, related=("user", "body", "police_area")),
        move=pass_role,
    )
