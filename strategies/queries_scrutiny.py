"""Named reads of scrutiny, and of the papers of a year: plans, statements, readiness, homicide reviews."""

from typing import Any

from django.db.models import F, Q, QuerySet

from partnerships.models import Organisation, Partnership
from partnerships.models.body import OrganisationKind
from partnerships.queries_meetings import bodies_at_hand
from strategies.models import (
    AssuranceStatement,
    HomicideReview,
    PartnershipPlan,
    ReadinessAssessment,
    ScrutinyMeeting,
    ScrutinyReport,
    ScrutinyRequest,
)
from svduty.editing.records import STANDING_FIRST

COUNCILS = (OrganisationKind.COUNCIL, OrganisationKind.COUNTY_COUNCIL)


def scrutiny_meetings_of(partnership: Partnership) -> QuerySet[ScrutinyMeeting]:
    """The newest first, what was withdrawn last."""
    return partnership.scrutiny_meetings.select_related("council").order_by(STANDING_FIRST, "-held_on", "-id")


def scrutiny_reports_of(partnership: Partnership) -> QuerySet[ScrutinyReport]:
    """What waits for a reply first, then the newest."""
    waiting_first = F("replied_on").desc(nulls_first=True)
    found = partnership.scrutiny_reports.select_related("council", "asked_of", "document")
    return found.order_by(STANDING_FIRST, waiting_first, "-dated", "-id")


def scrutiny_requests_of(partnership: Partnership) -> QuerySet[ScrutinyRequest]:
    """What waits for an answer first, then the newest."""
    waiting_first = F("answered_on").desc(nulls_first=True)
    found = partnership.scrutiny_requests.select_related("council", "asked_of")
    return found.order_by(STANDING_FIRST, waiting_first, "-asked_on", "-id")


def councils_of(partnership: Partnership) -> QuerySet[Organisation]:
    """The councils that take part now."""
    found = Organisation.objects.filter(duty_holders__partnership=partnership, duty_holders__ends__isnull=True)
    return found.filter(kind__in=COUNCILS).distinct().order_by("name")


def committees_known(partnership: Partnership) -> list[str]:
    """The names of committees as they were entered before."""
    where: dict[str, Any] = {"partnership": partnership}
    named = [model.objects.filter(**where).order_by().values_list("committee", flat=True) for model in (ScrutinyMeeting, ScrutinyReport)]
    return sorted({committee for names in named for committee in names if committee})


def bodies_to_ask(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    return bodies_at_hand(partnership, named)


def councils_to_choose(partnership: Partnership, named: int | None) -> QuerySet[Organisation]:
    """Only councils have crime and disorder committees. The one of key `named` stays, whatever the register says of it; and where it
    says of none that it is a council, all may be chosen, since something was written wrongly there."""
    bodies = bodies_at_hand(partnership, named)
    councils = bodies.filter(Q(kind__in=COUNCILS) | Q(pk=named))
    return councils if councils.exists() else bodies


def partnership_plans_of(partnership: Partnership) -> QuerySet[PartnershipPlan]:
    return partnership.partnership_plans.select_related("strategy").order_by(STANDING_FIRST, F("adopted_on").desc(nulls_last=True), "-id")


def statements_of(partnership: Partnership) -> QuerySet[AssuranceStatement]:
    return partnership.assurance_statements.select_related("approved_by", "partnership").order_by(STANDING_FIRST, "-year", "-id")


def readiness_of(partnership: Partnership) -> QuerySet[ReadinessAssessment]:
    return partnership.readiness.prefetch_related("themes").order_by(STANDING_FIRST, "-assessed_on", "-id")


def homicide_reviews_of(partnership: Partnership) -> QuerySet[HomicideReview]:
    return partnership.homicide_review_records.order_by(STANDING_FIRST, "-notified_on", "-id")
