"""The measures as a workbook: one row a measure and time, with the next times offered empty."""

import datetime
from collections.abc import Iterable
from typing import Any

from strategies.workbooks.columns import Column, Held, Kind, SheetKind, reference_and_version
from strategies.workbooks.says import plain, say_figure
from svduty import dates

REFERENCE, VERSION = reference_and_version()
MOST_OFFERED = 4
FIGURES = SheetKind(
    name="Figures",
    record="reading",
    one="figure",
    columns=(
        REFERENCE,
        Column("measure", "Measure", 44, Kind.CHOICE, "measures", needed=True),
        Column("unit", "Unit", 16, locked=True),
        Column("first", "From", 18, Kind.DAY, needed=True),
        Column("last", "to", 18, Kind.DAY, needed=True),
        Column("value", "Figure", 14, Kind.FIGURE),
        Column("few", "Fewer than five", 12, Kind.YES),
        Column("breaks", "It cannot be compared with those before", 18, Kind.YES),
        Column("note", "Note", 44),
        VERSION,
    ),
    printed=9,
    owner="measure",
    given=("measure", "unit", "first", "last"),
    blank=20,
)
GUIDANCE = (
    "Fill in the white cells of the sheet “Figures”: one row is one figure of a measure for the days from and to. The next times that have "
    "ended are there already, and need only their figure.",
    "Where a figure is so small that it could tell of one person, leave it empty and enter Yes under “Fewer than five”.",
    "Enter figures only, with at most two after the point. Where figures cannot be compared with those before, say so and say why.",
    "To put a figure right, write over it. Deleting a row takes nothing away.",
    "Formulas, merged cells and pictures are not taken. Save it as an Excel workbook (.xlsx) and send it back to whoever sent it to you. "
    "They see each change before anything is kept.",
)


def held_reading(reading: Any, measure: Any, measures_words: str) -> Held:
    cells = {
        "measure": measures_words,
        "unit": measure.get_unit_display(),
        "first": dates.say_short(reading.first),
        "last": dates.say_short(reading.last),
        "value": say_figure(reading.value),
        "few": "Yes" if reading.few else "",
        "breaks": "Yes" if reading.breaks else "",
        "note": plain(reading.note),
    }
    title = f"{dates.say_short(reading.first)} to {dates.say_short(reading.last)}"
    return Held(reading.pk, reading.version, title, cells, belongs=measure.pk, subject=subject_of(measure))


def offered(measure: Any, measures_words: str, readings: Iterable[Any], on: datetime.date) -> list[Held]:
    """The times after the last figure that have ended by `on`, oldest first; for a measure without figures the last one that has."""
    rows = []
    for first, last in next_times(max((reading.last for reading in readings), default=None), measure.every_months, on):
        cells = {
            "measure": measures_words,
            "unit": measure.get_unit_display(),
            "first": dates.say_short(first),
            "last": dates.say_short(last),
        }
        rows.append(Held(None, 0, "", cells, belongs=measure.pk, subject=subject_of(measure)))
    return rows


def next_times(after: datetime.date | None, months: int, on: datetime.date) -> list[tuple[datetime.date, datetime.date]]:
    """First and last day of each. Without a day to go on from they follow the financial year."""
    if after is None:
        first = dates.financial_year(dates.financial_year_of(on))[0]
        first = first if _months_on(first, months) <= on else dates.financial_year(dates.financial_year_of(on) - 1)[0]
        while _months_on(_months_on(first, months), months) <= on:
            first = _months_on(first, months)
    else:
        first = after + datetime.timedelta(days=1)
    found: list[tuple[datetime.date, datetime.date]] = []
    while len(found) < MOST_OFFERED and (begins := _months_on(first, months)) <= on:
        found.append((first, begins - datetime.timedelta(days=1)))
        first = begins
    return found


def _months_on(day: datetime.date, months: int) -> datetime.date:
    years, month = divmod(day.month - 1 + months, 12)
    last = dates.last_day_of_month(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))


def subject_of(measure: Any) -> tuple[str, str]:
    return f"measure-{measure.pk}", str(measure.name)
