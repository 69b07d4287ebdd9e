"""Papers: asking for one, the page while it is made, one that is kept, and its bytes."""

import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.queries_packs import label_of_person
from partnerships.views.pages import Trail, address
from strategies import queries_exports as queries
from strategies.export.papers import gather, made_from
from strategies.export.writing import NothingToExport
from strategies.models import IssuedPaper, PaperKind, Strategy, Version
from strategies.tasks_papers import ask_for_paper, make_strategy_paper
from strategies.views.exports import version_or_404
from strategies.views.pages import strategy_or_404, trail_to_strategy, trail_to_version
from svduty import clock
from svduty.files.response import response_for
from svduty.tasks.models import State
from svduty.tasks.queries import tasks_of
from svduty.tasks.queue import try_again

# How a script on the page asks whether anything has changed.
LOOK = "X-Look-Again"
LONG = datetime.timedelta(minutes=2)


@needs(Permission.READ)
@require_POST
def version_paper_make(request: PartnershipRequest, slug: str, pk: int, kind: str) -> HttpResponse:
    """Ask for the PDF of a version or of the comments on it; one that says the same is opened instead."""
    if kind not in (PaperKind.TEXT, PaperKind.COMMENTS):
        raise Http404("There is no such paper.")
    version = version_or_404(request, pk)
    return _ask(request, kind, version.strategy, version)


@needs(Permission.READ)
@require_POST
def strategy_draft_paper_make(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return _ask(request, PaperKind.DRAFT, strategy_or_404(request, pk), None)


def _ask(request: PartnershipRequest, kind: str, strategy: Strategy, version: Version | None) -> HttpResponse:
    try:
        held = queries.paper_made_from(strategy, kind, made_from(gather(kind, strategy, version)))
    except NothingToExport as nothing:
        raise Http404(str(nothing)) from None
    if held:
        return redirect("strategy_paper", slug=request.partnership.slug, pk=held.pk)
    task = ask_for_paper(kind, strategy, version, actor=request.user)
    return redirect("strategy_paper_making", slug=request.partnership.slug, pk=task.pk)


@needs(Permission.READ)
def strategy_paper_making(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Where the work stands; once it is done, on to the paper. A script that looks again is told so without a page."""
    task = get_object_or_404(tasks_of(make_strategy_paper, request.partnership.pk), pk=pk)
    if task.state == State.DONE and task.outcome:
        if LOOK in request.headers:
            return HttpResponse(status=204)
        said = "The PDF is made." if task.outcome["is_new"] else "Nothing has changed since the last PDF, so here it is again."
        messages.success(request, said)
        return redirect("strategy_paper", slug=slug, pk=task.outcome["paper"])
    told = task.arguments
    strategy = strategy_or_404(request, told["strategy_pk"])
    version = version_or_404(request, told["version_pk"]) if told["version_pk"] else None
    context = {
        "task": task,
        "of_what": PaperKind(told["of"]).label,
        "about": str(version or strategy),
        "back": _back(request, strategy, version),
        "is_open": task.state in (State.WAITING, State.RUNNING),
        "waits_long": task.state == State.WAITING and clock.now() - task.due_at > LONG,
        "breadcrumb": _trail(request, strategy, version),
    }
    return render(request, "strategies/paper_making.html", context)


@needs(Permission.READ)
@require_POST
def strategy_paper_making_again(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    task = get_object_or_404(tasks_of(make_strategy_paper, request.partnership.pk), pk=pk)
    again = try_again(task, asked_by_id=request.user.pk)
    return redirect("strategy_paper_making", slug=slug, pk=again.pk)


@needs(Permission.READ)
def strategy_paper(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """A paper as it was made, and whether it would say the same today."""
    paper = get_object_or_404(queries.papers_in(request.partnership), pk=pk)
    version = version_or_404(request, paper.strategy_version_id) if paper.strategy_version_id else None
    context = {
        "paper": paper,
        "by": label_of_person(paper.made_by_id),
        "back": _back(request, paper.strategy, version),
        "changed": _has_changed(paper, version),
        "breadcrumb": _trail(request, paper.strategy, version),
    }
    return render(request, "strategies/paper.html", context)


@needs(Permission.READ)
def strategy_paper_pdf(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    """The bytes as they were made. Who names the hash they already hold is told that it is the same (304)."""
    paper = get_object_or_404(queries.papers_in(request.partnership), pk=pk)
    etag = f'"{paper.file.sha256}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            content = paper.file.content.open("rb")
        except FileNotFoundError:
            raise Http404("The bytes of this paper are missing.") from None
        response = response_for(content, paper.file.name, size=paper.file.size)
    response.headers["ETag"] = etag
    return response


def _has_changed(paper: IssuedPaper, version: Version | None) -> bool:
    try:
        return made_from(gather(paper.kind, version.strategy if version else paper.strategy, version)) != paper.made_from
    except NothingToExport:
        return True


def _back(request: PartnershipRequest, strategy: Strategy, version: Version | None) -> str:
    return address(request, "version", version.pk) if version else address(request, "strategy_draft", strategy.pk)


def _trail(request: PartnershipRequest, strategy: Strategy, version: Version | None) -> Trail:
    return trail_to_version(request, version) if version else trail_to_strategy(request, strategy)
