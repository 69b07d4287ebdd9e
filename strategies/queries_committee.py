"""Named reads of what a report to a committee is drafted from. Only what stands is read."""

from django.db.models import QuerySet

from partnerships.models import Partnership
from strategies.models import (
    AssuranceStatement,
    CommitteeReport,
    Consultation,
    EqualityAssessment,
    NeedsAssessment,
    Risk,
    Strategy,
    Version,
)
from svduty.editing.records import STANDING_FIRST

STANDING = {"withdrawn_on": None}


def committee_reports_of(partnership: Partnership) -> QuerySet[CommitteeReport]:
    """The newest first, what was withdrawn last."""
    return partnership.committee_reports.select_related("partnership", "paper").order_by(STANDING_FIRST, "-id")


def statements_whole(partnership: Partnership) -> QuerySet[AssuranceStatement]:
    return partnership.assurance_statements.select_related("partnership", "paper", "approved_by").order_by(STANDING_FIRST, "-year", "-id")


def composed_of(kind: str, partnership: Partnership) -> QuerySet[AssuranceStatement] | QuerySet[CommitteeReport]:
    return statements_whole(partnership) if kind == AssuranceStatement.record_kind() else committee_reports_of(partnership)


def current_strategy(partnership: Partnership) -> Strategy | None:
    """The newest that stands, with its areas."""
    return partnership.strategies.filter(**STANDING).prefetch_related("areas").order_by("-id").first()


def versions_with_publications(strategy: Strategy) -> list[Version]:
    """The newest first."""
    return list(strategy.versions.defer("sections").prefetch_related("publications"))


def consultations_of(strategy: Strategy) -> QuerySet[Consultation]:
    found = Consultation.objects.filter(strategy_version__strategy=strategy, **STANDING)
    return found.select_related("area", "strategy_version").order_by("opens_on", "id")


def equality_of(strategy: Strategy) -> QuerySet[EqualityAssessment]:
    found = EqualityAssessment.objects.filter(strategy_version__strategy=strategy, **STANDING)
    return found.select_related("strategy_version").order_by("-made_on", "-id")


def risks_of(partnership: Partnership) -> QuerySet[Risk]:
    """Those that have not ended, the gravest before anything is done about it first."""
    return partnership.risks.filter(ends=None).select_related("owner").order_by("-likelihood", "-impact", "title")


def assessments_standing(partnership: Partnership) -> QuerySet[NeedsAssessment]:
    return NeedsAssessment.objects.filter(partnership=partnership, **STANDING).order_by("-id")
