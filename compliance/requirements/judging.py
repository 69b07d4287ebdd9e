"""Judging happenings against a date. The one place that decides met, met late, due, overdue or cannot tell.

Vague dates: in time only if the latest possible day is, late only if the earliest possible day is.
"""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.finding import RecordRef, Status
from svduty import dates
from svduty.vague_dates import Truth, VagueDate


@dataclasses.dataclass(frozen=True)
class Happening:
    """A recorded event that bears on a duty. `doubt` names the fact that is missing before it can count, if any."""

    on: VagueDate
    record: RecordRef
    doubt: str = ""


@dataclasses.dataclass(frozen=True)
class Deadline:
    """The last day for something, as a range where it is counted from a vague date, and its "due soon" window in days."""

    first: datetime.date
    last: datetime.date
    window: int

    @classmethod
    def on(cls, day: datetime.date, window: int) -> "Deadline":
        return cls(day, day, window)


@dataclasses.dataclass(frozen=True)
class Verdict:
    """`happening` is the one that decided; `doubt` says which fact would settle a "cannot tell"."""

    status: Status
    late_by: int = 0
    happening: Happening | None = None
    doubt: str = ""

    @property
    def goodness(self) -> tuple[int, int]:
        """Best outcome first: met, perhaps met, met late by fewest days."""
        return [Status.MET, Status.CANNOT_TELL, Status.MET_LATE].index(self.status), self.late_by


def judge(happenings: Iterable[Happening], deadline: Deadline | None, on: datetime.date) -> Verdict:
    """The best verdict the happenings allow on the day `on`; without any, where the deadline stands.

    Without a deadline a happening is met, and its absence cannot be told apart from work in progress.
    """
    verdicts = [_judge_one(happening, deadline, on) for happening in happenings if happening.on.by(on) is not Truth.NO]
    return min(verdicts, key=lambda verdict: verdict.goodness) if verdicts else pending(deadline, on)


def pending(deadline: Deadline | None, on: datetime.date) -> Verdict:
    """Where a deadline stands while nothing has happened."""
    if deadline is None:
        return Verdict(Status.CANNOT_TELL)
    if on > deadline.last:
        return Verdict(Status.OVERDUE)
    if on > deadline.first:
        return Verdict(Status.CANNOT_TELL, doubt="Give the exact date from which the time is counted.")
    return Verdict(Status.DUE_SOON if (deadline.first - on).days <= deadline.window else Status.DUE_LATER)


def _judge_one(happening: Happening, deadline: Deadline | None, on: datetime.date) -> Verdict:
    if happening.doubt:
        return Verdict(Status.CANNOT_TELL, happening=happening, doubt=happening.doubt)
    if happening.on.by(on) is Truth.MAYBE:
        return Verdict(Status.CANNOT_TELL, happening=happening, doubt=f"Give the exact date instead of {happening.on}.")
    if deadline is None or happening.on.latest <= deadline.first:
        return Verdict(Status.MET, happening=happening)
    if happening.on.earliest > deadline.last:
        return Verdict(Status.MET_LATE, (happening.on.earliest - deadline.last).days, happening)
    return Verdict(Status.CANNOT_TELL, happening=happening, doubt=_which_date(happening, deadline))


def _which_date(happening: Happening, deadline: Deadline) -> str:
    if happening.on.exact:
        return "Give the exact date from which the time is counted."
    return f"Give the exact date instead of {happening.on}: it may have been before or after {dates.say(deadline.last)}."


def when(day: VagueDate) -> str:
    """`on 16 January 2024 (Tuesday)` or `in January 2024`, for a sentence."""
    return f"on {dates.say(day.earliest)}" if day.exact else f"in {day}"
