"""A yearly review on its way: opened, filled from the records, judged by people, finished or cancelled."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from compliance.answers import facts_for
from compliance.requirements import CATALOGUE_VERSION
from compliance.reviewing.block import Block, Span
from compliance.reviewing.changes import changes_of, measures_on, span_for
from compliance.reviewing.due import next_reviews
from compliance.reviewing.freezing import as_text, frozen
from compliance.reviewing.shown import charts_of, shown
from compliance.views.review_papers import to_take_away
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import save_record
from partnerships.as_at import default_day
from partnerships.audit.remembered import remembered
from partnerships.views.pages import Trail, address
from partnerships.views.record_page import record_page
from strategies import queries_reviewing as queries
from strategies.actions.cancel_review import cancel_review
from strategies.actions.finish_review import ReviewOver, finish_review
from strategies.actions.open_review import open_review
from strategies.forms.review_work import CancelReviewForm, FinishReviewForm, JudgementsForm
from strategies.models import AnnualReview, ReviewWork, Strategy
from strategies.review_words import findings_of, to_judge
from strategies.views.pages import strategy_or_404
from svduty import clock

# Beside which question of the form which blocks are shown.
BESIDE = {
    "effect": ("measures", "actions", "news", "risks"),
    "new_crimes": ("definitions", "assessments"),
    "people": ("consultations", "meetings", "scrutiny"),
    "money": ("money",),
    "assessment": ("assessments",),
    "decision": ("duties",),
}


@needs(Permission.EDIT)
@require_POST
def reviewwork_open(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    """Open a review before it opens by itself; one that is on its way is gone to instead."""
    strategy = strategy_or_404(request, strategy_pk)
    if strategy.withdrawn_on:
        messages.info(request, "The strategy was withdrawn, so it is not reviewed.")
        return redirect("reviews", slug=slug)
    [facts] = facts_for([request.partnership])
    today = clock.today()
    due_on = next((one.due_on for one in next_reviews(facts, today) if one.strategy_pk == strategy.pk), None)
    opened = open_review(strategy, on=today, due_on=due_on, actor=request.user, partnership=request.partnership)
    if opened is None:
        return redirect("reviews", slug=slug)
    if opened.is_new:
        messages.success(request, "Opened the yearly review. What the records say is there; the rest is yours.")
    else:
        messages.info(request, "This review is on its way already.")
    return redirect("reviewwork", slug=slug, pk=opened.work.pk)


@needs(Permission.READ)
def reviewwork(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """What changed, what was judged so far, and the way on. Of one that is over: what became of it."""
    work = _work(request, pk)
    context: dict[str, Any] = {
        "work": work,
        "strategy": work.strategy,
        "judged": to_judge(work),
        "begun": any(words for _, words in to_judge(work)),
        "today": clock.today(),
        "breadcrumb": trail(request),
    }
    if not work.ended_on:
        span = span_for(work.strategy, default_day(request.partnership, clock.today()))
        blocks, charts = _changed(work.strategy, span)
        context |= {"span": span, "blocks": shown(request, blocks), "away": to_take_away(request, work), "charts": charts}
    return render(request, "compliance/reviewing.html", context)


@needs(Permission.EDIT)
def reviewwork_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The judgements, each beside what the records say about it. They may be saved half done."""
    work = _work(request, pk)
    back = address(request, "reviewwork", pk)
    if work.ended_on and request.method != "POST":
        return _over(request, work)
    span = span_for(work.strategy, default_day(request.partnership, clock.today()))
    blocks = {block["key"]: block for block in shown(request, _changed(work.strategy, span)[0])}
    form = JudgementsForm(request.POST or None, instance=work)

    def save(valid: JudgementsForm) -> ReviewWork:
        return save_record(valid, actor=request.user, partnership=request.partnership)

    return record_page(
        request,
        form,
        title="What only people can judge",
        why="Save as often as you like: nothing has to be complete before the review is finished.",
        save=save,
        back=back,
        done="Saved what was judged so far.",
        template="compliance/reviewing_judge.html",
        beside={name: _beside([blocks[key] for key in keys]) for name, keys in BESIDE.items()},
        span=span,
        breadcrumb=[*trail(request), (str(work), back)],
    )


@needs(Permission.EDIT)
def reviewwork_finish(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Record the review with what was judged and decided, and keep what the records say today."""
    work = _work(request, pk)
    if work.ended_on:
        return _over(request, work)
    back = address(request, "reviewwork", pk)
    findings = findings_of(work)
    form = FinishReviewForm(request.POST or None, instance=AnnualReview(strategy=work.strategy), work=work, findings=findings)

    def save(valid: FinishReviewForm) -> AnnualReview:
        span = span_for(work.strategy, default_day(request.partnership, clock.today()))
        kept = frozen(changes_of(work.strategy, span), span)
        return finish_review(valid, work, shown=kept, shown_text=as_text(kept), actor=request.user, partnership=request.partnership)

    try:
        return record_page(
            request,
            form,
            title="Finish the review",
            why="It is recorded with what you wrote and with what the records say today, which is kept as it stands.",
            save=save,
            back=back,
            then=lambda saved: address(request, "annualreview", saved.pk),
            done="Finished the review.",
            button="Finish the review",
            template="compliance/reviewing_finish.html",
            findings=findings,
            work=work,
            breadcrumb=[*trail(request), (str(work), back)],
        )
    except ReviewOver as over:
        return _over(request, over.work)


@needs(Permission.EDIT)
def reviewwork_cancel(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """End it without a review, with a reason."""
    work = _work(request, pk)
    if work.ended_on:
        return _over(request, work)
    back = address(request, "reviewwork", pk)
    form = CancelReviewForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if cancel_review(work, reason=form.cleaned_data["reason"], actor=request.user, partnership=request.partnership):
            messages.success(request, "Cancelled. What was written stays on record, and the review does not open by itself again.")
        return redirect("reviews", slug=slug)
    page = {
        "title": "Cancel this review",
        "why": "No review is recorded then. The guidance still expects one a year.",
        "button": "Cancel the review",
        "cancel": "Go back",
        "back": back,
        "form": form,
        "breadcrumb": [*trail(request), (str(work), back)],
    }
    return render(request, "components/form_page.html", page)


def trail(request: PartnershipRequest) -> Trail:
    return [("Reviews", address(request, "reviews"))]


def _changed(strategy: Strategy, span: Span) -> tuple[list[Block], list[tuple[str, SafeString]]]:
    """The blocks and the measures' charts, for looking at: they come from a dozen kinds of records. What is kept is read anew."""

    def read() -> tuple[list[Block], list[tuple[str, SafeString]]]:
        measures = measures_on(strategy, span.on)
        return changes_of(strategy, span, measures), charts_of(measures, span.on)

    return remembered(strategy.partnership, f"changed-{CATALOGUE_VERSION}-{strategy.pk}-{span.since}-{span.on}", read)


def _beside(blocks: list[dict[str, Any]]) -> dict[str, Any]:
    """What stands beside a question, and a line that says what it is about."""
    titles = ", ".join(block["title"][0].lower() + block["title"][1:] for block in blocks)
    return {"titles": titles, "blocks": blocks}


def _work(request: PartnershipRequest, pk: int) -> ReviewWork:
    return get_object_or_404(queries.works_in(request.partnership), pk=pk)


def _over(request: PartnershipRequest, work: ReviewWork) -> HttpResponse:
    """For whoever comes after it was finished or cancelled."""
    if work.review_id:
        messages.info(request, "This review is finished. What it found and what was decided stands here.")
        return redirect("annualreview", slug=request.partnership.slug, pk=work.review_id)
    messages.info(request, f"This review was cancelled: {work.ended_because}")
    return redirect("reviewwork", slug=request.partnership.slug, pk=work.pk)
