import datetime
from functools import cache

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_POST

from compliance.actions.mark_standings_seen import mark_standings_seen
from compliance.changed_standings import Row, changes_since, mark_of, worst_of
from compliance.kept_standings import standings_for
from compliance.oversight import FAMILIES, Standing, missed_most
from compliance.queries import seen_standings
from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from svduty import clock
from svduty.status_words import STATUSES

ON_A_PAGE = 40
OVERDUE, CHANGED = "overdue", "changed"
NAMED = 5  # how many changes are told in words


@needs(Permission.SIGNED_IN)
def oversight(request: SignedInRequest) -> HttpResponse:
    """Every partnership that the person may open beside the others, by name: no league table."""
    today = clock.today()
    rows = _rows(request, today)
    standings = [standing for _, standing in rows]
    seen = seen_standings(request.user)
    changes = changes_since(seen, rows) if seen else []
    changed = {change.partnership.pk for change in changes}
    shown = {
        "": rows,
        OVERDUE: [row for row in rows if row[1].overdue],
        CHANGED: [row for row in rows if row[0].pk in changed],
    }
    chosen = request.GET.get("show", "")
    page = Paginator(shown.get(chosen, rows), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "seen": seen,
        "changes": changes[:NAMED],
        "more": len(changes) - NAMED,
        "changed": len(changed),
        "mark": mark_of(rows),
        "today": today,
        "families": FAMILIES,
        "page": page,
        "rows": [(partnership, standing, _cells(standing)) for partnership, standing in page],
        "chosen": chosen if chosen in shown else "",
        "number": len(rows),
        "overdue": len(shown[OVERDUE]),
        "missed": missed_most(standings),
        "statuses": [status for status in STATUSES.values() if any(status.code in standing.worst for standing in standings)],
    }
    return render(request, "compliance/oversight.html", context)


@require_POST
@needs(Permission.SIGNED_IN)
def oversight_seen(request: SignedInRequest) -> HttpResponse:
    """What changed between the page and the press was not seen, so it is shown first."""
    today = clock.today()
    rows = _rows(request, today)
    if request.POST.get("mark") == mark_of(rows):
        mark_standings_seen(worst_of(rows), actor=request.user, on=today)
        messages.success(request, "From now on this page tells you what changes.")
    else:
        messages.info(request, "Something changed while you were looking. Look again, then say that you have seen it.")
    return redirect("oversight")


def _rows(request: SignedInRequest, today: datetime.date) -> list[Row]:
    partnerships = queries.partnerships_of(request.grants)
    return list(zip(partnerships, standings_for(partnerships, today), strict=True))


def _cells(standing: Standing) -> SafeString:
    """The row's cells. There are hundreds on the page and ten kinds of them, so each kind is rendered once."""
    return mark_safe("".join(_cell(code) for code in standing.worst))  # noqa: S308 - each was rendered by a template


@cache
def _cell(code: str | None) -> str:
    return render_to_string("compliance/oversight_cell.html", {"look": STATUSES.get(code or "")})
