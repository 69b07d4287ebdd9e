"""Who the partnership is: the page itself, and what a coordinator changes of the partnership."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import AsAt, asked_day
from partnerships.directory import AreaGroup, by_area, is_over
from partnerships.forms.partnership import PartnershipForm
from partnerships.models import Partnership
from partnerships.queries_register import leading_boards_of
from partnerships.queries_successions import successions_of
from partnerships.represented import missed
from partnerships.succession_lines import links_of_bodies
from partnerships.views.own_record import own_record

PLACE = {"place": "Who", "route": "who"}


@needs(Permission.READ)
def who(request: PartnershipRequest, slug: str) -> HttpResponse:
    as_at = asked_day(request, request.partnership)
    return render(request, "partnerships/who.html", {"as_at": as_at, **_page(request.partnership, as_at)})


def _page(partnership: Partnership, as_at: AsAt) -> dict[str, Any]:
    on = as_at.on
    links, leads = list(queries.area_links_of(partnership)), list(queries.leads_of(partnership))
    groups = by_area(links, queries.duty_holders_of(partnership), queries.authority_types(), on)
    policing = [holder for group in groups for holder in group.bodies if holder.capacity.code == "policing-body"]
    successions = list(successions_of(partnership))
    return {
        "groups": groups,
        "on": on,
        "missed": _missed(partnership, groups, as_at),
        "came_after": links_of_bodies(successions),
        "successions": successions,
        "links": [link for link in links if not is_over(link, on)],
        "earlier_links": [link for link in links if is_over(link, on)],
        "leads": [lead for lead in leads if not is_over(lead, on)],
        "earlier_leads": [lead for lead in leads if is_over(lead, on)],
        "policing_bodies": list(dict.fromkeys(holder.organisation for holder in policing)),
        "organisations": queries.own_organisations_of(partnership),
    }


def _missed(partnership: Partnership, groups: list[AreaGroup], as_at: AsAt) -> dict[int, list[Any]]:
    """Of each needed body that was at none of the last meetings: its row's key -> the days of those meetings."""
    boards = leading_boards_of(partnership, as_at.on)
    bodies = [holder for group in groups if not group.coming for place in group.places for holder in place.bodies]
    days = {body.pk: missed(body.organisation_id, body.capacity.code, body.starts, boards, as_at.on) for body in bodies}
    return {pk: found for pk, found in days.items() if found}


@needs(Permission.EDIT)
def partnership_change(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = PartnershipForm(request.POST or None, instance=request.partnership)
    return own_record(request, form, title="Change the partnership", template="components/cautious_form.html", **PLACE)
