"""What follows a finished review: the chain of a revision with its days, and the one press that begins each."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from compliance.answers import facts_for
from compliance.reviewing.due import next_reviews
from compliance.reviewing.following import chain
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.views.pages import address
from strategies.actions.begin_next_draft import begin_next_draft
from strategies.actions.begin_refresh import begin_refresh
from strategies.drafted import drafted_sections
from strategies.models import AnnualReview, Strategy
from strategies.models.review import ReviewDecision
from strategies.next_version import next_version
from strategies.queries_review import draft_begun, reviews_in, strategies_after
from strategies.queries_rolling import rolled_from
from svduty import clock


def following_panel(review: AnnualReview, request: PartnershipRequest) -> tuple[str, str, dict[str, Any]] | None:
    """On the page of a review that stands: when the next one is due, and of a decision to revise the way to the sending."""
    if review.withdrawn_on or not review.decision:
        return None
    [facts] = facts_for([request.partnership])
    on = default_day(request.partnership, clock.today())
    due = next((one.due_on for one in next_reviews(facts, on) if one.strategy_pk == review.strategy_id), None)
    context: dict[str, Any] = {
        "steps": chain(facts, review.pk, on),
        "next_due": due,
        "today": clock.today(),
        "later": strategies_after(review.strategy).exists(),
        "rolled": rolled_from(review.strategy),
        "revises": review.decision == ReviewDecision.REVISE,
        "may_begin": review.decision == ReviewDecision.REVISE and _may_begin(review.strategy),
        "refreshes": review.decision == ReviewDecision.REFRESH,
        "standing": not review.strategy.withdrawn_on,
    }
    told = context["steps"] or context["next_due"] or context["rolled"]
    if not told and not (context["revises"] or context["refreshes"]):
        return None
    return "The way on", "compliance/following.html", context


@needs(Permission.EDIT)
def review_next_draft(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Say what it does first; on POST every section of the draft is to write again, its text kept."""
    review = _decided(request, pk, ReviewDecision.REVISE)
    strategy = _review(request, pk).strategy
    if review and not _may_begin(strategy):
        review = None
    if review and request.method != "POST":
        page = {
            "title": "Begin the next version",
            "why": f"{strategy.title}. First see what it does; nothing happens before you press.",
            "intro": _what_it_does(strategy),
            "form": forms.Form(),
            "button": "Begin the next version",
            "back": address(request, "annualreview", pk),
            "breadcrumb": [("Reviews", address(request, "reviews")), (str(review), address(request, "annualreview", pk))],
        }
        return render(request, "components/form_page.html", page)
    number = begin_next_draft(review, actor=request.user, partnership=request.partnership) if review else 0
    if number:
        said = f"The next version begins with {number} section{'' if number == 1 else 's'} to write again; the text of each is kept."
        messages.success(request, said)
    else:
        messages.info(request, "Nothing was changed: the next version is begun already, or there is no text to begin from.")
    return redirect(address(request, "strategy", strategy.pk) + "#draft")


@needs(Permission.EDIT)
@require_POST
def review_refresh(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Begin the needs assessment that the review asked for."""
    review = _decided(request, pk, ReviewDecision.REFRESH)
    if review is None:
        messages.info(request, "This review did not decide to refresh the needs assessment.")
        return redirect("annualreview", slug=slug, pk=pk)
    refreshed = begin_refresh(review, actor=request.user, partnership=request.partnership)
    if refreshed.is_new:
        messages.success(request, "Begun. Who gives which data was copied; what they give and what is found is new.")
    else:
        messages.info(request, "It was begun before.")
    return redirect("needsassessment", slug=slug, pk=refreshed.assessment.pk)


def _may_begin(strategy: Strategy) -> bool:
    """Has no next version begun, neither as a draft nor as one that is recorded and not published?"""
    return next_version(strategy, clock.today()) is None and not draft_begun(strategy)


def _what_it_does(strategy: Strategy) -> str:
    number = len(drafted_sections(strategy))
    if number:
        what = f"All {number} sections of the draft go" if number > 1 else "The one section of the draft goes"
        return f"{what} back to “To write”. The text stays, and so does who writes it. The versions that are recorded stay as they are."
    return "The text of the newest version becomes the draft, each section to write again. The versions that are recorded stay as they are."


def _review(request: PartnershipRequest, pk: int) -> AnnualReview:
    return get_object_or_404(reviews_in(request.partnership), pk=pk)


def _decided(request: PartnershipRequest, pk: int, decision: ReviewDecision) -> AnnualReview | None:
    """The review, where it stands and decided that; None otherwise."""
    review = _review(request, pk)
    counts = review.decision == decision and not review.withdrawn_on and not review.strategy.withdrawn_on
    return review if counts else None
