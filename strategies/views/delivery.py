"""The actions that carry the strategies out: as a table, as a board by state, on a line of time."""

import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.views.pages import address
from strategies import queries_delivery as queries
from strategies.action_lines import ActionLine, by_state, counts_in_words, grouped, lines_of, urgency
from strategies.forms.delivery_filter import DeliveryFilter
from strategies.models import Action
from strategies.queries_in_time import over_on
from strategies.queries_owners import left_on
from svduty import clock
from svduty.charts.timeline import Bar, timeline

ON_A_PAGE = 50
WAYS = {"": "Table", "board": "Board", "timeline": "Timeline"}


@needs(Permission.READ)
def delivery(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Every action that counts. `?as=board` and `?as=timeline` draw them otherwise; the other parts of the address narrow the list."""
    on = default_day(request.partnership, clock.today())
    way = request.GET.get("as", "")
    way = way if way in WAYS else ""
    every = with_standing(request, queries.standing_actions(request.partnership), on)
    form = DeliveryFilter(request.GET, lines=every, shown_as=way, over=over_on(request.partnership, on), auto_id="filter-%s")
    lines = form.chosen(every)
    objectives = list(queries.objectives_to_choose(request.partnership, None))
    here = address(request, "delivery")
    context: dict[str, Any] = {
        "on": on,
        "way": way,
        "tabs": _tabs(request, way),
        "any": bool(every),
        "form": form,
        "clear_url": f"{here}?as={way}" if way else here,
        "narrowed": form.narrows,
        "said": counts_in_words(lines),
        "objectives": objectives,
        "strategies": list(queries.strategies_to_carry_out(request.partnership)),
        "earlier": 0 if form.narrows else len(every) - len(lines),
        **_drawn(request, way, lines, on),
    }
    if not form.narrows:
        context["clear_url"] = ""
        with_actions = {line.action.objective_id for line in every}
        context["without_actions"] = [objective for objective in objectives if objective.pk not in with_actions]
    return render(request, "strategies/delivery.html", context)


def with_standing(request: PartnershipRequest, chosen: QuerySet[Action], on: datetime.date) -> list[ActionLine]:
    """Each with where it stands on the day and whether its body has left."""
    actions = list(queries.with_news(chosen))
    left = left_on(request.partnership, {action.owner_id for action in actions if action.owner_id}, on)
    return lines_of(actions, on, left)


def _tabs(request: PartnershipRequest, way: str) -> list[dict[str, Any]]:
    asked = request.GET.copy()
    asked.pop("page", None)
    tabs = []
    for value, text in WAYS.items():
        asked.pop("as", None)
        if value:
            asked["as"] = value
        query = asked.urlencode()
        tabs.append({"text": text, "url": address(request, "delivery") + (f"?{query}" if query else ""), "current": value == way})
    return tabs


def _drawn(request: PartnershipRequest, way: str, lines: list[ActionLine], on: datetime.date) -> dict[str, Any]:
    if way == "board":
        return {"columns": by_state(lines)}
    if way == "timeline":
        dated = sorted((line for line in lines if line.action.due or line.action.starts), key=_by_date)
        chart = (
            timeline([_bar(line) for line in dated], on, title="The actions in the order of their dates", ident="timeline") if dated else ""
        )
        return {"chart": chart, "dated": dated, "undated": len(lines) - len(dated)}
    in_order = [line for group in grouped(lines) for line in group.lines]
    page = Paginator(in_order, ON_A_PAGE).get_page(request.GET.get("page"))
    return {"page": page, "groups": grouped(page.object_list)}


def _by_date(line: ActionLine) -> tuple[datetime.date, tuple[bool, int, datetime.date, int]]:
    due, starts = line.action.due, line.action.starts
    return due.latest if due else starts.latest if starts else datetime.date.max, urgency(line)


def _bar(line: ActionLine) -> Bar:
    due, starts = line.action.due, line.action.starts
    words = "Past its date" if line.standing.late else line.standing.says
    tone = "red" if line.standing.late else line.colour
    return Bar(
        line.action.title, starts.earliest if starts else None, due.earliest if due else None, due.latest if due else None, words, tone
    )
