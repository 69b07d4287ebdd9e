"""The page of an action, and the pages that add, change and withdraw one."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.as_at import default_day
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_delivery as queries
from strategies.action_lines import lines_of
from strategies.action_story import story_of
from strategies.actions.save_action import save_action
from strategies.forms.action import ActionForm
from strategies.models import Action, FundingLine
from strategies.queries_action_story import changes_of, names_of
from strategies.queries_owners import left_on
from strategies.views.delivery_objectives import finding_in
from strategies.views.delivery_pages import (
    CAUTIOUS,
    action_or_404,
    may_carry_out,
    progress_address,
    trail_to_action,
    trail_to_delivery,
)
from svduty import clock, dates


@needs(Permission.READ)
def action(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One action: where it stands, what it is, its steps, what it hangs together with, and its story."""
    found = action_or_404(request, pk)
    on = default_day(request.partnership, clock.today())
    news, steps = list(queries.news_of(found)), list(queries.steps_of(found))
    left = left_on(request.partnership, [found.owner_id] if found.owner_id else [], on)
    found.told = news  # type: ignore[attr-defined]  # as queries_delivery.with_news would read it
    changes = changes_of(request.partnership, found, steps)
    context: dict[str, Any] = {
        "action": found,
        "on": on,
        "line": lines_of([found], on, left)[0],
        "steps": steps,
        "needs": lines_of(queries.needs_of(found), on),
        "needed_by": lines_of(queries.waiting_for(found), on),
        "money": [_money_words(line) for line in queries.money_for(found)],
        "finding": finding_in(found.objective.strategy, found.finding) if found.objective else "",
        "story": story_of(news, changes, names_of(news)),
        "mine": may_carry_out(request, found),
        "log": progress_address(request, found) if may_carry_out(request, found) else "",
        "breadcrumb": trail_to_delivery(request),
    }
    return render(request, "strategies/action.html", context)


def _money_words(line: FundingLine) -> str:
    """`£40,000.00 in 2026/27, award (Serious Violence Duty grant)`."""
    amount = f"£{line.amount:,.2f}" + (f" to £{line.up_to:,.2f}" if line.up_to else "")
    kind = line.get_kind_display().split(":")[0].lower()
    return f"{amount} in {dates.say_financial_year(line.year)}, {kind} ({line.stream}{'; only planned' if line.planned else ''})"


@needs(Permission.EDIT)
def action_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    """`?objective=` chooses beforehand which objective it serves."""
    partnership = request.partnership
    initial = {"objective": request.GET["objective"]} if request.GET.get("objective", "").isdecimal() else {}
    form = ActionForm(request.POST or None, instance=Action(partnership=partnership), initial=initial)

    def save(valid: ActionForm) -> Action:
        among = queries.actions_in(partnership)
        return add_once(valid, beside=partnership, among=among, actor=request.user, partnership=partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title="Add an action",
        why="Something that is done to carry the strategy out. Only the first answer is needed now; the rest can follow.",
        save=save,
        done="Added the action.",
        back=address(request, "delivery"),
        then=lambda saved: address(request, "action", saved.pk),
        template=CAUTIOUS,
        breadcrumb=trail_to_delivery(request),
    )


@needs(Permission.EDIT)
def action_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.actions_in(request.partnership), pk)
    return record_page(
        request,
        ActionForm(request.POST or None, instance=found),
        title="Change an action",
        why="What it is, whose it is, and by when. How it is going is said by logging progress, not here.",
        save=lambda valid: save_action(valid, actor=request.user, partnership=request.partnership),
        back=address(request, "action", pk),
        template=CAUTIOUS,
        breadcrumb=trail_to_action(request, found),
    )


@needs(Permission.EDIT)
def action_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = action_or_404(request, pk)
    return withdraw_once(
        request,
        found,
        title="Withdraw an action",
        back=address(request, "action", pk),
        intro=f"{found}. For one that was entered by mistake. One that will not be done after all is stopped instead, by logging progress.",
        breadcrumb=trail_to_action(request, found),
    )
