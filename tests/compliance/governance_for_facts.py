"""Builders of facts about boards, meetings, sharing and requests. By default nothing is missing."""

import dataclasses
import itertools
from typing import Any

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
from tests.compliance.build import COUNCIL, EVERYWHERE, POLICE, day, vague, when

BOARD = 301
CHAIR, COUNCIL_SEAT, POLICE_SEAT, SCHOOL_SEAT = range(401, 405)
SCHOOL = 30
BARRED = ("patient information", "health's personal information", "protected data", "intercepted matter")
_numbers = itertools.count(5001)


def seat(
    pk: int, organisation: int | None, kind: str = "voting", *, capacity: str = "", starts: str | None = None, ends: str | None = None
) -> SeatFacts:
    return SeatFacts(pk, f"Post {pk}", organisation, capacity, kind, vague(starts), vague(ends))


SEATS = (seat(CHAIR, COUNCIL, "chair"), seat(COUNCIL_SEAT, COUNCIL), seat(POLICE_SEAT, POLICE), seat(SCHOOL_SEAT, SCHOOL))


def met(
    on: str, *there: int, minuted: bool = True, quorate: bool | None = True, decisions: int = 0, attendance: bool = True
) -> MeetingFacts:
    """A meeting with council and police there, unless `there` says otherwise."""
    came = there or (CHAIR, COUNCIL_SEAT, POLICE_SEAT)
    return MeetingFacts(next(_numbers), day(on), minuted, came if attendance else None, quorate, decisions)


def looked_at(on: str) -> GovernanceReviewFacts:
    return GovernanceReviewFacts(next(_numbers), when(on))


def board(*records: MeetingFacts | GovernanceReviewFacts, starts: str | None = None, ends: str | None = None, **changes: Any) -> BoardFacts:
    """A leading board that has agreed to meet four times a year from April, with everything written down."""
    whole = BoardFacts(
        pk=BOARD,
        name="The board",
        leads=True,
        starts=vague(starts),
        ends=vague(ends),
        terms=True,
        terms_agreed_on=None,
        quorum=True,
        reporting=True,
        meets="times",
        times=4,
        year_begins=4,
        seats=SEATS,
        meetings=tuple(record for record in records if isinstance(record, MeetingFacts)),
        reviews=tuple(record for record in records if isinstance(record, GovernanceReviewFacts)),
    )
    return dataclasses.replace(whole, **changes)


def decided(about: int, on: str, *, quorate: bool | None = True, outcome: str = "agreed", kind: str = "localdefinition") -> DecisionFacts:
    return DecisionFacts(next(_numbers), "The board", day(on), quorate, outcome, kind, about)


def agreement(
    starts: str | None = "2026-04-01",
    *,
    ends: str | None = None,
    review_on: str | None = None,
    parties: tuple[int, ...] = tuple(EVERYWHERE.values()),
    for_csp: bool = False,
    barred: tuple[str, ...] = ("yes", "yes", "yes", "yes"),
) -> SharingFacts:
    answers = tuple(zip(BARRED, barred, strict=True))
    return SharingFacts(next(_numbers), "Sharing agreement", parties, vague(starts), vague(ends), vague(review_on), for_csp, answers)


def asked(
    on: str, *, answered: str | None = None, answer: str = "", by: str | None = None, kind: str = "information"
) -> PolicingRequestFacts:
    """The policing body asked the council."""
    return PolicingRequestFacts(
        next(_numbers), kind, "The policing body", "The council", when(on), day(by) if by else None, vague(answered), answer
    )


def asked_to_work_together(
    on: str = "2025-03-01",
    *,
    by: str = "specified",
    of: str = "relevant",
    purpose: str = "preparing",
    answered: str | None = None,
    answer: str = "",
    grounds: str = "",
    reasoned: bool = True,
) -> CollaborationFacts:
    return CollaborationFacts(
        next(_numbers), "The council", by, "A school", of, when(on), purpose, vague(answered), answer, tuple(grounds), reasoned
    )
