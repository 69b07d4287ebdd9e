"""Named reads of needs assessments, each through the partnership: another partnership's record is never found."""

from django.db.models import Case, IntegerField, Prefetch, Q, QuerySet, Value, When

from partnerships.models import DutyHolder, LocalGovernmentArea, Organisation, Partnership
from partnerships.models.body import Standing
from partnerships.queries import areas_of, duty_holders_of, organisations_for
from strategies.models import AssessedArea, DataSource, NeedsAssessment, Strategy, Version


def assessments_of(partnership: Partnership) -> QuerySet[NeedsAssessment]:
    """The partnership's needs assessments, newest first, the withdrawn ones included."""
    return NeedsAssessment.objects.filter(partnership=partnership).select_related("document")


def assessments_with_findings(partnership: Partnership) -> QuerySet[NeedsAssessment]:
    """The same with what each found and from which data, and the strategies that rest on it, in a fixed number of queries."""
    areas = AssessedArea.objects.select_related("area")
    sources = DataSource.objects.select_related("organisation")
    return assessments_of(partnership).prefetch_related(
        Prefetch("assessed_areas", areas), Prefetch("data_sources", sources), Prefetch("strategies", Strategy.objects.order_by("pk"))
    )


def assessments_behind(partnership: Partnership, strategy: Strategy) -> QuerySet[NeedsAssessment]:
    """What a strategy may rest on: those that count, and the one it names now."""
    return assessments_of(partnership).filter(Q(withdrawn_on__isnull=True) | Q(pk=strategy.assessment_id))


def assessed_areas_in(partnership: Partnership) -> QuerySet[AssessedArea]:
    return AssessedArea.objects.filter(assessment__partnership=partnership).select_related("assessment__partnership", "area")


def data_sources_in(partnership: Partnership) -> QuerySet[DataSource]:
    return DataSource.objects.filter(assessment__partnership=partnership).select_related("assessment__partnership", "organisation")


def strategies_resting_on(assessment: NeedsAssessment) -> QuerySet[Strategy]:
    """The strategies that name it and count, with the decisions on their versions."""
    versions = Version.objects.defer("sections", "note").prefetch_related("approvals")
    return assessment.strategies.filter(withdrawn_on__isnull=True).prefetch_related(Prefetch("versions", versions))


def other_row_for(row: AssessedArea, area: LocalGovernmentArea) -> AssessedArea | None:
    """What else the assessment is recorded to have found in the area."""
    return AssessedArea.objects.filter(assessment=row.assessment, area=area, withdrawn_on__isnull=True).exclude(pk=row.pk).first()


def areas_by_name(partnership: Partnership) -> QuerySet[LocalGovernmentArea]:
    return areas_of(partnership).order_by("name")


def specified_holders(partnership: Partnership) -> QuerySet[DutyHolder]:
    """Who takes part, or took part, as a specified authority."""
    return duty_holders_of(partnership).filter(capacity__standing=Standing.SPECIFIED)


def specified_bodies(partnership: Partnership) -> QuerySet[Organisation]:
    """The organisations among them, by name."""
    return Organisation.objects.filter(pk__in=specified_holders(partnership).values("organisation")).order_by("name")


def givers_of_data(partnership: Partnership) -> QuerySet[Organisation]:
    """Who may have given data: first the specified authorities, then the rest of the register."""
    specified = specified_holders(partnership).values("organisation")
    first = Case(When(pk__in=specified, then=Value(0)), default=Value(1), output_field=IntegerField())
    return organisations_for(partnership).order_by(first, "name")
