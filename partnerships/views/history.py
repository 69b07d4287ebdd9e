"""What happened in a partnership, by whom and why; and proof that nobody has rewritten it."""

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.audit.events import TOLD_ON
from partnerships.audit.reading import by_day, in_words
from partnerships.audit.runs import in_runs
from partnerships.views import history_pages as pages


@needs(Permission.READ)
def history(request: PartnershipRequest, slug: str) -> HttpResponse:
    """What happened in the partnership, newest first, narrowed as the address says."""
    return render(request, "partnerships/history.html", pages.timeline(request, request.partnership))


@needs(Permission.READ)
def history_csv(request: PartnershipRequest, slug: str) -> HttpResponseBase:
    return pages.table(request, request.partnership)


@needs(Permission.READ)
def history_entry(request: PartnershipRequest, slug: str, number: int) -> HttpResponse:
    return render(request, "partnerships/history_entry.html", pages.entry(request.partnership, number))


@require_POST
@needs(Permission.READ)
def history_verify(request: PartnershipRequest, slug: str) -> HttpResponse:
    return pages.verify(request, request.partnership)


@needs(Permission.READ)
def record_history(request: PartnershipRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """What happened to one record of this partnership, of whatever kind."""
    entries = queries.history_of_record(request.partnership, kind, pk)
    page = Paginator(entries, pages.PER_PAGE).get_page(request.GET.get("page"))
    if not page:
        raise Http404("No history of such a record here.")
    shown = in_words(list(page), slug)
    route, words = TOLD_ON.get(kind, ("", ""))
    context: dict[str, object] = {
        "told_on": {"url": reverse(route, args=[slug, pk]), "text": words} if route else None,
        "page": page,
        "days": by_day(in_runs(shown)),
        "label": shown[0].label,
        "breadcrumb": [("History", reverse("history", args=[slug]))],
    }
    return render(request, "partnerships/record_history.html", context)
