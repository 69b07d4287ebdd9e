"""Measures and their figures in words: how the newest stands to the one before, to the target, and whether it is out of date. Pure."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Protocol, TypeVar

from strategies.models.measure import Better, Unit
from svduty import dates
from svduty.charts.lines import Point
from svduty.editing.figures import say_figure

FEW = "fewer than 5"
FEW_BELOW = 5
EACH = " for each 1,000"
# What is counted or a share of it; pounds may be a saving, and so less than nothing.
NEVER_BELOW = {Unit.NUMBER.value: "A number", Unit.PERCENT.value: "A percentage", Unit.RATE.value: "A rate"}
ALIKE = Decimal("0.15")  # by so large a share may two lengths of time differ and still be compared: quarters do


class Kind(Protocol):
    """A Measure, or anything that holds the same."""

    @property
    def unit(self) -> str: ...
    @property
    def better(self) -> str: ...
    @property
    def every_months(self) -> int: ...
    @property
    def days_to_report(self) -> int: ...
    @property
    def target(self) -> Decimal | None: ...
    @property
    def target_by(self) -> datetime.date | None: ...


class Figure(Protocol):
    """A Reading, or anything that holds the same."""

    @property
    def pk(self) -> int: ...
    @property
    def first(self) -> datetime.date: ...
    @property
    def last(self) -> datetime.date: ...
    @property
    def value(self) -> Decimal | None: ...
    @property
    def few(self) -> bool: ...
    @property
    def breaks(self) -> bool: ...
    @property
    def withdrawn_on(self) -> datetime.date | None: ...


Read = TypeVar("Read", bound=Figure)


@dataclasses.dataclass(frozen=True)
class Latest:
    """How a measure stands on a day. `change` and `out_of_date` are words, empty where there is nothing to say; `improved` is None where
    nobody can tell, or neither way is better; `met`: is the target reached?"""

    figure: Figure | None
    change: str = ""
    improved: bool | None = None
    met: bool | None = None
    out_of_date: str = ""


def latest_of(measure: Kind, readings: Iterable[Read], on: datetime.date) -> Latest:
    """What the figures known on a day say, those of later times left out."""
    known = [reading for reading in in_order(readings) if reading.last <= on]
    if not known:
        return Latest(None)
    newest = known[-1]
    before = next((reading for reading in reversed(known[:-1]) if reading.last < newest.first), None)
    return Latest(
        newest,
        change_words(measure, newest, before),
        _improved(measure, newest, before),
        _met(measure, newest),
        _out_of_date(measure, newest, on),
    )


def in_order(readings: Iterable[Read]) -> list[Read]:
    """Those that stand, by the time they cover."""
    return sorted((one for one in readings if one.withdrawn_on is None), key=lambda one: (one.last, one.first, one.pk))


def figure_words(measure: Kind, figure: Figure) -> str:
    """`41`, `12.5%`, `£1,200`, `fewer than 5`."""
    return FEW if figure.value is None else value_words(measure.unit, figure.value)


def below_nothing(unit: str, value: Decimal | None) -> str:
    """Why a figure or target below 0 cannot be of that unit, as a sentence; empty where it can."""
    if value is None or value >= 0 or unit not in NEVER_BELOW:
        return ""
    return f"{NEVER_BELOW[unit]} cannot be less than 0. Enter what was counted, not by how much it changed."


def value_words(unit: str, value: Decimal) -> str:
    said = say_figure(value)
    if unit == Unit.PERCENT:
        return f"{said}%"
    if unit == Unit.RATE:
        return f"{said}{EACH}"
    return f"£{said}" if unit == Unit.POUNDS else said


def change_words(measure: Kind, newest: Figure, before: Figure | None) -> str:
    """`down from 41 to 36`, or why it cannot be said."""
    if before is None:
        return "the first figure"
    if newest.breaks:
        return "cannot be compared with those before"
    if not _alike(newest, before):
        return "covers a longer or shorter time than the one before"
    now, then = figure_words(measure, newest), figure_words(measure, before)
    if measure.unit == Unit.RATE:
        then = then.removesuffix(EACH)
    if newest.value is None or before.value is None:
        return f"still {FEW}" if now == then else f"{then} before, now {now}"
    if newest.value == before.value:
        return f"unchanged at {now}"
    return f"{'up' if newest.value > before.value else 'down'} from {then} to {now}"


def target_words(measure: Kind) -> str:
    """`30 or fewer by 31 March 2028`; empty without a target."""
    if measure.target is None:
        return ""
    said = value_words(measure.unit, measure.target)
    side = {Better.LOWER.value: " or less", Better.HIGHER.value: " or more"}.get(measure.better, "")
    return f"{said}{side}" + (f" by {dates.say_short(measure.target_by)}" if measure.target_by else "")


def due_by(measure: Kind, newest: Figure) -> tuple[datetime.date, datetime.date]:
    """The last day of the time after the newest figure, and the day by which its figure should be there."""
    ends = _months_on(newest.last, measure.every_months)
    return ends, dates.days_after(ends, measure.days_to_report)


def next_time(measure: Kind, newest: Figure) -> tuple[datetime.date, datetime.date]:
    """The time that follows the newest figure's."""
    return dates.days_after(newest.last, 1), due_by(measure, newest)[0]


def overlapping(readings: Iterable[Read], first: datetime.date, last: datetime.date, own: int | None = None) -> Read | None:
    """Another figure that stands and whose time has a day in common with this one; `own` is the key of the figure itself."""
    return next((one for one in in_order(readings) if one.pk != own and one.first <= last and first <= one.last), None)


def fits_length(measure: Kind, first: datetime.date, last: datetime.date) -> bool:
    """Does the time last about as long as a figure of the measure should cover?"""
    usual = Decimal(measure.every_months) * Decimal("30.44")
    return abs((last - first).days + 1 - usual) <= usual * ALIKE


def period_words(first: datetime.date, last: datetime.date) -> str:
    """`May 2026`, `April to June 2026`, `2026/27`, `2026`, or both days."""
    if first.day != 1 or last != dates.last_day_of_month(last.year, last.month):
        return f"{dates.say_short(first)} to {dates.say_short(last)}"
    if (first, last) == dates.financial_year(dates.financial_year_of(first)):
        return dates.say_financial_year(first.year)
    begins, ends = dates.MONTHS[first.month - 1], dates.MONTHS[last.month - 1]
    if first.year != last.year:
        return f"{begins} {first.year} to {ends} {last.year}"
    if (first.month, last.month) == (1, 12):
        return str(first.year)
    return f"{begins} {first.year}" if begins == ends else f"{begins} to {ends} {last.year}"


def points_of(measure: Kind, readings: Sequence[Figure]) -> list[Point]:
    """The figures that stand as the line chart takes them."""
    return [
        Point(one.first, one.last, one.value, period_words(one.first, one.last), figure_words(measure, one), one.breaks)
        for one in in_order(readings)
    ]


def _alike(newest: Figure, before: Figure) -> bool:
    now, then = ((one.last - one.first).days + 1 for one in (newest, before))
    return abs(now - then) <= ALIKE * max(now, then)


def _improved(measure: Kind, newest: Figure, before: Figure | None) -> bool | None:
    if before is None or newest.breaks or not _alike(newest, before) or newest.value is None or before.value is None:
        return None
    if measure.better == Better.NEITHER or newest.value == before.value:
        return None
    return (newest.value < before.value) == (measure.better == Better.LOWER)


def _met(measure: Kind, newest: Figure) -> bool | None:
    if measure.target is None or measure.better == Better.NEITHER:
        return None
    if newest.value is None:
        # Four at most: enough to tell only where the target is no lower.
        return True if measure.better == Better.LOWER and measure.target >= FEW_BELOW - 1 else None
    return newest.value <= measure.target if measure.better == Better.LOWER else newest.value >= measure.target


def _out_of_date(measure: Kind, newest: Figure, on: datetime.date) -> str:
    ends, by = due_by(measure, newest)
    return f"The figure to {dates.say_short(ends)} was expected by {dates.say_short(by)}." if by < on else ""


def _months_on(day: datetime.date, months: int) -> datetime.date:
    """The end of a month gives the end of a month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = dates.last_day_of_month(year, month + 1)
    at_the_end = day == dates.last_day_of_month(day.year, day.month)
    return last if at_the_end else last.replace(day=min(day.day, last.day))
