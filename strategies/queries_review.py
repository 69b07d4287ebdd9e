"""Named reads about the reviews of a strategy."""

from django.db.models import Max, Prefetch, QuerySet

from partnerships.models import AuditChain, AuditEntry, Board, Partnership
from strategies.models import AnnualReview, NeedsAssessment, Publication, ReviewArrangement, Strategy, Version


def arrangements_in(partnership: Partnership) -> QuerySet[ReviewArrangement]:
    return ReviewArrangement.objects.filter(strategy__partnership=partnership).select_related("strategy__partnership")


def reviews_in(partnership: Partnership) -> QuerySet[AnnualReview]:
    return AnnualReview.objects.filter(strategy__partnership=partnership).select_related("strategy__partnership", "assessment", "board")


def reviews_of(strategy: Strategy) -> list[AnnualReview]:
    """Newest first, withdrawn ones among them."""
    return sorted(strategy.reviews.all(), key=lambda review: (review.held_on.latest, review.pk), reverse=True)


def strategies_with_reviews(partnership: Partnership) -> QuerySet[Strategy]:
    """The strategies that stand, newest first, with their arrangements and reviews, withdrawn ones among these."""
    found = Strategy.objects.filter(partnership=partnership, withdrawn_on__isnull=True)
    return found.order_by("-id").prefetch_related("review_arrangements", Prefetch("reviews", AnnualReview.objects.order_by("id")))


def publications_of(strategy: Strategy) -> QuerySet[Publication]:
    """Of any version of the strategy, those that were not withdrawn."""
    return Publication.objects.filter(strategy_version__strategy=strategy, withdrawn_on__isnull=True)


def versions_after(review: AnnualReview) -> list[Version]:
    """The versions dated surely after the review, oldest first."""
    versions = review.strategy.versions.defer("sections").order_by("number")
    return [version for version in versions if version.dated.earliest > review.held_on.latest]


def newest_unpublished(strategy: Strategy) -> Version | None:
    """The newest version, where no publication of it stands."""
    newest = strategy.versions.defer("sections").prefetch_related("publications", "approvals").order_by("-number").first()
    return None if newest is None or any(one.withdrawn_on is None for one in newest.publications.all()) else newest


def draft_begun(strategy: Strategy) -> bool:
    """Was the working draft begun anew after the newest version was recorded, by the history?"""
    begun = AuditEntry.objects.filter(scope=AuditChain.scope_of(strategy.partnership), target_kind="strategy", target_pk=strategy.pk)
    newest = strategy.versions.aggregate(at=Max("frozen_at"))["at"]
    begun = begun.filter(event="strategy.begun")
    return (begun.filter(at__gt=newest) if newest else begun).exists()


def strategies_after(strategy: Strategy) -> QuerySet[Strategy]:
    """The strategies that follow this one."""
    return strategy.followed_by.filter(withdrawn_on__isnull=True).order_by("id")


def boards_to_choose(partnership: Partnership) -> QuerySet[Board]:
    """Every board, also one that has ended since: it may have approved what is recorded now."""
    return Board.objects.filter(partnership=partnership).order_by("name")


def assessments_to_choose(partnership: Partnership) -> QuerySet[NeedsAssessment]:
    """The needs assessments that stand, newest first."""
    return NeedsAssessment.objects.filter(partnership=partnership, withdrawn_on__isnull=True).order_by("-id")
