"""The pages that record a review of a strategy, and how it is kept under review. Whether that meets a duty is said on the floor above."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from strategies import queries_review
from strategies.forms.annual_review import AnnualReviewForm
from strategies.forms.review_arrangement import ReviewArrangementForm
from strategies.models import AnnualReview, ReviewArrangement
from strategies.views.owned_pages import add_page, change_page, withdraw_from
from strategies.views.pages import address, standing_or_404, strategy_or_404, trail_to_strategy

WHY_REVIEW = "What a review of the strategy found and decided. The Act says keep it under review; yearly is guidance."
WHY_ARRANGEMENT = "Who looks at the strategy, how often, and when next. The Act says keep it under review, and leaves the how to you."


@needs(Permission.READ)
def annualreview(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One review: what it found and decided, and what follows from that."""
    review = get_object_or_404(queries_review.reviews_in(request.partnership), pk=pk)
    context = {
        "review": review,
        "strategy": review.strategy,
        "followed_by": queries_review.versions_after(review),
        "breadcrumb": trail_to_strategy(request, review.strategy),
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
        then=lambda saved: address(request, "annualreview", saved.pk),
        done="Recorded the review.",
    )


@needs(Permission.EDIT)
def annualreview_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    review = standing_or_404(request, queries_review.reviews_in(request.partnership), pk)
    back = address(request, "annualreview", pk)
    trail = [*trail_to_strategy(request, review.strategy), (str(review), back)]
    form = AnnualReviewForm(request.POST or None, instance=review)
    return change_page(request, form, title="Change a review", why=WHY_REVIEW, back=back, breadcrumb=trail)


@needs(Permission.EDIT)
def annualreview_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    records = queries_review.reviews_in(request.partnership)
    return withdraw_from(request, records, pk, title="Withdraw a review", back=address(request, "reviews"))


@needs(Permission.EDIT)
def reviewarrangement_add(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    strategy = strategy_or_404(request, strategy_pk)
    form = ReviewArrangementForm(request.POST or None, instance=ReviewArrangement(strategy=strategy))
    back = address(request, "reviews")
    title, done = "Record how it is kept under review", "Recorded how the strategy is kept under review."
    return add_page(request, form, strategy.review_arrangements.all(), title=title, why=WHY_ARRANGEMENT, done=done, back=back)


@needs(Permission.EDIT)
def reviewarrangement_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    arrangement = standing_or_404(request, queries_review.arrangements_in(request.partnership), pk)
    form = ReviewArrangementForm(request.POST or None, instance=arrangement)
    title = "Change how it is kept under review"
    return change_page(request, form, title=title, why=WHY_ARRANGEMENT, back=address(request, "reviews"))


@needs(Permission.EDIT)
def reviewarrangement_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    records = queries_review.arrangements_in(request.partnership)
    return withdraw_from(request, records, pk, title="Withdraw a review arrangement", back=address(request, "reviews"))
