from functools import cache

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from compliance.kept_standings import standings_for
from compliance.oversight import FAMILIES, Standing, missed_most
from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from svduty import clock
from svduty.status_words import STATUSES

ON_A_PAGE = 40
OVERDUE = "overdue"


@needs(Permission.SIGNED_IN)
def oversight(request: SignedInRequest) -> HttpResponse:
    """Every partnership that the person may open beside the others, by name: no league table."""
    today = clock.today()
    partnerships = queries.partnerships_of(request.grants)
    standings = standings_for(partnerships, today)
    rows = list(zip(partnerships, standings, strict=True))
    overdue = [row for row in rows if row[1].overdue]
    chosen = OVERDUE if request.GET.get("show") == OVERDUE else ""
    page = Paginator(overdue if chosen else rows, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "today": today,
        "families": FAMILIES,
        "page": page,
        "rows": [(partnership, standing, _cells(standing)) for partnership, standing in page],
        "chosen": chosen,
        "number": len(rows),
        "overdue": len(overdue),
        "missed": missed_most(standings),
        "statuses": [status for status in STATUSES.values() if any(status.code in standing.worst for standing in standings)],
    }
    return render(request, "compliance/oversight.html", context)


def _cells(standing: Standing) -> SafeString:
    """The row's cells. There are hundreds on the page and ten kinds of them, so each kind is rendered once."""
    return mark_safe("".join(_cell(code) for code in standing.worst))  # noqa: S308 - each was rendered by a template


@cache
def _cell(code: str | None) -> str:
    return render_to_string("compliance/oversight_cell.html", {"look": STATUSES.get(code or "")})
