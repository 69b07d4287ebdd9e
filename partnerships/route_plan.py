"""A paper's way through several boards, planned backwards from the day by which it must be through. Pure.

Each board must meet on or before the day on which the papers of the next one go out, so that what it said can stand in them. The days
for papers are counted by each board's own number of clear days: a local rule, not law.
"""

import dataclasses
import datetime
import enum
from collections.abc import Iterable, Sequence

from svduty import dates
from svduty.working_days import clear_days_before, closed_because, last_working_day_by


@dataclasses.dataclass(frozen=True)
class Sitting:
    """A meeting of a board, as far as planning needs it. `over`: it was held, or its day has passed."""

    pk: int
    day: datetime.date
    over: bool = False


@dataclasses.dataclass(frozen=True)
class BoardOnTheWay:
    """One board of the way. `paper_days`: its clear days, None where no number is recorded. `chosen`: the meeting that somebody chose.

    `sittings`: the meetings it has planned.
    """

    pk: int
    name: str
    paper_days: int | None
    sittings: tuple[Sitting, ...] = ()
    chosen: Sitting | None = None


class Standing(enum.StrEnum):
    OVER = "over"
    FITS = "fits"
    LATE_PAPERS = "late-papers"
    TOO_LATE = "too-late"
    NO_MEETING = "no-meeting"
    PASSED = "passed"

    @property
    def is_late(self) -> bool:
        return self in (Standing.LATE_PAPERS, Standing.TOO_LATE, Standing.PASSED)


@dataclasses.dataclass(frozen=True)
class PlannedBoard:
    """`limit`: the last day on which it may meet. `papers_by`: when its papers go out, for its meeting or, without one, for the limit.

    `in_time`: a later meeting that would fit better than the chosen one. `following`: its first planned meeting after the limit.
    `before`: the name of the next board, empty for the last.
    """

    board: BoardOnTheWay
    standing: Standing
    limit: datetime.date
    sitting: Sitting | None
    papers_by: datetime.date
    in_time: Sitting | None
    following: Sitting | None
    before: str

    @property
    def meets_on(self) -> datetime.date:
        """Its meeting's day, or the last day that would do."""
        return self.sitting.day if self.sitting else self.limit


@dataclasses.dataclass(frozen=True)
class RoutePlan:
    """The boards in their order."""

    boards: tuple[PlannedBoard, ...]
    through_by: datetime.date
    on: datetime.date

    @property
    def ready_by(self) -> datetime.date | None:
        """The day on which the paper must first be ready to go out."""
        open_ones = [board for board in self.boards if board.standing != Standing.OVER]
        return open_ones[0].papers_by if open_ones else None

    @property
    def fits(self) -> bool:
        return all(board.standing in (Standing.OVER, Standing.FITS) for board in self.boards)


def plan(way: Sequence[BoardOnTheWay], through_by: datetime.date, on: datetime.date) -> RoutePlan:
    """Plan from the last board to the first: the latest meeting that still fits, unless one is chosen."""
    planned: list[PlannedBoard] = []
    limit, before, used = through_by, "", set[int]()
    for board in reversed(way):
        found = _plan_one(board, limit, on, before, used)
        planned.append(found)
        limit, before = found.papers_by, board.name
        if found.sitting:
            used.add(found.sitting.pk)
    return RoutePlan(tuple(reversed(planned)), through_by, on)


def _plan_one(board: BoardOnTheWay, limit: datetime.date, on: datetime.date, before: str, used: set[int]) -> PlannedBoard:
    to_come = sorted((one for one in board.sittings if one.day >= on and one.pk not in used), key=lambda one: one.day)
    fitting = [one for one in to_come if one.day <= limit]
    latest = fitting[-1] if fitting else None
    sitting = board.chosen or latest
    day = sitting.day if sitting else last_working_day_by(limit)
    papers_by = clear_days_before(day, board.paper_days or 0)
    better = latest if board.chosen and latest and latest.day > board.chosen.day and papers_by < on else None
    following = next((one for one in to_come if one.day > limit), None)
    standing = _standing(sitting, limit, papers_by, on)
    return PlannedBoard(board, standing, limit, sitting, papers_by, better, following, before)


def _standing(sitting: Sitting | None, limit: datetime.date, papers_by: datetime.date, on: datetime.date) -> Standing:
    if sitting is None:
        return Standing.NO_MEETING if limit >= on else Standing.PASSED
    if sitting.day > limit:
        return Standing.TOO_LATE
    if sitting.over:
        return Standing.OVER
    return Standing.FITS if papers_by >= on else Standing.LATE_PAPERS


def bank_holidays_between(first: datetime.date, last: datetime.date) -> list[datetime.date]:
    """Those that are not weekends anyway, neither end counted: days that clear days pass over."""
    days = (first + datetime.timedelta(days=gap) for gap in range(1, (last - first).days))
    return [day for day in days if closed_because(day).startswith("a bank")]


@dataclasses.dataclass(frozen=True)
class Moment:
    """A day on the timeline."""

    day: datetime.date
    words: str
    kind: str
    late: bool = False


def moments(route: RoutePlan, why_then: str) -> list[Moment]:
    """Papers, meetings, today and the last day, in order of time."""
    found = [Moment(route.on, "Today", "today")]
    for planned in route.boards:
        name, late = planned.board.name, planned.standing.is_late
        if planned.standing == Standing.OVER:
            found.append(Moment(planned.meets_on, f"{name} met", "met"))
        elif planned.sitting:
            found.append(Moment(planned.papers_by, f"Papers for {name} go out", "papers", planned.papers_by < route.on))
            found.append(Moment(planned.meets_on, f"{name} meets", "meeting", planned.standing == Standing.TOO_LATE))
        else:
            found.append(Moment(planned.limit, f"{name} would have to meet by this day", "missing", late))
    found.append(Moment(route.through_by, f"Must be through{f': {why_then}' if why_then else ''}", "end", route.through_by < route.on))
    order = {"met": 0, "papers": 1, "meeting": 2, "missing": 2, "today": 3, "end": 4}
    return sorted(found, key=lambda moment: (moment.day, order[moment.kind]))


def listed_days(days: Iterable[datetime.date]) -> str:
    return ", ".join(dates.say_short(day) for day in days)
