"""Scrutiny's and the yearly papers' share of the facts, without their texts."""

from typing import Any

from compliance.facts import (
    HomicideReviewFacts,
    PartnershipPlanFacts,
    PolicingContactFacts,
    ScrutinyMeetingFacts,
    ScrutinyReportFacts,
    StatementFacts,
)
from compliance.load_rows import STANDING, grouped
from partnerships.models import PolicingBodyContact
from strategies.models import AssuranceStatement, HomicideReview, PartnershipPlan, ScrutinyMeeting, ScrutinyReport


def scrutiny_meetings_of(partnership_pks: list[int]) -> dict[int, tuple[ScrutinyMeetingFacts, ...]]:
    """The meetings of councils' crime and disorder committees, by partnership."""
    return _made(ScrutinyMeeting, partnership_pks, ScrutinyMeetingFacts, "pk", "council", "held_on", "functions", "next_on")


def scrutiny_reports_of(partnership_pks: list[int]) -> dict[int, tuple[ScrutinyReportFacts, ...]]:
    """Their reports and recommendations, by partnership."""

    def make(pk: int, title: str, dated: Any, asked_of_pk: int | None, asked_of: str | None, replied_on: Any) -> ScrutinyReportFacts:
        return ScrutinyReportFacts(pk, title, dated, asked_of_pk, asked_of or "", replied_on)

    return _made(ScrutinyReport, partnership_pks, make, "pk", "title", "dated", "asked_of", "asked_of__name", "replied_on")


def partnership_plans_of(partnership_pks: list[int]) -> dict[int, tuple[PartnershipPlanFacts, ...]]:
    """The community safety partnership's own plans, by partnership."""
    wanted = ("pk", "title", "covers", "strategy", "period_from", "period_to", "adopted_on")
    return _made(PartnershipPlan, partnership_pks, PartnershipPlanFacts, *wanted)


def statements_of(partnership_pks: list[int]) -> dict[int, tuple[StatementFacts, ...]]:
    """The yearly assurance statements, by partnership."""

    def make(pk: int, year: int, due: Any, approver: int | None, approved_on: Any) -> StatementFacts:
        return StatementFacts(pk, year, due, approver is not None, approved_on)

    return _made(AssuranceStatement, partnership_pks, make, "pk", "year", "due", "approved_by", "approved_on")


def homicides_of(partnership_pks: list[int]) -> dict[int, tuple[HomicideReviewFacts, ...]]:
    """The register of homicide reviews, by partnership."""
    wanted = ("pk", "reference", "notified_on", "decided_on", "under_review", "finished_on")
    return _made(HomicideReview, partnership_pks, HomicideReviewFacts, *wanted)


def policing_contacts_of(partnership_pks: list[int]) -> dict[int, tuple[PolicingContactFacts, ...]]:
    """Meetings, visits and reports of the local policing body, by partnership."""
    wanted = ("pk", "kind", "by__name", "held_on", "answer_by", "answered_on")
    return _made(PolicingBodyContact, partnership_pks, PolicingContactFacts, *wanted)


def _made(model: Any, partnership_pks: list[int], make: Any, *wanted: str) -> dict[int, tuple[Any, ...]]:
    """Facts made of these values of the records that stand, by partnership."""
    rows = model.objects.filter(partnership__in=partnership_pks, **STANDING).order_by("pk")
    return grouped(rows.values_list("partnership", *wanted), lambda row: row[0], lambda row: make(*row[1:]))
