from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries, queries_contents, queries_delivery, queries_review
from strategies.exported import exports_of
from strategies.forms.strategy import StrategyForm
from strategies.models import Strategy
from strategies.placed import findings_of, html_with_findings
from strategies.progress import length_in_words, states_in_words
from strategies.queries_comments import comment_counts
from strategies.reading import readable
from strategies.standing import line_of, period_of
from strategies.views.approval_cover import cover_of_strategy
from strategies.views.pages import strategy_or_404, trail_to_list, trail_to_strategy
from svduty import clock

CAUTIOUS = "components/cautious_form.html"


@needs(Permission.READ)
def strategies(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Every strategy of the partnership with its versions."""
    on = clock.today()
    found = [
        {"strategy": strategy, "period": period_of(strategy, on), "lines": [line_of(version) for version in strategy.versions.all()]}
        for strategy in queries.strategies_with_versions(request.partnership)
    ]
    return render(request, "strategies/strategies.html", {"strategies": found})


@needs(Permission.READ)
def strategy(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One strategy: what it is, its working draft, its versions."""
    found = get_object_or_404(queries.strategies_with_versions(request.partnership), pk=pk)
    sections = list(queries.sections_of(found))
    context = {
        "strategy": found,
        "period": period_of(found, clock.today()),
        "sections": sections,
        "nothing_written": bool(sections) and not any(section.text.strip() for section in sections),
        "length": length_in_words(sections),
        "states": states_in_words(sections),
        "may_draft": Permission.EDIT in request.permissions and not found.withdrawn_on,
        "lines": [line_of(version) for version in found.versions.all()],
        "covers": cover_of_strategy(request, found, list(found.versions.all())),
        "objectives": queries_delivery.objectives_of(found),
        "aligned": queries_contents.aligned_with(found),
        "reviews": queries_review.reviews_of(found),
        "comment_counts": comment_counts(found),
        "breadcrumb": trail_to_list(request),
    }
    return render(request, "strategies/strategy.html", context)


@needs(Permission.READ)
def strategy_draft(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The working draft to read, as a version would show it."""
    found = strategy_or_404(request, pk)
    known = findings_of(found)
    texts = [(section.heading, section.text) for section in queries.sections_of(found)]
    sections = readable(texts, draw=lambda text, level: html_with_findings(text, known, level))
    context = {"strategy": found, "sections": sections, "exports": exports_of(found), "breadcrumb": trail_to_strategy(request, found)}
    return render(request, "strategies/draft.html", context)


@needs(Permission.EDIT)
def strategy_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = StrategyForm(request.POST or None, instance=Strategy(partnership=request.partnership))

    def save(valid: StrategyForm) -> Strategy:
        among = queries.strategies_of(request.partnership)
        partnership = request.partnership
        return add_once(valid, beside=partnership, among=among, actor=request.user, partnership=partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title="Add a strategy",
        why="What it is called, what it covers and for how long. Its text comes next.",
        save=save,
        back=address(request, "strategies"),
        then=lambda saved: address(request, "strategy", saved.pk),
        done="Added the strategy.",
        template=CAUTIOUS,
        breadcrumb=trail_to_list(request),
    )


@needs(Permission.EDIT)
def strategy_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.strategies_of(request.partnership), pk)
    form = StrategyForm(request.POST or None, instance=found)
    return record_page(
        request,
        form,
        title="Change the strategy",
        why="Versions already recorded keep the title they were recorded with.",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=address(request, "strategy", pk),
        template=CAUTIOUS,
        breadcrumb=trail_to_strategy(request, found),
    )


@needs(Permission.EDIT)
def strategy_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = strategy_or_404(request, pk)
    return withdraw_once(
        request,
        found,
        title=f"Withdraw “{found.title}”",
        back=address(request, "strategy", pk),
        intro="Its versions, and what is recorded about them, no longer count either.",
        breadcrumb=trail_to_strategy(request, found),
    )
