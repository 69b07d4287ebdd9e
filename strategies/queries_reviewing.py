"""Named reads about yearly reviews on their way, and about what was carried over from one strategy into the next."""

import datetime

from django.db.models import QuerySet

from partnerships.models import Partnership
from strategies.models import AnnualReview, NeedsAssessment, ReviewWork, Strategy


def works_in(partnership: Partnership) -> QuerySet[ReviewWork]:
    return ReviewWork.objects.filter(strategy__partnership=partnership).select_related(
        "strategy__partnership", "strategy__assessment", "review"
    )


def works_on_their_way(partnership: Partnership) -> QuerySet[ReviewWork]:
    return works_in(partnership).filter(ended_on__isnull=True)


def on_its_way(strategy: Strategy) -> ReviewWork | None:
    """The yearly review of a strategy that is open."""
    return ReviewWork.objects.filter(strategy=strategy, ended_on__isnull=True).first()


def preparation_of(review: AnnualReview) -> ReviewWork | None:
    """The yearly review on its way that became this one; None for a review that was only recorded."""
    return ReviewWork.objects.filter(review=review).first()


def opened_for(strategy: Strategy, due_on: datetime.date | None) -> bool:
    """Was the review due on that day opened before? One whose review was withdrawn since does not count."""
    return ReviewWork.objects.filter(strategy=strategy, due_on=due_on).exclude(review__withdrawn_on__isnull=False).exists()


def strategies_by_pk(partnership: Partnership, pks: list[int]) -> list[Strategy]:
    return list(Strategy.objects.filter(partnership=partnership, pk__in=pks, withdrawn_on__isnull=True).select_related("partnership"))


def refreshed_since(partnership: Partnership, title: str) -> NeedsAssessment | None:
    """The needs assessment that was begun under this title."""
    return NeedsAssessment.objects.filter(partnership=partnership, title=title, withdrawn_on__isnull=True).first()
