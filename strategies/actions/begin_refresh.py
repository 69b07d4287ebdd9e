import dataclasses

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import AnnualReview, DataSource, NeedsAssessment
from strategies.queries_reviewing import refreshed_since


@dataclasses.dataclass(frozen=True)
class Refreshed:
    """`is_new` is False where one was begun after the review before."""

    assessment: NeedsAssessment
    is_new: bool


@transaction.atomic
def begin_refresh(review: AnnualReview, *, actor: User, partnership: Partnership) -> Refreshed:
    """Begin the needs assessment that a review asked for. Of the one behind the strategy only who gives which data is copied: what came,
    and what was found, is asked anew."""
    lock_row(review.strategy)
    title = f"Needs assessment after the review of {review.held_on}"
    if there := refreshed_since(partnership, title):
        return Refreshed(there, is_new=False)
    assessment = NeedsAssessment.objects.create(partnership=partnership, title=title)
    earlier = review.strategy.assessment
    sources = list(earlier.data_sources.filter(withdrawn_on__isnull=True)) if earlier else []
    DataSource.objects.bulk_create(
        DataSource(assessment=assessment, organisation=one.organisation, other_body=one.other_body, what=one.what) for one in sources
    )
    changes = {"Data to ask for": ["", "; ".join(str(one) for one in sources)]}
    record("needsassessment.added", actor=actor, partnership=partnership, target=assessment, changes=changes)
    return Refreshed(assessment, is_new=True)
