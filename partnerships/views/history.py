from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.audit.reading import choices_of, in_words
from partnerships.audit.record import first_broken_entry
from partnerships.forms.history import HistoryFilter

PER_PAGE = 50


@needs(Permission.READ)
def history(request: PartnershipRequest, slug: str) -> HttpResponse:
    """What happened in the partnership, newest first; on request, whether anybody has rewritten it."""
    entries = queries.history_of_partnership(request.partnership)
    form = HistoryFilter(request.GET, choices=choices_of(queries.events_in(entries)))
    chosen = form.cleaned_data["event"] if form.is_valid() else ""
    page = Paginator(queries.entries_about(entries, chosen), PER_PAGE).get_page(request.GET.get("page"))
    asked = "check" in request.GET
    context = {
        "page": page,
        "entries": in_words(list(page), slug),
        "form": form,
        "clear_url": reverse("history", args=[slug]) if chosen else "",
        "asked": asked,
        "broken": first_broken_entry(request.partnership) if asked else None,
    }
    return render(request, "partnerships/history.html", context)


@needs(Permission.READ)
def record_history(request: PartnershipRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """What happened to one record of this partnership, of whatever kind."""
    entries = queries.history_of_record(request.partnership, kind, pk)
    page = Paginator(entries, PER_PAGE).get_page(request.GET.get("page"))
    if not page:
        raise Http404("No history of such a record here.")
    shown = in_words(list(page), slug)
    context = {
        "page": page,
        "entries": shown,
        "label": shown[0].label,
        "breadcrumb": [("History", reverse("history", args=[slug]))],
    }
    return render(request, "partnerships/record_history.html", context)
