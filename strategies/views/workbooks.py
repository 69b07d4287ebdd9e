"""The plan, the figures and the money as workbooks: taken out, brought back, looked through and taken."""

import io

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.consequences import watched
from partnerships.views.pages import Trail, address
from partnerships.views.record_page import record_page
from strategies import queries_workbooks as queries
from strategies.actions.bring_workbook import bring_workbook, set_aside
from strategies.actions.take_workbook import NotTaken, take_workbook
from strategies.forms.workbook import TicksForm, WorkbookForm
from strategies.models import ImportState, WorkbookImport, WorkbookKind
from strategies.workbook_weighing import comparison_of
from strategies.workbooks.books import BOOKS, book_of
from strategies.workbooks.columns import Book
from strategies.workbooks.comparison import Comparison
from strategies.workbooks.writing import workbook_bytes, workbook_csv
from svduty import clock
from svduty.files.response import response_for

WHY = "First you see each change beside what stands here. Nothing is kept until you say so."
PRESS_TAKE = "take"
WHAT = {
    WorkbookKind.ACTIONS: "The actions and their steps, with a place for news of each.",
    WorkbookKind.FIGURES: "The figures of the measures, with the next times to be filled in.",
    WorkbookKind.AMOUNTS: "Awards, commitments and spend, to the penny.",
}


@needs(Permission.READ)
def workbooks(request: PartnershipRequest, slug: str) -> HttpResponse:
    """What can be taken out, and which workbooks were brought back."""
    brought = queries.workbook_imports_in(request.partnership)
    context = {
        "kinds": [(kind, WHAT[kind]) for kind in WorkbookKind],
        "waiting": [one for one in brought if one.state == ImportState.WAITING],
        "over": [one for one in brought if one.state != ImportState.WAITING],
        "breadcrumb": [("Delivery", address(request, "delivery"))],
    }
    return render(request, "strategies/workbooks.html", context)


@needs(Permission.READ)
def workbook_xlsx(request: PartnershipRequest, slug: str, kind: str) -> HttpResponseBase:
    book = _book(request, kind)
    content = workbook_bytes(book)
    return response_for(io.BytesIO(content), f"{book.file_name}.xlsx", size=len(content))


@needs(Permission.READ)
def workbook_table(request: PartnershipRequest, slug: str, kind: str) -> HttpResponseBase:
    """The first sheet as CSV."""
    book = _book(request, kind)
    content = workbook_csv(book.sheets[0])
    return response_for(io.BytesIO(content), f"{book.file_name}.csv", size=len(content))


def _book(request: PartnershipRequest, kind: str) -> Book:
    if kind not in BOOKS:
        raise Http404("There is no such workbook.")
    return book_of(request.partnership, kind, default_day(request.partnership, clock.today()))


@needs(Permission.EDIT)
def workbookimport_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = WorkbookForm(request.POST or None, request.FILES or None, partnership=request.partnership)

    def save(valid: WorkbookForm) -> WorkbookImport:
        told = valid.cleaned_data
        return bring_workbook(
            told["workbook"], valid.found, told["kind"], told["on_behalf"], actor=request.user, partnership=request.partnership
        )

    return record_page(
        request,
        form,
        title="Bring back a workbook",
        why=WHY,
        save=save,
        back=address(request, "workbooks"),
        then=lambda brought: address(request, "workbookimport", brought.pk),
        done="Read the workbook.",
        button="Read the workbook",
        breadcrumb=_trail(request),
    )


@needs(Permission.EDIT)
def workbookimport(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Each change beside what stands here, to be taken or left. A button may also tick or untick all of one action."""
    brought = get_object_or_404(queries.workbook_imports_in(request.partnership).defer(None), pk=pk)
    if brought.state != ImportState.WAITING:
        if request.method == "POST":
            messages.info(request, "It was decided on already, so nothing was taken again.")
            return redirect("workbookimport", slug=slug, pk=pk)
        return _page(request, brought, None, set())
    on = default_day(request.partnership, clock.today())
    comparison = comparison_of(brought, on)
    if request.method != "POST":
        return _page(request, brought, comparison, comparison.ready)
    form = TicksForm(request.POST, keys=comparison.keys)
    press, ticked = request.POST.get("press", PRESS_TAKE), form.ticked
    verb, _, subject = press.partition(" ")
    if verb in ("all", "none"):
        return _page(request, brought, comparison, _with_subject(comparison, ticked, subject, verb == "all"), seen=request.POST.get("seen"))
    if not ticked and comparison.fingerprint == request.POST.get("seen"):
        error = "Tick at least one change to take, or set the workbook aside."
        return _page(request, brought, comparison, ticked, error=error)
    try:
        with watched(request.partnership) as consequences:
            count = take_workbook(brought, ticked, request.POST.get("seen", ""), on=on, actor=request.user, partnership=request.partnership)
    except NotTaken as not_taken:
        now = comparison_of(brought, on)
        clashes = {change.key for group in now.groups for change in group.changes if change.clash}
        return _page(request, brought, now, (ticked & now.keys) - clashes, error=str(not_taken), status=409)
    said = f"Took {count} change{'' if count == 1 else 's'} from {brought.file}." if count else "It was decided on already."
    messages.success(request, consequences.after(said))
    return redirect("workbookimport", slug=slug, pk=pk)


@needs(Permission.EDIT)
@require_POST
def workbookimport_aside(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    brought = get_object_or_404(queries.workbook_imports_in(request.partnership), pk=pk)
    done = set_aside(brought, actor=request.user, partnership=request.partnership)
    messages.success(request, f"Set {brought.file} aside. Nothing of it was taken." if done else "It was decided on already.")
    return redirect("workbooks", slug=slug)


def _with_subject(comparison: Comparison, ticked: set[str], subject: str, tick: bool) -> set[str]:
    """The ticks after all of one action were set or taken away; what clashes is ticked one by one."""
    groups = [group for found in comparison.subjects if found.key == subject for group in found.groups]
    if tick:
        return ticked.union(*(group.ready for group in groups))
    return ticked.difference(*(group.keys for group in groups))


def _page(
    request: PartnershipRequest,
    brought: WorkbookImport,
    comparison: Comparison | None,
    ticked: set[str],
    *,
    error: str = "",
    seen: str | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "brought": brought,
        "comparison": comparison,
        "ticked": ticked,
        "error": error,
        "seen": seen or (comparison.fingerprint if comparison else ""),
        "breadcrumb": _trail(request),
    }
    return render(request, "strategies/workbook.html", context, status=status)


def _trail(request: PartnershipRequest) -> Trail:
    return [("Delivery", address(request, "delivery")), ("Workbooks", address(request, "workbooks"))]
