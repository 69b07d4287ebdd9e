"""Anyborough's two needs assessments, and how many schools, prisons and places of youth custody it has.

The first could not say why violence happens and said so; the second lacks part of one body's figures.
"""

import datetime

from compliance.examples import anyborough_year_texts as texts
from compliance.examples.loading import Example, ago, met_on
from partnerships.models import LocalGovernmentArea, Organisation
from strategies.models import AssessedArea, DataSource, NeedsAssessment, NumberInArea
from strategies.models.consultation import Consulted
from svduty import dates
from svduty.vague_dates import VagueDate


def add_assessments(
    example: Example, area: LocalGovernmentArea, bodies: dict[str, Organisation], on: datetime.date
) -> tuple[NeedsAssessment, NeedsAssessment]:
    """Add both; the first stands behind the earlier strategy, the second behind today's."""
    first = NeedsAssessment(
        partnership=example.partnership,
        title="First look at serious violence in Anyborough",
        **_financial_years(1, ago(on, 1160).earliest),
        completed_on=met_on(on, 1138),
        approved_by="Community Safety Partnership board",
        approved_on=met_on(on, 1132),
        reference="Board minutes, item 2",
        findings=texts.FIRST_FINDINGS,
        note="Short, because only counts of offences could be had in time.",
    )
    example.add(first)
    example.add(AssessedArea(assessment=first, area=area, kinds=texts.FIRST_KINDS, causes_note=texts.NO_CAUSES_YET))
    counts = DataSource(assessment=first, organisation=bodies["Anyshire Police"], what="Recorded offences", received_on=ago(on, 1147))
    example.add(counts)
    second = NeedsAssessment(
        partnership=example.partnership,
        title="Second needs assessment: serious violence in Anyborough and what lies behind it",
        **_financial_years(2, ago(on, 200).earliest),
        completed_on=met_on(on, 175),
        approved_by="Community Safety Partnership board",
        approved_on=met_on(on, 165),
        reference="Board minutes, item 3",
        findings=texts.FINDINGS,
        recommendations=texts.RECOMMENDATIONS,
        note="Holds counts only; no one can be recognised from it. Tested with practitioners and the young people's panel.",
    )
    example.add(second)
    example.add(AssessedArea(assessment=second, area=area, kinds=texts.KINDS, causes=texts.CAUSES))
    for name, what, days_ago, gap in texts.SOURCES:
        source = DataSource(assessment=second, what=what, received_on=ago(on, days_ago), gap=gap)
        source.organisation, source.other_body = bodies.get(name), "" if name in bodies else name
        example.add(source)
    return first, second


def _financial_years(years: int, until: datetime.date) -> dict[str, VagueDate]:
    """The last so many years from April to March that were over on the day."""
    last = until.year if until > datetime.date(until.year, 3, 31) else until.year - 1
    return {"period_from": VagueDate.from_edtf(f"{last - years}-04"), "period_to": VagueDate.from_edtf(f"{last}-03")}


def add_numbers(example: Example, area: LocalGovernmentArea, on: datetime.date) -> None:
    """Counted for each strategy. In between one school was opened."""
    for day, schools in [(1128, 41), (124, texts.SCHOOLS_THERE)]:
        for kind, number, source, confirmed_by, reason in [
            (Consulted.EDUCATION, schools, "Anyshire's register of schools", "Head of Education Services, Anyshire County Council", ""),
            (Consulted.PRISON, 0, "List of prisons in England", "Head of Probation Delivery, Anyshire", texts.NO_PRISON),
            (Consulted.YOUTH_CUSTODY, 0, "List of youth custody in England", "Head of Youth Justice", texts.NO_YOUTH_CUSTODY),
        ]:
            counted = NumberInArea(
                partnership=example.partnership,
                area=area,
                kind=kind,
                number=number,
                counted_on=VagueDate.of(dates.days_after(on, -day)),
                source=source,
                confirmed_by=confirmed_by,
                reason=reason,
            )
            example.add(counted)
