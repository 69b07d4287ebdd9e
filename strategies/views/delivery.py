"""The actions that carry the strategies out, in one list."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from strategies import queries_delivery as queries
from strategies.action_lines import lines_of
from svduty import clock

ON_A_PAGE = 50


@needs(Permission.READ)
def delivery(request: PartnershipRequest, slug: str) -> HttpResponse:
    on = default_day(request.partnership, clock.today())
    lines = lines_of(queries.with_news(queries.standing_actions(request.partnership)), on)
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("page"))
    return render(request, "strategies/delivery.html", {"page": page})
