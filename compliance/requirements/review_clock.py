"""When the yearly review is due (DL-06): a year after the last review or publication, or each year on the day of first publication."""

import dataclasses
import datetime
from collections.abc import Callable

from compliance.facts import ReviewFacts
from compliance.requirements.judging import Deadline
from svduty import dates

Range = tuple[datetime.date, datetime.date]


@dataclasses.dataclass(frozen=True)
class Clock:
    """`past`: the reviews that answered a year, with that year's last day and how it was worked out. `deadline`: of the year that
    runs; a record after `began` bears on it."""

    past: tuple[tuple[ReviewFacts, Deadline, str], ...]
    deadline: Deadline
    worked_out: str
    began: datetime.date


def rolling(starts: list[Range], reviews: list[ReviewFacts], window: int) -> Clock:
    """One year after the later of the last complete review and the newest publication. `starts`: first publications of versions;
    `reviews`: complete ones, in order."""
    past = []
    for at, review in enumerate(reviews):
        published = [start for start in starts if start[1] <= review.held_on.latest]
        if published:
            begun, said = _later(published, reviews[:at])
            past.append((review, _a_year_after(begun, window), said))
    begun, said = _later(starts, reviews)
    return Clock(tuple(past), _a_year_after(begun, window), said, begun[0])


def _later(starts: list[Range], reviews: list[ReviewFacts]) -> tuple[Range, str]:
    publication = max(start[0] for start in starts), max(start[1] for start in starts)
    first = max([publication[0], *(review.held_on.earliest for review in reviews)])
    last = max([publication[1], *(review.held_on.latest for review in reviews)])
    what = "the day it was last published" if (first, last) == publication else "the last review"
    return (first, last), f"one year after {what}, {_said((first, last))}"


def _a_year_after(begun: Range, window: int) -> Deadline:
    return Deadline(dates.one_year_on(begun[0]), dates.one_year_on(begun[1]), window)


def anniversaries(starts: list[Range], reviews: list[ReviewFacts], window: int) -> Clock:
    """Each year on the day of first publication. A review up to `window` days before an anniversary, or later, is that year's."""
    origin = min(start[0] for start in starts), min(start[1] for start in starts)
    early = _answered(origin[0], [review.held_on.earliest for review in reviews], window)
    late = _answered(origin[1], [review.held_on.latest for review in reviews], window)
    said = f"each year from the day it was first published, {_said(origin)}"
    past = []
    for review, one, other in zip(reviews, early, late, strict=False):
        days = [day for day in (one, other) if day]
        if days:
            past.append((review, Deadline(min(days), max(days), window), said))
    due = sorted((early[-1] or origin[0], late[-1] or origin[1]))
    return Clock(tuple(past), Deadline(due[0], due[1], window), said, dates.days_after(due[0], -window - 1))


def _answered(origin: datetime.date, held: list[datetime.date], window: int) -> list[datetime.date | None]:
    """For each review the anniversary it answers, None for one too early; last the anniversary that is due now."""
    due = dates.years_on(origin, 1)
    answered: list[datetime.date | None] = []
    for day in held:
        if day >= dates.days_after(due, -window):
            answered.append(due)
            due = _first(origin, lambda anniversary, day=day: anniversary > dates.days_after(day, window))  # type: ignore[misc]
        else:
            answered.append(None)
    return [*answered, due]


def _first(origin: datetime.date, fits: Callable[[datetime.date], bool]) -> datetime.date:
    years = 1
    while not fits(dates.years_on(origin, years)):
        years += 1
    return dates.years_on(origin, years)


def _said(begun: Range) -> str:
    first, last = begun
    return dates.say_short(first) if first == last else f"between {dates.say_short(first)} and {dates.say_short(last)}"
