"""The objectives of a strategy: the page of one, adding, changing, withdrawing."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.views.pages import address, standing_or_404
from strategies import queries_delivery as queries
from strategies.action_lines import counts_in_words, urgency
from strategies.forms.objective import ObjectiveForm
from strategies.models import Objective, Strategy
from strategies.placed import findings_of
from strategies.queries_owners import left_on
from strategies.views.delivery import with_standing
from strategies.views.delivery_pages import trail_to_delivery, trail_to_objective
from strategies.views.owned_pages import add_page, change_page, withdraw_from
from svduty import clock

WHY = "An objective says what the strategy sets out to reach. Its actions say how, who does it and by when."


@needs(Permission.READ)
def objective(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """What it is, what it answers, and its actions with where each stands."""
    found = get_object_or_404(queries.objectives_in(request.partnership), pk=pk)
    on = default_day(request.partnership, clock.today())
    lines = sorted(with_standing(request, queries.standing_actions(request.partnership).filter(objective=found), on), key=urgency)
    context = {
        "objective": found,
        "on": on,
        "lines": lines,
        "said": counts_in_words(lines),
        "finding": finding_in(found.strategy, found.finding),
        "left": left_on(request.partnership, [found.owner_id] if found.owner_id else [], on).get(found.owner_id or 0),
        "breadcrumb": trail_to_delivery(request),
    }
    return render(request, "strategies/objective.html", context)


def finding_in(strategy: Strategy, number: int | None) -> str:
    """The finding of that number in the needs assessment behind the strategy; "" where there is none."""
    known = findings_of(strategy).lines
    return known[number - 1] if number and number <= len(known) else ""


@needs(Permission.EDIT)
def objective_add(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    strategy = standing_or_404(request, queries.strategies_to_carry_out(request.partnership), strategy_pk)
    instance = Objective(strategy=strategy)
    form = ObjectiveForm(request.POST or None, instance=instance, initial={"position": queries.next_position(strategy)})
    return add_page(
        request,
        form,
        queries.objectives_of(strategy),
        title="Add an objective",
        why=f"{strategy.title}. {WHY}",
        done="Added the objective.",
        back=address(request, "delivery"),
        then=lambda saved: address(request, "objective", saved.pk),
        breadcrumb=trail_to_delivery(request),
    )


@needs(Permission.EDIT)
def objective_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.objectives_in(request.partnership), pk)
    return change_page(
        request,
        ObjectiveForm(request.POST or None, instance=found),
        title="Change an objective",
        why=f"{found.strategy.title}. {WHY}",
        back=address(request, "objective", pk),
        breadcrumb=trail_to_objective(request, found),
    )


@needs(Permission.EDIT)
def objective_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Its actions stand on, and say which objective they were for."""
    found = get_object_or_404(queries.objectives_in(request.partnership), pk=pk)
    return withdraw_from(
        request,
        queries.objectives_in(request.partnership),
        pk,
        title="Withdraw an objective",
        back=address(request, "objective", pk),
        intro=f"{found}. Its actions are not withdrawn with it: give them to another objective, or withdraw them one by one.",
        breadcrumb=trail_to_objective(request, found),
    )
