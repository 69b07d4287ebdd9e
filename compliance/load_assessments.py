"""The needs assessments' share of the facts, and how many authorities each area has."""

from typing import Any

from compliance.facts import AssessedAreaFacts, AssessmentFacts, NumberFacts
from compliance.load_rows import STANDING, grouped, number_of
from strategies.models import AssessedArea, DataSource, NeedsAssessment, NumberInArea


def assessments_of(partnership_pks: list[int]) -> dict[int, tuple[AssessmentFacts, ...]]:
    """The needs assessments by partnership, the withdrawn ones left out."""
    of_partnership = NeedsAssessment.objects.filter(partnership__in=partnership_pks, **STANDING).order_by("pk")
    wanted = ("pk", "partnership_id", "title", "period_from", "period_to", "completed_on", "approved_by", "approved_on")
    counted: Any = of_partnership.annotate(number_of_sources=number_of(DataSource, "assessment"))
    rows = list(counted.values_list(*wanted, "number_of_sources", named=True))
    pks = [row.pk for row in rows]
    areas = grouped(
        AssessedArea.objects.filter(assessment__in=pks, **STANDING).order_by("pk"), lambda row: row.assessment_id, _assessed_area
    )

    def make(row: Any) -> AssessmentFacts:
        return AssessmentFacts(
            pk=row.pk,
            title=row.title,
            period_from=row.period_from,
            period_to=row.period_to,
            completed_on=row.completed_on,
            approved_by=row.approved_by,
            approved_on=row.approved_on,
            sources=row.number_of_sources,
            areas=areas[row.pk],
        )

    return grouped(rows, lambda row: row.partnership_id, make)


def _assessed_area(row: AssessedArea) -> AssessedAreaFacts:
    return AssessedAreaFacts(row.pk, row.area_id, len(row.kind_lines), len(row.cause_lines), row.causes_note.strip())


def numbers_of(partnership_pks: list[int]) -> dict[int, tuple[NumberFacts, ...]]:
    """How many authorities of each kind there are, by partnership."""
    rows = NumberInArea.objects.filter(partnership__in=partnership_pks, **STANDING).order_by("pk")
    return grouped(
        rows,
        lambda row: row.partnership_id,
        lambda row: NumberFacts(
            row.pk, row.area_id, row.kind, row.number, row.counted_on, row.source, row.confirmed_by, row.reason.strip()
        ),
    )
