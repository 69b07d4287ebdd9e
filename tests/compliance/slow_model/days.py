"""Days, one by one, and what happened against a day. A vague date is the list of all days it could be."""

import datetime
from collections.abc import Callable, Iterable

from compliance.facts import PartnershipFacts
from svduty.vague_dates import VagueDate

Answer = tuple[str, datetime.date | None, int]
"""Status, the day it is or was due, and by how many days it was met late."""

Days = list[datetime.date]
Place = tuple[str, str]
A_DAY = datetime.timedelta(days=1)
DUTY_BEGAN = datetime.date(2023, 1, 31)
FIRST_STRATEGIES_BY = datetime.date(2024, 1, 31)
ANY_DAY = datetime.date.max  # stands for a due date that the law leaves open: it is not compared
_listed: dict[VagueDate, Days] = {}


def days_of(date: VagueDate) -> Days:
    """Every day it could be."""
    if date not in _listed:
        day, found = date.earliest, [date.earliest]
        while day < date.latest:
            day += A_DAY
            found.append(day)
        _listed[date] = found
    return _listed[date]


def surely(date: VagueDate, sentence: Callable[[datetime.date], bool]) -> bool:
    return all(sentence(day) for day in days_of(date))


def possibly(date: VagueDate, sentence: Callable[[datetime.date], bool]) -> bool:
    return any(sentence(day) for day in days_of(date))


def stands(starts: VagueDate | None, ends: VagueDate | None, day: datetime.date) -> bool:
    """Could it stand on this day? The day it ends still belongs to it; what nobody wrote down is open."""
    return (starts is None or possibly(starts, lambda first: first <= day)) and (ends is None or possibly(ends, lambda last: last >= day))


def surely_stands(starts: VagueDate | None, ends: VagueDate | None, day: datetime.date) -> bool:
    """Must it stand on this day? Not when nobody wrote down since when."""
    return starts is not None and surely(starts, lambda first: first <= day) and (ends is None or surely(ends, lambda last: last >= day))


def count_days(start: datetime.date, end: datetime.date) -> int:
    days = 0
    while start < end:
        start += A_DAY
        days += 1
    return days


def seventh_day(published: datetime.date) -> datetime.date:
    """The last of seven days of which the day of publication is the first."""
    day, number = published, 1
    while number < 7:
        day += A_DAY
        number += 1
    return day


def on_or_after(day: datetime.date, days: int) -> datetime.date:
    for _ in range(days):
        day += A_DAY
    return day


# Judging what happened


def best(outcomes: Iterable[tuple[str, int]]) -> tuple[str, int] | None:
    """Of several happenings the best one counts: in time, then one we cannot place, then the least late."""
    outcomes = list(outcomes)
    for status in ("MET", "CANNOT_TELL"):
        if any(found == status for found, _ in outcomes):
            return status, 0
    return ("MET_LATE", min(late_by for _, late_by in outcomes)) if outcomes else None


def outcome(date: VagueDate, due: datetime.date | None, on: datetime.date, *, counts: bool = True) -> tuple[str, int] | None:
    """What one happening makes of a duty with this due date; None when it had not happened yet."""
    if not possibly(date, lambda day: day <= on):
        return None
    if not counts or not surely(date, lambda day: day <= on):
        return "CANNOT_TELL", 0
    if due is None or surely(date, lambda day: day <= due):
        return "MET", 0
    if surely(date, lambda day: day > due):
        return "MET_LATE", min(count_days(due, day) for day in days_of(date))
    return "CANNOT_TELL", 0


def waiting(facts: PartnershipFacts, rule: str, due: datetime.date | None, on: datetime.date) -> Answer:
    """Nothing happened yet."""
    if due is None:
        return "CANNOT_TELL", None, 0
    if on > due:
        return "OVERDUE", due, 0
    return ("DUE_SOON" if count_days(on, due) <= window(facts, rule) else "DUE_LATER"), due, 0


def judge(
    facts: PartnershipFacts, rule: str, due: datetime.date | None, on: datetime.date, outcomes: Iterable[tuple[str, int] | None]
) -> Answer:
    found = best(each for each in outcomes if each is not None)
    return (found[0], due, found[1]) if found else waiting(facts, rule, due, on)


# Against the day on which something first happened


def first_days(dates: Iterable[VagueDate]) -> Days:
    """Every day on which the first of these happenings could have been: one of them on that day, no other surely before it."""
    dates = list(dates)
    last = min((days_of(date)[-1] for date in dates), default=None)
    return sorted({day for date in dates for day in days_of(date) if last is not None and day <= last})


def placed_against(date: VagueDate, starts: Days, on: datetime.date) -> tuple[str, int]:
    """What had to be done by another event, against each day that event could have been; before that event any day will do."""
    if not surely(date, lambda day: day <= on):
        return "CANNOT_TELL", 0
    if all(day <= start for start in starts for day in days_of(date)):
        return "MET", 0
    if all(day > start for start in starts for day in days_of(date)):
        return "MET_LATE", count_days(starts[-1], days_of(date)[0])
    return "CANNOT_TELL", 0


def by_the_event(starts: Days, on: datetime.date, outcomes: Iterable[tuple[str, int]]) -> Answer:
    """What had to be done by another event: how it was done, or where it stands while nobody did it."""
    found, due = best(outcomes), starts[0] if starts else None
    if found:
        return found[0], due, found[1]
    if due is None:
        return "DUE_LATER", None, 0
    if on <= due:
        return "DUE_SOON", due, 0
    return ("OVERDUE" if on > starts[-1] else "CANNOT_TELL"), due, 0


def window(facts: PartnershipFacts, rule: str) -> int:
    """How many days before its last day a duty is due soon."""
    return next(deadline.window_days for deadline in facts.deadlines if deadline.code == rule)
