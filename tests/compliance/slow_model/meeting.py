"""Whether the board that leads meets as often as it agreed, and decides only with a quorum."""

import datetime

from compliance.facts import BoardFacts, MeetingFacts, PartnershipFacts
from tests.compliance.slow_model.days import A_DAY, ANY_DAY, DUTY_BEGAN, Answer, Days, Place, count_days, days_of, stands, window
from tests.compliance.slow_model.planning import leading_boards, rhythm_known


def meeting(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = {}
    for board in leading_boards(facts, on):
        for year in years(facts, board, on):
            found["SVD-PART-05", key_of(board, year)] = met_as_agreed(facts, board, year, on)
    return found or {("SVD-PART-05", "partnership"): ("NOT_MET", None, 0)}


def past_years(facts: PartnershipFacts, on: datetime.date) -> set[str]:
    """The keys of board-years that are over, which are history."""
    return {key_of(board, year) for board in leading_boards(facts, on) for year in years(facts, board, on) if on not in year}


def key_of(board: BoardFacts, year: Days) -> str:
    return f"board:{board.pk}/year:{year[0].year}"


# Years and quarters, as the days that lie in them


def years(facts: PartnershipFacts, board: BoardFacts, on: datetime.date) -> list[Days]:
    """The year of the board in which the day lies and, where it is known what to expect, each earlier one that was held here whole."""
    found = [year_of(board, on)]
    if board.meets in ("times", "quarterly") and rhythm_known(board):
        while (before := year_of(board, found[-1][0] - A_DAY))[0] >= max(DUTY_BEGAN, known_from(facts, board)):
            found.append(before)
    return found


def year_of(board: BoardFacts, on: datetime.date) -> Days:
    first = on
    while (first.month, first.day) != (board.year_begins, 1):
        first -= A_DAY
    found = [first]
    while ((after := found[-1] + A_DAY).month, after.day) != (board.year_begins, 1):
        found.append(after)
    return found


def quarters(board: BoardFacts, year: Days) -> list[Days]:
    return [[day for day in year if (day.month - board.year_begins) % 12 // 3 == number] for number in range(4)]


def known_from(facts: PartnershipFacts, board: BoardFacts) -> datetime.date:
    """From when on everything is recorded and the board surely stood."""
    return max(facts.records_from, days_of(board.starts)[-1]) if board.starts else facts.records_from


def began_before_records(facts: PartnershipFacts, board: BoardFacts, time: Days) -> bool:
    """Could the board have met in this time before the records begin?"""
    early = [day for day in time if day < facts.records_from]
    return any(stands(board.starts, None, day) for day in early)


# Judging a year


def met_as_agreed(facts: PartnershipFacts, board: BoardFacts, year: Days, on: datetime.date) -> Answer:
    there = [one for one in board.meetings if one.day in year and one.day <= on]
    if any(one.quorate is False and one.decisions for one in there):
        return "NOT_MET", ANY_DAY, 0
    if board.meets == "as-needed":
        return "NOT_APPLICABLE", None, 0
    if not rhythm_known(board):
        return "CANNOT_TELL", ANY_DAY, 0
    if board.meets == "quarterly":
        return each_quarter(facts, board, year, there, on)
    return so_many_times(facts, board, year, there, on)


def so_many_times(facts: PartnershipFacts, board: BoardFacts, year: Days, there: list[MeetingFacts], on: datetime.date) -> Answer:
    assert board.times is not None
    sure = [one for one in there if one.quorate is True]
    unsure = [one for one in there if one.quorate is None]
    if len(sure) >= board.times:
        return "MET", ANY_DAY, 0
    if len(sure + unsure) >= board.times:
        return "CANNOT_TELL", ANY_DAY, 0
    if on not in year:
        return "NOT_MET", ANY_DAY, 0
    if began_before_records(facts, board, year):
        return "NOT_HELD", ANY_DAY, 0
    return still_due(facts, year[-1], on)


def each_quarter(facts: PartnershipFacts, board: BoardFacts, year: Days, there: list[MeetingFacts], on: datetime.date) -> Answer:
    """Each quarter that is over and lay wholly in known time needs a meeting; then the one in which the day lies."""
    over = [held_in(quarter, there) for quarter in quarters(board, year) if quarter[-1] < on and quarter[0] >= known_from(facts, board)]
    for status in ("NOT_MET", "CANNOT_TELL"):
        if status in over:
            return status, ANY_DAY, 0
    if on not in year:
        return "MET", ANY_DAY, 0
    now = next(quarter for quarter in quarters(board, year) if on in quarter)
    if held_in(now, there) != "NOT_MET":
        return held_in(now, there), ANY_DAY, 0
    if began_before_records(facts, board, now):
        return "NOT_HELD", ANY_DAY, 0
    return still_due(facts, now[-1], on)


def held_in(quarter: Days, there: list[MeetingFacts]) -> str:
    quorate = [one.quorate for one in there if one.day in quarter]
    if True in quorate:
        return "MET"
    return "CANNOT_TELL" if None in quorate else "NOT_MET"


def still_due(facts: PartnershipFacts, last: datetime.date, on: datetime.date) -> Answer:
    return ("DUE_SOON" if count_days(on, last) <= window(facts, "DL-07") else "DUE_LATER"), last, 0
