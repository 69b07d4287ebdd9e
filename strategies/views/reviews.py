"""The pages that record a review of a strategy, and how it is kept under review. Whether that meets a duty is said on the floor above."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.queries_meetings import decisions_about
from partnerships.views.pages import Trail, address, standing_or_404
from strategies import queries_review
from strategies.forms.annual_review import AnnualReviewForm
from strategies.forms.review_arrangement import ReviewArrangementForm
from strategies.models import AnnualReview, ReviewArrangement, Strategy
from strategies.next_version import next_version
from strategies.panels import panels_of_review
from strategies.review_words import kept_facts
from strategies.views.owned_pages import add_page, change_page, withdraw_from
from strategies.views.pages import strategy_or_404
from svduty import clock

WHY_REVIEW = "What a review of the strategy found and decided. The Act says keep it under review; yearly is guidance."
WHY_ARRANGEMENT = "Who looks at the strategy, how often, and when next. The Act says keep it under review, and leaves the how to you."


@needs(Permission.READ)
def annualreview(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One review: what it found and decided, and what follows from that."""
    review = get_object_or_404(queries_review.reviews_in(request.partnership), pk=pk)
    context = {
        "review": review,
        "strategy": review.strategy,
        "versions_since": queries_review.versions_after(review),
        "next_version": next_version(review.strategy, clock.today()),
        "later_strategies": queries_review.strategies_after(review.strategy),
        "decisions": decisions_about(request.partnership, AnnualReview.record_kind(), review.pk),
        "kept": kept_facts(review),
        "panels": panels_of_review(review, request),
        "breadcrumb": trail_to_reviews(request),
    }
    return render(request, "strategies/annualreview.html", context)


@needs(Permission.EDIT)
def annualreview_add(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    strategy = strategy_or_404(request, strategy_pk)
    form = AnnualReviewForm(request.POST or None, instance=AnnualReview(strategy=strategy))
    return add_page(
        request,
        form,
        strategy.reviews.all(),
        title="Record a review",
        why=WHY_REVIEW,
        back=address(request, "reviews"),
        breadcrumb=trail_to_reviews(request, strategy),
        then=lambda saved: address(request, "annualreview", saved.pk),
        done="Recorded the review.",
    )


@needs(Permission.EDIT)
def annualreview_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    review = standing_or_404(request, queries_review.reviews_in(request.partnership), pk)
    back = address(request, "annualreview", pk)
    trail = [*trail_to_reviews(request), (str(review), back)]
    form = AnnualReviewForm(request.POST or None, instance=review)
    return change_page(request, form, title="Change a review", why=WHY_REVIEW, back=back, breadcrumb=trail)


@needs(Permission.EDIT)
def annualreview_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    records = queries_review.reviews_in(request.partnership)
    back, trail = address(request, "reviews"), trail_to_reviews(request)
    return withdraw_from(request, records, pk, title="Withdraw a review", back=back, breadcrumb=trail)


@needs(Permission.EDIT)
def reviewarrangement_add(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    strategy = strategy_or_404(request, strategy_pk)
    form = ReviewArrangementForm(request.POST or None, instance=ReviewArrangement(strategy=strategy))
    return add_page(
        request,
        form,
        strategy.review_arrangements.all(),
        title="Record how it is kept under review",
        why=WHY_ARRANGEMENT,
        back=address(request, "reviews"),
        breadcrumb=trail_to_reviews(request, strategy),
        done="Recorded how the strategy is kept under review.",
    )


@needs(Permission.EDIT)
def reviewarrangement_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    arrangement = standing_or_404(request, queries_review.arrangements_in(request.partnership), pk)
    form = ReviewArrangementForm(request.POST or None, instance=arrangement)
    trail = trail_to_reviews(request, arrangement.strategy)
    title = "Change how it is kept under review"
    return change_page(request, form, title=title, why=WHY_ARRANGEMENT, back=address(request, "reviews"), breadcrumb=trail)


@needs(Permission.EDIT)
def reviewarrangement_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    records = queries_review.arrangements_in(request.partnership)
    back, trail = address(request, "reviews"), trail_to_reviews(request)
    return withdraw_from(request, records, pk, title="Withdraw a review arrangement", back=back, breadcrumb=trail)


def trail_to_reviews(request: PartnershipRequest, strategy: Strategy | None = None) -> Trail:
    of_strategy = [(strategy.title, address(request, "strategy", strategy.pk))] if strategy else []
    return [("Reviews", address(request, "reviews")), *of_strategy]
