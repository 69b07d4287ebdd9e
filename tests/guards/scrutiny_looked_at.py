"""The pages of scrutiny, the policing body and the papers of a year that are looked at in a browser: which records, and how."""

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from partnerships.models import Partnership, PolicingBodyContact
from strategies.models import (
    AssuranceStatement,
    CommitteeReport,
    HomicideReview,
    PartnershipPlan,
    ReadinessAssessment,
    ScrutinyMeeting,
    ScrutinyReport,
    ScrutinyRequest,
)
from tests.cast import day

SCRUTINY_PLACES = ["scrutiny", "policingbody", "partnershipplans", "readinessassessments", "assurancestatements", "committeereports"]
KINDS = (
    ScrutinyMeeting,
    ScrutinyReport,
    ScrutinyRequest,
    PolicingBodyContact,
    PartnershipPlan,
    ReadinessAssessment,
    AssuranceStatement,
    CommitteeReport,
    HomicideReview,
)
TAKEN_AWAY = {"assurancestatement_word", "committeereport_word"}


def scrutiny_sets(ours: Partnership) -> dict[str, QuerySet[Any]]:
    """By kind, those that stand. Homicide reviews are in force for as long as one looks."""
    Partnership.objects.filter(pk=ours.pk).update(homicide_reviews=True)
    HomicideReview.objects.create(partnership=ours, reference="2026/1", notified_on=day("2026-04"), under_review=True)
    return {kind.record_kind(): kind._default_manager.filter(partnership=ours, withdrawn_on=None) for kind in KINDS}


def composed_again(slug: str) -> dict[str, str]:
    """Name -> address of composing as at another day, and of one still to come."""
    [report] = CommitteeReport.objects.filter(partnership__slug=slug)
    address = reverse("committeereport_compose", args=[slug, report.pk])
    return {"composed-again": f"{address}?as_at=1+6+2024", "composed-as-at-a-day-to-come": f"{address}?as_at=1+6+2090"}
