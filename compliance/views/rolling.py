"""Carrying a strategy over into the next: what would be done, doing it, and what was done."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from compliance.reviewing.evidence import evidence_lines
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.consequences import watched
from partnerships.views.pages import address, standing_or_404
from strategies import queries
from strategies import queries_rolling as rolling_queries
from strategies.actions.roll_forward import Into, roll_forward
from strategies.forms.roll_forward import RollForwardForm
from strategies.rolling_plan import plan_of
from strategies.views.pages import strategy_or_404, trail_to_strategy
from svduty import clock


@needs(Permission.READ)
def rollforward(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    """What was carried over into a strategy, what stayed where it is, and what was left behind and why."""
    strategy = strategy_or_404(request, strategy_pk)
    rolled = rolling_queries.rolled_into(strategy)
    if rolled is None:
        raise Http404("Nothing was carried over into this strategy.")
    context = {"strategy": strategy, "rolled": rolled, "told": rolled.told, "breadcrumb": trail_to_strategy(request, strategy)}
    return render(request, "compliance/rolled.html", context)


@needs(Permission.EDIT)
def rollforward_add(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    """Show first what would be carried over, and do it on a press; a second press finds it done."""
    before = get_object_or_404(queries.strategies_of(request.partnership), pk=strategy_pk)
    if before.withdrawn_on:
        standing_or_404(request, queries.strategies_of(request.partnership), strategy_pk)
        messages.info(request, "The strategy was withdrawn, so nothing is carried over.")
        return redirect("strategy", slug=slug, pk=before.pk)
    on = clock.today()
    further, left = evidence_lines(request.partnership, on)
    data = request.POST or None
    if data and (done := _done_before(data.get("into", ""), request)):
        messages.info(request, "This was carried over already. Nothing was copied twice.")
        return redirect("rollforward", slug=slug, strategy_pk=done)
    form = RollForwardForm(data, before=before, on=on)
    if request.method == "POST" and form.is_valid():
        into = Into(form.after, form.cleaned_data["title"], form.cleaned_data["close"])
        ours = request.partnership
        with watched(ours) as consequences:
            rolled, is_new = roll_forward(before, into, on=on, further=further, left=left, actor=request.user, partnership=ours)
        if is_new:
            messages.success(request, consequences.after(f"Carried over into “{rolled.after.title}”."))
        else:
            messages.info(request, "This was carried over already. Nothing was copied twice.")
        return redirect("rollforward", slug=slug, strategy_pk=rolled.after_id)
    page = {
        "form": form,
        "title": "Carry over into the next strategy",
        "why": f"{before.title}. First look at what is copied, what stays, and what is left behind; nothing happens before you press.",
        "button": "Carry it over",
        "back": address(request, "strategy", before.pk),
        "told": plan_of(before, None, on, further, left).told,
        "breadcrumb": trail_to_strategy(request, before),
    }
    return render(request, "compliance/rolling.html", page)


def _done_before(into: str, request: PartnershipRequest) -> int | None:
    """The strategy that was chosen, where something was carried into it meanwhile."""
    if not into.isdecimal():
        return None
    chosen = queries.strategies_of(request.partnership).filter(pk=into).first()
    return chosen.pk if chosen and rolling_queries.rolled_into(chosen) else None
