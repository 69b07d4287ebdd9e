"""What of this floor an agenda or a decision may be about."""

from collections.abc import Iterator

from partnerships.models import Partnership
from partnerships.pointing import Choice
from strategies.models import AnnualReview, NeedsAssessment, Version


def versions_to_point_at(partnership: Partnership) -> Iterator[Choice]:
    """A frozen version never changes: its number is its version."""
    found = Version.objects.filter(strategy__partnership=partnership, strategy__withdrawn_on__isnull=True)
    for version in found.only("title", "number", "strategy").order_by("-strategy_id", "-number"):
        yield version.pk, str(version), version.number


def assessments_to_point_at(partnership: Partnership) -> Iterator[Choice]:
    found = NeedsAssessment.objects.filter(partnership=partnership, withdrawn_on__isnull=True)
    for assessment in found.only("title", "version").order_by("-pk"):
        yield assessment.pk, f"Needs assessment “{assessment.title}”", assessment.version


def reviews_to_point_at(partnership: Partnership) -> Iterator[Choice]:
    found = AnnualReview.objects.filter(strategy__partnership=partnership, strategy__withdrawn_on__isnull=True, withdrawn_on__isnull=True)
    for review in found.select_related("strategy").only("held_on", "version", "strategy__title").order_by("-pk"):
        yield review.pk, f"{review} of “{review.strategy.title}”", review.version
