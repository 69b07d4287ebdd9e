"""The days of a board's next meetings, from how often it has agreed to meet. Pure."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships.models import Board
from partnerships.models.board import MeetingRule
from svduty import dates
from svduty.working_days import SATURDAY, closed_because

WEEK = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)
QUARTERS = 4
MOST = 53  # meetings in a year that can be planned at once


@dataclasses.dataclass(frozen=True)
class BoardYear:
    """One year as the board keeps it, by its first and last day."""

    first: datetime.date
    last: datetime.date

    @classmethod
    def around(cls, day: datetime.date, begins: int) -> "BoardYear":
        """The year that holds `day` and begins on the first of month `begins`."""
        first = datetime.date(day.year if day.month >= begins else day.year - 1, begins, 1)
        return cls(first, dates.one_year_on(first) - DAY)

    @property
    def words(self) -> str:
        return f"{dates.say_short(self.first)} to {dates.say_short(self.last)}"

    def following(self) -> "BoardYear":
        first = self.last + DAY
        return BoardYear(first, dates.one_year_on(first) - DAY)

    def parts(self, number: int) -> list["BoardYear"]:
        """The year cut into `number` stretches of whole months, as evenly as months allow; into days where there are more."""
        if number <= 12 and 12 % number == 0:
            starts = [_months_on(self.first, 12 // number * part) for part in range(number)]
        else:
            length = (self.last - self.first).days + 1
            starts = [self.first + datetime.timedelta(days=length * part // number) for part in range(number)]
        ends = [start - DAY for start in starts[1:]] + [self.last]
        return [BoardYear(start, end) for start, end in zip(starts, ends, strict=True)]


def years_to_plan(on: datetime.date, begins: int) -> list[BoardYear]:
    """The year that runs and the two after it."""
    running = BoardYear.around(on, begins)
    return [running, running.following(), running.following().following()]


def wanted(board: Board) -> int:
    """How many meetings a year the board has agreed on; four, where it has not said."""
    if board.meets == MeetingRule.TIMES_A_YEAR and board.times_a_year:
        return board.times_a_year
    return QUARTERS


def meets_words(board: Board) -> str:
    """`4 times a year`; empty where it is not recorded."""
    if board.meets == MeetingRule.TIMES_A_YEAR and board.times_a_year:
        return "once a year" if board.times_a_year == 1 else f"{board.times_a_year} times a year"
    return board.get_meets_display().lower() if board.meets else ""


def usual_weekday(days: Iterable[datetime.date]) -> int | None:
    """The weekday of the last meetings, latest first; None where there is none, or it was a weekend."""
    last = [day.weekday() for day in list(days)[:QUARTERS] if day.weekday() < SATURDAY]
    return max(dict.fromkeys(last), key=last.count) if last else None


def propose(
    year: BoardYear, number: int, known: Iterable[datetime.date], weekday: int | None, not_before: datetime.date
) -> list[datetime.date]:
    """Days for those of `number` meetings that the year still lacks, evenly spread: one in each stretch of it that has none.

    `known`: the days of meetings held or planned. Every day is a working day, not before `not_before`, and on `weekday` where its
    stretch has such a working day.
    """
    there = [day for day in known if year.first <= day <= year.last]
    lacking = max(min(number, MOST) - len(there), 0)
    stretches = [part for part in year.parts(max(min(number, MOST), 1)) if part.last >= not_before]
    empty = [part for part in stretches if not any(part.first <= day <= part.last for day in there)]
    found: list[datetime.date] = []
    for part in empty[:lacking]:
        first = max(part.first, not_before)
        if day := _middle(first, part.last, weekday, {*there, *found}):
            found.append(day)
    return found


def _middle(first: datetime.date, last: datetime.date, weekday: int | None, taken: set[datetime.date]) -> datetime.date | None:
    """The working day nearest the middle, on that weekday if there is one."""
    middle = first + (last - first) / 2
    days = [first + DAY * gap for gap in range((last - first).days + 1)]
    working = sorted((day for day in days if day not in taken), key=lambda day: (abs(day - middle), day))
    fitting = [day for day in working if weekday is None or day.weekday() == weekday]
    return next((day for day in [*fitting, *working] if not closed_because(day)), None)


def _months_on(first: datetime.date, months: int) -> datetime.date:
    years, month = divmod(first.month - 1 + months, 12)
    return datetime.date(first.year + years, month + 1, 1)
