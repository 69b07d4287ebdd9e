"""The pages of a history, the same for a partnership's and, without one, for the installation's."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from partnerships import queries
from partnerships.access.requests import SignedInRequest
from partnerships.actions.export_history import export_history
from partnerships.audit.chain import check_chain, digest
from partnerships.audit.reading import by_day, choices_of, in_words, people_of
from partnerships.audit.runs import in_runs
from partnerships.forms.history import HistoryFilter
from partnerships.models import AuditChain, AuditEntry, Partnership
from partnerships.queries_history import events_and_actors, narrowed
from svduty import clock
from svduty.files.response import response_for

PER_PAGE = 50
SECONDS = 5  # Verifying goes on from where it stopped, so that a page never takes longer.


def timeline(request: SignedInRequest, partnership: Partnership | None) -> dict[str, Any]:
    """What the page shows: entries by day as asked for in the address, and what else can be done with them."""
    form = _filter(request, partnership)
    page = Paginator(narrowed(_entries(partnership), form.asked), PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    checked = request.GET.get("checked", "")
    return {
        "page": page,
        "days": by_day(in_runs(in_words(list(page), _slug(partnership)))),
        "form": form,
        "clear_url": address("history", partnership) if form.has_changed() else "",
        "csv_url": f"{address('history_csv', partnership)}?{query.urlencode()}",
        "verify_url": address("history_verify", partnership),
        "checked": int(checked) if checked.isdecimal() and len(checked) < 19 else 0,
    }


def table(request: SignedInRequest, partnership: Partnership | None) -> HttpResponseBase:
    """The same entries as CSV. What was asked for wrongly is shown on the page."""
    form = _filter(request, partnership)
    if not form.is_valid():
        return redirect(f"{address('history', partnership)}?{request.GET.urlencode()}")
    narrowed_to = ", ".join(f"{field.label}: {_chosen(field)}" for field in form if form.cleaned_data[field.name])
    entries = narrowed(_entries(partnership), form.asked)
    sheet = export_history(entries, narrowed_to=narrowed_to, partnership=partnership, actor=request.user)
    name = partnership.slug if partnership else "installation"
    return response_for(sheet, f"history-{name}-{clock.today():%Y-%m-%d}.csv")


def entry(partnership: Partnership | None, number: int) -> dict[str, Any]:
    """One entry by itself, whole. Raises Http404."""
    found = _entries(partnership).filter(number=number).first()
    if found is None:
        raise Http404("No such entry here.")
    [shown] = in_words([found], _slug(partnership))
    newest = _entries(partnership).values_list("number", flat=True).first() or 0
    return {
        "shown": shown,
        "at": clock.local(found.at),
        "entry": found,
        "fits": found.hash == digest(found),
        "earlier": address("history_entry", partnership, number - 1) if number > 1 else "",
        "later": address("history_entry", partnership, number + 1) if number < newest else "",
        "breadcrumb": [("History", address("history", partnership))],
    }


def verify(request: SignedInRequest, partnership: Partnership | None) -> HttpResponse:
    """Go through the chain, say what came of it, and go back to the history."""
    asked = request.POST.get("after", "")
    after = int(asked) if asked.isdecimal() and len(asked) < 19 else 0
    checked = check_chain(AuditChain.scope_of(partnership), after=after, seconds=SECONDS)
    back = address("history", partnership)
    if checked.broken:
        messages.error(
            request,
            f"Entry {checked.broken.number} of the history is broken: {checked.broken.why}. "
            "It was touched outside this service. Tell whoever runs this installation.",
        )
    elif checked.finished:
        entries = "1 entry" if checked.entries == 1 else f"{checked.entries:,} entries"
        messages.success(request, f"The history is whole: {entries}, verified just now.")
    else:
        messages.info(request, f"Whole so far: the first {checked.entries:,} entries. There are more: press the button again to go on.")
        back = f"{back}?checked={checked.entries}"
    return redirect(back)


def address(route: str, partnership: Partnership | None, *more: int) -> str:
    return reverse(route, args=[partnership.slug, *more]) if partnership else reverse(f"installation_{route}", args=more)


def _slug(partnership: Partnership | None) -> str | None:
    return partnership.slug if partnership else None


def _entries(partnership: Partnership | None) -> QuerySet[AuditEntry]:
    return queries.history_of_partnership(partnership) if partnership else queries.history_of_installation()


def _filter(request: SignedInRequest, partnership: Partnership | None) -> HistoryFilter:
    events, actors = events_and_actors(AuditChain.scope_of(partnership))
    return HistoryFilter(request.GET, events=choices_of(events), people=people_of(actors))


def _chosen(field: Any) -> str:
    """A field's answer in words, a person by number: the history holds no names."""
    value = field.form.cleaned_data[field.name]
    if field.name == "event":
        return str(dict(field.field.choices)[value])
    return f"person {value}" if field.name == "who" and value.isdecimal() else str(value)
