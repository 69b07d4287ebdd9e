"""SVD-PART-05: the board meets as agreed, and decides only when quorate."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import BoardFacts, MeetingFacts, PartnershipFacts
from compliance.finding import Due, NextStep, Status, Strength
from compliance.requirements.boards import BoardYear, board_ref, leading_boards, meeting_ref
from compliance.requirements.judging import Deadline, pending
from compliance.requirements.law_dates import DUTY_BEGAN
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates

LOCAL_TERMS = "the board's own terms"
Quarter = tuple[datetime.date, datetime.date]


@dataclasses.dataclass(frozen=True)
class _Year:
    """One year of one board as known on a day: its meetings by whether they were quorate, and from when it can be judged whole."""

    facts: PartnershipFacts
    board: BoardFacts
    year: BoardYear
    on: datetime.date

    @property
    def meetings(self) -> list[MeetingFacts]:
        last = min(self.on, self.year.ends)
        return [meeting for meeting in self.board.meetings if self.year.begins <= meeting.day <= last]

    @property
    def sure(self) -> list[MeetingFacts]:
        return [meeting for meeting in self.meetings if meeting.quorate]

    @property
    def unsure(self) -> list[MeetingFacts]:
        return [meeting for meeting in self.meetings if meeting.quorate is None]

    @property
    def wrong(self) -> list[MeetingFacts]:
        return [meeting for meeting in self.meetings if meeting.quorate is False and meeting.decisions]

    @property
    def known_from(self) -> datetime.date:
        began = self.board.starts.latest if self.board.starts else self.facts.records_from
        return max(began, self.facts.records_from)

    @property
    def whole(self) -> bool:
        return self.known_from <= self.year.begins

    def may_have_met_before_the_records(self, first: datetime.date, last: datetime.date) -> bool:
        """Could the board have met from `first` to `last` on a day that the records here do not reach back to?"""
        begun = max(first, self.board.starts.earliest) if self.board.starts else first
        return begun <= last and begun < self.facts.records_from

    @property
    def over(self) -> bool:
        return self.on > self.year.ends

    def answer(self, status: Status, why: str, due: Due | None = None, step: NextStep | None = None) -> Answer:
        key = f"board:{self.board.pk}/year:{self.year.begins.year}"
        refs = tuple(meeting_ref(meeting) for meeting in self.meetings) or (board_ref(self.board),)
        return Answer(key, f"{self.board.name}, {self.year}", status, why, due, refs, step, current=not self.over)


def meets_as_agreed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """The leading board meets as often as its terms say, and decides only when quorate (DL-07). Past years are history."""
    boards = leading_boards(facts, on)
    if not boards:
        yield whole_partnership(facts, Status.NOT_MET, "No board is recorded as leading the work.", NextStep("Add the board", "board_add"))
    for board in boards:
        year = BoardYear.containing(on, board.year_begins)
        yield _judged(_Year(facts, board, year, on))
        if _rule_known(board) and board.meets != "as-needed":
            earlier = _Year(facts, board, year.before, on)
            while earlier.whole and earlier.year.begins >= DUTY_BEGAN:
                yield _judged(earlier)
                earlier = _Year(facts, board, earlier.year.before, on)


def _rule_known(board: BoardFacts) -> bool:
    return bool(board.meets) and (board.meets != "times" or bool(board.times))


def _judged(year: _Year) -> Answer:
    board = year.board
    if year.wrong:
        days = listed(dates.say_short(meeting.day) for meeting in year.wrong)
        step = NextStep("Look at the meeting", "meeting", (("pk", year.wrong[0].pk),))
        return year.answer(Status.NOT_MET, f"Decisions are recorded of {days}, when the board was not quorate.", None, step)
    if not _rule_known(board):
        step = NextStep("Record how often it meets", "board_change", (("pk", board.pk),))
        return year.answer(Status.CANNOT_TELL, f"How often {board.name} has agreed to meet is not recorded.", None, step)
    if board.meets == "as-needed":
        return year.answer(Status.NOT_APPLICABLE, f"{board.name} meets when there is need; its terms set no number.")
    return _by_quarters(year) if board.meets == "quarterly" else _by_number(year, board.times or 0)


def _by_number(year: _Year, times: int) -> Answer:
    sure, unsure = len(year.sure), len(year.unsure)
    asked = f"It has agreed to meet {_times(times)} in {year.year}"
    due = Due("DL-07", year.year.ends, f"{_times(times)} in {year.year}", in_law=False, standing=LOCAL_TERMS)
    if sure >= times:
        return year.answer(Status.MET, f"{asked}, and has met {_times(sure)} with a quorum.", due)
    if sure + unsure >= times:
        return year.answer(Status.CANNOT_TELL, f"{asked}. {_doubt(year.unsure)}", due, _record_attendance(year.unsure))
    held = f"{_times(sure)} with a quorum" + (f", and {_times(unsure)} without a record of it" if unsure else "")
    if year.over:
        return year.answer(Status.NOT_MET, f"{asked}; it met {held if sure + unsure else 'never with a quorum'}.", due)
    if year.may_have_met_before_the_records(year.year.begins, year.year.ends):
        why = f"{asked}. The records here begin in the course of it, on {dates.say(year.facts.records_from)}."
        return year.answer(Status.NOT_HELD, why, due, _plan(year.board))
    began = "" if year.whole else " It began in the course of the year."
    left = dates.say(year.year.ends)
    so_far = f"has met {held}" if sure + unsure else "has not met with a quorum yet"
    why = f"{asked} and {so_far}: {times - sure - unsure} still to hold by {left}.{began}{_empty_quarters(year)}"
    return year.answer(pending(_deadline(year, year.year.ends), year.on).status, why, due, _plan(year.board))


def _by_quarters(year: _Year) -> Answer:
    judged = [quarter for quarter in year.year.quarters if quarter[0] <= year.on and quarter[0] >= year.known_from]
    missed = [quarter for quarter in judged if quarter[1] < year.on and not _in(quarter, year.sure + year.unsure)]
    doubtful = [quarter for quarter in judged if not _in(quarter, year.sure) and _in(quarter, year.unsure)]
    running = next((quarter for quarter in year.year.quarters if quarter[0] <= year.on <= quarter[1]), None)
    if missed:
        why = f"It has agreed to meet in each quarter. No quorate meeting is recorded {listed(_said(quarter) for quarter in missed)}."
        return year.answer(Status.NOT_MET, why, None, None if year.over else _plan(year.board))
    if doubtful:
        meetings = [meeting for quarter in doubtful for meeting in year.unsure if quarter[0] <= meeting.day <= quarter[1]]
        why = f"It has agreed to meet in each quarter. {_doubt(meetings)}"
        return year.answer(Status.CANNOT_TELL, why, None, _record_attendance(meetings))
    if running is None or _in(running, year.sure):
        of_what = f"quarter of {year.year}{'' if year.over else ' so far'}" if year.whole else f"quarter since {dates.say(year.known_from)}"
        why = f"It has agreed to meet in each quarter, and has met with a quorum in each {of_what}."
        return year.answer(Status.MET, why)
    if _in(running, year.unsure):
        return year.answer(Status.CANNOT_TELL, _doubt(year.unsure), None, _record_attendance(year.unsure))
    if year.may_have_met_before_the_records(*running):
        why = f"It has agreed to meet in each quarter. The records here begin in the course of {_span(running)}."
        return year.answer(Status.NOT_HELD, why, None, _plan(year.board))
    due = Due("DL-07", running[1], f"once in the quarter {_span(running)}", in_law=False, standing=LOCAL_TERMS)
    why = f"It has agreed to meet in each quarter. In this one, {_span(running)}, it has not met yet."
    return year.answer(pending(_deadline(year, running[1]), year.on).status, why, due, _plan(year.board))


def _deadline(year: _Year, day: datetime.date) -> Deadline:
    return Deadline.on(day, year.facts.deadline("DL-07").window_days)


def _empty_quarters(year: _Year) -> str:
    over = [quarter for quarter in year.year.quarters if quarter[1] < year.on and quarter[0] >= year.known_from]
    empty = [quarter for quarter in over if not _in(quarter, year.sure + year.unsure)]
    return f" There was no quorate meeting {listed(_said(quarter) for quarter in empty)}." if empty else ""


def _in(quarter: Quarter, meetings: list[MeetingFacts]) -> bool:
    return any(quarter[0] <= meeting.day <= quarter[1] for meeting in meetings)


def _doubt(meetings: list[MeetingFacts]) -> str:
    days = listed(dates.say_short(meeting.day) for meeting in meetings)
    return f"Whether it was quorate on {days} is not recorded: record who came, and the board's quorum."


def _record_attendance(meetings: list[MeetingFacts]) -> NextStep:
    return NextStep("Record who came", "meeting_attendance", (("pk", meetings[0].pk),))


def _plan(board: BoardFacts) -> NextStep:
    return NextStep("Plan the meetings", "meetings_plan", (("board_pk", board.pk),))


def _times(number: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _said(quarter: Quarter) -> str:
    return f"in {_span(quarter)}"


def _span(quarter: Quarter) -> str:
    first, last = quarter
    return f"{dates.MONTHS[first.month - 1]} to {dates.MONTHS[last.month - 1]} {last.year}"


REQUIREMENTS = (
    Requirement(
        code="SVD-PART-05",
        family="Who takes part",
        title="Board meets as agreed, and quorate",
        plain="The board that leads should meet as often as its terms say, and decide only when it is quorate.",
        citation="The board's own rules, in its terms of reference",
        strength=Strength.LOCAL,
        task="Meet as often as agreed, with a quorum",
        shortfall="the leading board has not met as often as agreed, or decided without a quorum",
        evidence="Meetings held against the board's own rule, with attendance against its quorum rule.",
        rule=meets_as_agreed,
        deadline="DL-07",
    ),
)
