"""Whether authorities plan together, and whether the board that leads wrote down how it works and looked at it within the year."""

import datetime
from collections.abc import Iterator

from compliance.facts import BoardFacts, MeetingFacts, PartnershipFacts, SeatFacts
from svduty.vague_dates import VagueDate
from tests.compliance.slow_model.days import ANY_DAY, DUTY_BEGAN, Answer, Place, count_days, days_of, possibly, stands, surely, window
from tests.compliance.slow_model.reviewing import Range, a_year_after, anniversary

DAYS_OF_WARNING = 30


def planning(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found = {("SVD-PART-02", "partnership"): planned_together(facts, on)}
    for board in leading_boards(facts, on):
        found["SVD-PART-04", f"board:{board.pk}"] = governed(facts, board, on)
    if not leading_boards(facts, on):
        found["SVD-PART-04", "partnership"] = ("NOT_MET", None, 0)
    return found


def leading_boards(facts: PartnershipFacts, on: datetime.date) -> list[BoardFacts]:
    return [board for board in facts.boards if board.leads and stands(board.starts, board.ends, on)]


# Planning together


def planned_together(facts: PartnershipFacts, on: datetime.date) -> Answer:
    """A minuted meeting of two authorities in twelve months; before twelve months of records nobody can miss one."""
    lately = [
        (board, meeting)
        for board in facts.boards
        for meeting in board.meetings
        if meeting.day <= on <= anniversary(meeting.day, 1) and meeting.quorate is not False
    ]
    showing = [meeting.day for board, meeting in lately if meeting.minuted and joint(facts, board, meeting)]
    if showing:
        return "MET", anniversary(max(showing), 1), 0
    if any(meeting.there is None or joint(facts, board, meeting) for board, meeting in lately):
        return "CANNOT_TELL", ANY_DAY, 0
    last = anniversary(max(facts.records_from, DUTY_BEGAN), 1)
    if on > last:
        return "NOT_MET", ANY_DAY, 0
    return ("DUE_SOON" if count_days(on, last) <= DAYS_OF_WARNING else "DUE_LATER"), last, 0


def joint(facts: PartnershipFacts, board: BoardFacts, meeting: MeetingFacts) -> bool:
    """Were two different specified authorities there?"""
    came = [seat for seat in board.seats if seat.pk in (meeting.there or ())]
    return len({seat.organisation_pk for seat in came if for_an_authority(facts, seat, meeting.day)}) >= 2


def for_an_authority(facts: PartnershipFacts, seat: SeatFacts, day: datetime.date) -> bool:
    """Does the seat stand for a body that could have been a specified authority that day, in the capacity that the seat is for?

    Before the duty nobody was one.
    """
    specified = {kind.code for kind in facts.authority_types if kind.standing == "specified" and stands(kind.starts, kind.ends, day)}
    return any(
        one.organisation_pk == seat.organisation_pk
        and one.capacity in specified
        and seat.capacity in ("", one.capacity)
        and stands(one.starts, one.ends, day)
        for one in facts.holders
    )


# Written down, and looked at again


def governed(facts: PartnershipFacts, board: BoardFacts, on: datetime.date) -> Answer:
    chaired = any(seat.kind == "chair" and stands(seat.starts, seat.ends, on) for seat in board.seats)
    if not (chaired and board.terms and board.quorum and board.reporting and rhythm_known(board)):
        return "NOT_MET", ANY_DAY, 0
    reviews = [one for one in board.reviews if possibly(one.held_on, lambda day: day <= on)]
    newest = max(reviews, key=lambda one: (days_of(one.held_on)[-1], one.pk), default=None)
    started = newest.held_on if newest else next(known_starts(board, on), None)
    if started is None or not surely(started, lambda day: day <= on):
        return "CANNOT_TELL", ANY_DAY, 0
    return looked_at_by(a_year_after(Range(days_of(started)[0], days_of(started)[-1])), window(facts, "DL-06"), on)


def rhythm_known(board: BoardFacts) -> bool:
    return board.times is not None if board.meets == "times" else board.meets != ""


def known_starts(board: BoardFacts, on: datetime.date) -> Iterator[VagueDate]:
    """When the terms were agreed, or else when the board began."""
    for start in (board.terms_agreed_on, board.starts):
        if start and possibly(start, lambda day: day <= on):
            yield start


def looked_at_by(due: Range, ahead: int, on: datetime.date) -> Answer:
    """A thing that holds until the next look at it is due."""
    if on > due.last:
        return "OVERDUE", due.first, 0
    if on > due.first:
        return "CANNOT_TELL", due.first, 0
    return ("DUE_SOON" if count_days(on, due.first) <= ahead else "MET"), due.first, 0
