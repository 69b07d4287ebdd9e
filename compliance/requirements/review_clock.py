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
    runs; a record after `began` bears on it. `next_after`: when the review after one held on a day would be due."""

    past: tuple[tuple[ReviewFacts, Deadline, str], ...]
    deadline: Deadline
    worked_out: str
    began: datetime.date
    next_after: Callable[[datetime.date], datetime.date]


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
    return Clock(tuple(past), _a_year_after(begun, window), said, begun[0], dates.one_year_on)


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
    due = dates.years_on(origin[0], 1), dates.years_on(origin[1], 1)
    said = f"each year from the day it was first published, {_said(origin)}"
    past = []
    for review in reviews:
        if review.held_on.latest >= dates.days_after(due[0], -window):
            past.append((review, Deadline(*due, window), said))
            first = _first_after(origin[0], dates.days_after(review.held_on.earliest, window))
            last = _first_after(origin[1], dates.days_after(review.held_on.latest, window))
            due = max(due[0], min(first, last)), max(due[1], first, last)

    def next_after(held: datetime.date) -> datetime.date:
        return _first_after(origin[1], dates.days_after(held, window))

    return Clock(tuple(past), Deadline(*due, window), said, dates.days_after(due[0], -window - 1), next_after)


def _first_after(origin: datetime.date, day: datetime.date) -> datetime.date:
    """The first anniversary of `origin` after `day`."""
    years = max(1, day.year - origin.year)
    anniversary = dates.years_on(origin, years)
    return anniversary if anniversary > day else dates.years_on(origin, years + 1)


def _said(begun: Range) -> str:
    first, last = begun
    return dates.say_short(first) if first == last else f"between {dates.say_short(first)} and {dates.say_short(last)}"
