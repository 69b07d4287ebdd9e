"""What Anyborough measures, invented: six measures with more than two years of figures.

One began to be counted anew on the way, one is mostly too small to be told, one is out of date.
"""

import dataclasses
import datetime
from decimal import Decimal

from compliance.examples.loading import Example
from partnerships.models import Organisation
from strategies.actions.add_national_measures import NATIONAL
from strategies.models import Measure, Objective, Reading
from strategies.models.measure import Better, Frequency, Unit
from svduty import dates

KNOWN_AFTER = 60  # days after its time is over a figure is there
FEW = "few"
HEALTH, POLICE, COUNTY = "NHS Anyshire Integrated Care Board", "Anyshire Police", "Anyshire County Council"
DISTRICT, YOUTH_JUSTICE = "Anyborough District Council", "Anyshire Youth Justice Service"
SAFE_PLACES, CYCLE = "Safe places for young people", "Break the cycle"


@dataclasses.dataclass(frozen=True)
class Measured:
    """`figures`: oldest first, FEW for one too small to be told. `break_at`: the place of the first that cannot be compared with those
    before. `missing`: so many of the latest are not here yet. `year_ends`: the month with which a year or half-year ends."""

    name: str
    body: str
    figures: tuple[str, ...]
    counts: str = ""
    source: str = ""
    objective: str = ""
    unit: str = Unit.NUMBER
    better: str = Better.LOWER
    every: int = Frequency.QUARTERLY
    target: str = ""
    break_at: int = -1
    break_note: str = ""
    missing: int = 0
    year_ends: int = 3


MEASURES = [
    Measured(
        NATIONAL[0][0],
        HEALTH,
        ("16", "14", "15", "13", "12", "13", "11", "9", "10", "8"),
        counts="People under 25 who live in Anyborough, by the day of admission.",
        source=NATIONAL[0][2],
        objective=SAFE_PLACES,
        target="6",
    ),
    Measured(
        NATIONAL[1][0],
        POLICE,
        ("58", "61", "57", "54", "71", "69", "66", "68", "61", "57"),
        counts="Offences recorded in Anyborough in which a knife was used or threatened.",
        source=NATIONAL[1][2],
        objective=SAFE_PLACES,
        target="50",
        break_at=4,
        break_note="Since then threats are counted too.",
    ),
    Measured(NATIONAL[2][0], POLICE, (FEW, "0", "0", "0", FEW, "0", "0", FEW, "0", "0"), counts=NATIONAL[2][1], source=NATIONAL[2][2]),
    Measured(
        "Young people who feel safe at the bus station",
        DISTRICT,
        ("41", "44", "43", "49", "52.5"),
        counts="Share of those asked, aged 11 to 17, who say that they feel safe or very safe there after dark.",
        source="The council's survey at schools",
        objective=SAFE_PLACES,
        unit=Unit.PERCENT,
        better=Better.HIGHER,
        every=Frequency.HALF_YEARLY,
        target="60",
    ),
    Measured(
        "Exclusions from school for good",
        COUNTY,
        ("1.9", "2.14", "1.62"),
        counts="For each 1,000 pupils, in school years.",
        source="School census",
        unit=Unit.RATE,
        every=Frequency.YEARLY,
        year_ends=8,
    ),
    Measured(
        "Young people who meet a mentor within ten days of court",
        YOUTH_JUSTICE,
        ("11", "12", "15", "14", "19", "18", "22", "21", "24"),
        source="Case records of the youth justice service, counts only",
        objective=CYCLE,
        better=Better.HIGHER,
        target="30",
        missing=2,
    ),
]


def add_measures(example: Example, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """Add the measures with the figures that are there on the day `on`. The objectives are there."""
    for one in MEASURES:
        measure = Measure(
            partnership=example.partnership,
            name=one.name,
            counts=one.counts,
            objective=_objective(example, one.objective),
            unit=one.unit,
            better=one.better,
            source=one.source,
            source_body=bodies[one.body],
            every_months=one.every,
            days_to_report=KNOWN_AFTER,
            target=Decimal(one.target) if one.target else None,
            target_by=dates.financial_year(dates.financial_year_of(on) + 2)[1] if one.target else None,
        )
        example.add(measure)
        _figures(example, measure, one, on)


def _objective(example: Example, title: str) -> Objective | None:
    """Of today's strategy, the one that follows another."""
    if not title:
        return None
    return Objective.objects.get(strategy__partnership=example.partnership, strategy__follows__isnull=False, title=title)


def _figures(example: Example, measure: Measure, one: Measured, on: datetime.date) -> None:
    last = _last_end(one, dates.days_after(on, -KNOWN_AFTER))
    for back, figure in enumerate(reversed(one.figures), start=one.missing):
        ends = _months_before(last, back * one.every)
        place = len(one.figures) - 1 - (back - one.missing)
        reading = Reading(
            measure=measure,
            first=dates.days_after(_months_before(ends, one.every), 1),
            last=ends,
            value=None if figure == FEW else Decimal(figure),
            few=figure == FEW,
            breaks=place == one.break_at,
            note=one.break_note if place == one.break_at else "",
        )
        example.add(reading)


def _last_end(one: Measured, by: datetime.date) -> datetime.date:
    """The last day, not after `by`, on which a time of the measure ends."""
    day = dates.last_day_of_month(by.year, by.month)
    while day > by or (day.month - one.year_ends) % one.every:
        day = _months_before(day, 1)
    return day


def _months_before(day: datetime.date, months: int) -> datetime.date:
    """The last day of the month so many months before."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return dates.last_day_of_month(year, month + 1)
