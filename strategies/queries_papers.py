"""Named reads for records that are papers of a meeting."""

from django.db.models import QuerySet

from partnerships.models import Partnership
from strategies.models import AnnualReview, AssessedArea, NeedsAssessment, Version


def version_for_paper(partnership: Partnership, pk: int) -> Version | None:
    return Version.objects.filter(strategy__partnership=partnership, pk=pk).select_related("document").first()


def assessment_for_paper(partnership: Partnership, pk: int) -> NeedsAssessment | None:
    return NeedsAssessment.objects.filter(partnership=partnership, pk=pk).select_related("document").first()


def assessed_areas_for_paper(assessment: NeedsAssessment) -> QuerySet[AssessedArea]:
    return assessment.assessed_areas.filter(withdrawn_on__isnull=True).select_related("area")


def review_for_paper(partnership: Partnership, pk: int) -> AnnualReview | None:
    return AnnualReview.objects.filter(strategy__partnership=partnership, pk=pk).select_related("strategy").first()
