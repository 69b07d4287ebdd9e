"""The boards' share of the facts, and what authorities agreed and asked of each other."""

from collections import defaultdict
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q

from compliance.facts import (
    BoardFacts,
    CollaborationFacts,
    DecisionFacts,
    GovernanceReviewFacts,
    MeetingFacts,
    PolicingRequestFacts,
    SeatFacts,
    SharingFacts,
)
from compliance.load_rows import STANDING, grouped, number_of
from partnerships.models import (
    Attendance,
    Board,
    CollaborationRequest,
    Decision,
    GovernanceReview,
    Meeting,
    PolicingBodyRequest,
    Seat,
    SharingAgreement,
)
from partnerships.models.meeting import Came, MeetingState


def boards_of(partnership_pks: list[int]) -> dict[int, tuple[BoardFacts, ...]]:
    """The boards by partnership, with their seats, the meetings that were held, and the reviews of how they work."""
    rows = list(Board.objects.filter(partnership__in=partnership_pks).order_by("pk"))
    pks = [row.pk for row in rows]
    seats = grouped(Seat.objects.filter(board__in=pks).select_related("capacity").order_by("pk"), lambda row: row.board_id, _seat)
    meetings = _meetings(pks)
    reviews = grouped(
        GovernanceReview.objects.filter(board__in=pks, **STANDING).order_by("pk"),
        lambda row: row.board_id,
        lambda row: GovernanceReviewFacts(row.pk, row.held_on),
    )

    def make(row: Board) -> BoardFacts:
        return BoardFacts(
            pk=row.pk,
            name=row.name,
            leads=row.leads,
            starts=row.starts,
            ends=row.ends,
            terms=bool(row.terms.strip() or row.terms_link),
            terms_agreed_on=row.terms_agreed_on,
            quorum=bool(row.quorum_part or row.quorum_minimum),
            reporting=bool(row.parent_id or row.reports_to),
            meets=row.meets,
            times=row.times_a_year,
            year_begins=row.year_begins,
            seats=seats[row.pk],
            meetings=meetings[row.pk],
            reviews=reviews[row.pk],
        )

    return grouped(rows, lambda row: row.partnership_id, make)


def _seat(row: Seat) -> SeatFacts:
    capacity = row.capacity.code if row.capacity else ""
    return SeatFacts(row.pk, row.post, row.organisation_id, capacity, row.kind, row.starts, row.ends)


def _meetings(board_pks: list[int]) -> dict[int, tuple[MeetingFacts, ...]]:
    # Minutes are long: only whether there are any is fetched.
    minuted = ExpressionWrapper(~Q(minutes="") | Q(minutes_file__isnull=False), BooleanField())
    held = Meeting.objects.filter(board__in=board_pks, state=MeetingState.HELD, **STANDING)
    found: Any = held.annotate(minuted=minuted, decided=number_of(Decision, "meeting")).order_by("day", "pk")
    rows = list(found.values_list("pk", "board", "day", "minuted", "quorate", "decided", named=True))
    pks = [row.pk for row in rows]
    came: dict[int, list[int]] = defaultdict(list)
    for meeting, seat, how in Attendance.objects.filter(meeting__in=pks).order_by("pk").values_list("meeting", "seat", "came"):
        came[meeting] += [seat] if how in (Came.MEMBER, Came.DEPUTY) else []

    def make(row: Any) -> MeetingFacts:
        there = tuple(came[row.pk]) if row.pk in came else None
        return MeetingFacts(row.pk, row.day, row.minuted, there, row.quorate, row.decided)

    return grouped(rows, lambda row: row.board, make)


def decisions_of(partnership_pks: list[int]) -> dict[int, tuple[DecisionFacts, ...]]:
    """The decisions on a record, by partnership; those of meetings that were withdrawn or not held are left out."""
    rows = (
        Decision.objects.filter(
            meeting__board__partnership__in=partnership_pks,
            meeting__state=MeetingState.HELD,
            meeting__withdrawn_on__isnull=True,
            about_pk__isnull=False,
            **STANDING,
        )
        .select_related("meeting__board")
        .defer("meeting__minutes")
        .order_by("pk")
    )
    return grouped(
        rows,
        lambda row: row.meeting.board.partnership_id,
        lambda row: DecisionFacts(
            row.pk, row.meeting.board.name, row.meeting.day, row.meeting.quorate, row.outcome, row.about_kind, row.about_pk
        ),
    )


def sharing_of(partnership_pks: list[int]) -> dict[int, tuple[SharingFacts, ...]]:
    """The agreements on sharing information, by partnership."""
    wanted = ("partnership", "pk", "title", "starts", "ends", "review_on", "for_csp")
    bars = {
        "bars_patient": "patient information",
        "bars_health": "personal information from health and social care",
        "bars_protected": "what data protection law forbids",
        "bars_intercepted": "what the Investigatory Powers Act 2016 bars",
    }
    rows = SharingAgreement.objects.filter(partnership__in=partnership_pks).order_by("pk", "parties__pk")
    parties: dict[tuple[Any, ...], list[int]] = {}
    for *own, party in rows.values_list(*wanted, *bars, "parties__pk"):
        parties.setdefault(tuple(own), []).extend([party] if party else [])

    def make(item: tuple[Any, list[int]]) -> SharingFacts:
        (_, pk, title, starts, ends, review_on, for_csp, *barred), party_pks = item
        return SharingFacts(pk, title, tuple(party_pks), starts, ends, review_on, for_csp, tuple(zip(bars.values(), barred, strict=True)))

    return grouped(parties.items(), lambda item: item[0][0], make)


def policing_requests_of(partnership_pks: list[int]) -> dict[int, tuple[PolicingRequestFacts, ...]]:
    """What the local policing body asked for, by partnership."""
    rows = PolicingBodyRequest.objects.filter(partnership__in=partnership_pks, **STANDING).select_related("asked_by", "asked_of")
    return grouped(
        rows.order_by("pk"),
        lambda row: row.partnership_id,
        lambda row: PolicingRequestFacts(
            row.pk,
            row.kind,
            row.asked_by.name,
            row.asked_of.name,
            row.asked_on,
            row.answer_by,
            row.answered_on,
            row.answer,
            row.asked_of_id,
        ),
    )


def collaboration_of(partnership_pks: list[int]) -> dict[int, tuple[CollaborationFacts, ...]]:
    """Who asked whom to work with them, by partnership."""
    rows = CollaborationRequest.objects.filter(partnership__in=partnership_pks, **STANDING).select_related("asked_by", "asked_of")
    return grouped(
        rows.order_by("pk"),
        lambda row: row.partnership_id,
        lambda row: CollaborationFacts(
            pk=row.pk,
            asked_by=row.asked_by.name,
            asked_by_as=row.asked_by_as,
            asked_of=row.asked_of.name,
            asked_of_as=row.asked_of_as,
            asked_on=row.asked_on,
            purpose=row.purpose,
            answered_on=row.answered_on,
            answer=row.answer,
            grounds=tuple(row.grounds),
            reasoned=bool(row.reason.strip()),
        ),
    )
