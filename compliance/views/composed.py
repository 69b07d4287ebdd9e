"""What the pages of assurance statements and of reports to committees share: one of them, composing it, its words, and taking it away."""

import dataclasses
import datetime
import io
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_POST

from compliance.changed_since import ChangedSince, changed_since
from compliance.queries_papers import last_composed, printed_papers
from compliance.statements.proposal import MERGE, proposal
from compliance.tasks_composed import ask_for_composed_paper, newest_task_of
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import StaleRecord
from partnerships.as_at import asked_day
from partnerships.views.of_partnership import form_page
from partnerships.views.pages import Trail, address
from strategies.actions.put_text import put_text
from strategies.export.composed_writing import composed_writing
from strategies.export.word import word_of
from strategies.export.writing import NothingToExport
from strategies.models import AssuranceStatement, CommitteeReport
from strategies.models.composed import Composed
from strategies.queries_committee import composed_of
from svduty.files.response import response_for
from svduty.tasks.models import State
from svduty.text.markdown import to_html

Kept = AssuranceStatement | CommitteeReport
Compose = Callable[[datetime.date], str]
CHANGED = "It has changed since you looked. This is what would be put in now: look again."


@dataclasses.dataclass(frozen=True)
class Pages:
    """One kind of composed text: its list, by name and route, and how its text is called in a sentence."""

    kind: str
    place: tuple[str, str]
    called: str

    def trail(self, request: PartnershipRequest, found: Kept | None = None) -> Trail:
        to_list = [(self.place[0], address(request, self.place[1]))]
        return [*to_list, (str(found), address(request, self.kind, found.pk))] if found else to_list


def look_page(request: PartnershipRequest, found: Kept, pages: Pages, **more: Any) -> HttpResponse:
    """The text to read, what was made of it, and what can be done."""
    try:
        writing = composed_writing(found)
    except NothingToExport:
        writing = None
    task = newest_task_of(found)
    paper = found.paper if writing and found.paper_of == writing.made_from else None
    context = {
        "found": found,
        "kind": pages.kind,
        "called": pages.called,
        "html": to_html(found.text, heading_from=3),
        "has_text": writing is not None,
        "paper": paper,
        "earlier": [one for one in printed_papers(found, request.partnership) if one != paper],
        "since": _changed_since(request, found),
        "making": task if task and task.state in (State.WAITING, State.RUNNING) else None,
        "failed": task if task and task.state == State.FAILED else None,
        "breadcrumb": pages.trail(request),
        **{
            f"{verb}_url": address(request, f"{pages.kind}_{verb}", found.pk)
            for verb in ("compose", "text", "change", "withdraw", "word", "pdf")
        },
    }
    return render(request, "compliance/composed.html", {**context, **more})


def _changed_since(request: PartnershipRequest, found: Kept) -> ChangedSince | None:
    """For those who may compose it again; what was approved or withdrawn stands as it is."""
    done = found.withdrawn_on or (isinstance(found, AssuranceStatement) and found.approved_on)
    if done or not found.composed or Permission.EDIT not in request.permissions:
        return None
    return changed_since(last_composed(found, request.partnership), request.partnership)


def compose_page(request: PartnershipRequest, found: Kept, pages: Pages, compose: Compose) -> HttpResponse:
    """Show what composing as at a day would put in; a POST of what was shown does it."""
    if found.withdrawn_on:
        raise Http404("The record was withdrawn.")
    back = address(request, pages.kind, found.pk)
    as_at = asked_day(request, request.partnership)
    proposed = proposal(found.text, found.composed, compose(as_at.on))
    status = 200
    if request.method == "POST" and as_at.may_be_issued:
        seen, sent = request.POST.get("seen_version", ""), request.POST.get("seal", "")
        choice = request.POST.get("choice", MERGE)
        try:
            if sent != proposed.seal or not seen.isdecimal():
                raise StaleRecord(found)
            text = proposed.chosen(choice)
            put_text(found, text, composed=proposed.fresh, as_at=as_at.on, seen_version=int(seen), actor=request.user)
        except StaleRecord:
            messages.info(request, CHANGED)
            status = 409
            found = composed_of(pages.kind, request.partnership).get(pk=found.pk)
            proposed = proposal(found.text, found.composed, compose(as_at.on))
        else:
            messages.success(request, "The text was composed. Read it through, and put in what only you know.")
            return redirect(back)
    context = {
        "found": found,
        "called": pages.called,
        "as_at": as_at,
        "proposed": proposed,
        "back": back,
        "breadcrumb": pages.trail(request, found),
    }
    return render(request, "compliance/compose.html", context, status=status)


def text_page(request: PartnershipRequest, form: Any, pages: Pages) -> HttpResponse:
    """The words of it, to be written. "Preview" shows how they will read and saves nothing."""
    found = form.instance
    page = {
        "place": pages.place,
        "title": f"Write {pages.called}",
        "why": f"{found}. What you write stays yours when it is composed again.",
        "button": "Save the text",
        "back": address(request, pages.kind, found.pk),
        "breadcrumb": pages.trail(request, found),
        "template": "compliance/composed_text.html",
    }
    if request.method == "POST" and "preview" in request.POST:
        form.error_summary_drawn = True  # a look is not a try to save
        return render(request, str(page["template"]), {**page, "form": form, "preview": _to_html(form["text"].value() or "")})
    return form_page(request, form, composed_of(pages.kind, request.partnership), done="Saved the text.", **page)  # type: ignore[arg-type]  # words


@needs(Permission.EDIT)
@require_POST
def composed_preview(request: PartnershipRequest, slug: str) -> HttpResponse:
    """What is typed, as readers will see it. Saves nothing."""
    return render(request, "compliance/composed_preview.html", {"html": _to_html(request.POST.get("text", ""))})


def _to_html(typed: str) -> SafeString:
    """Of what is typed as much as could be saved."""
    most = Composed._meta.get_field("text").max_length
    return to_html(typed[:most], heading_from=3)


def word_file(request: PartnershipRequest, found: Kept) -> HttpResponseBase:
    try:
        writing = composed_writing(found)
    except NothingToExport as nothing:
        raise Http404(str(nothing)) from None
    content = word_of(writing)
    return response_for(io.BytesIO(content), writing.file_name("docx"), size=len(content))


def ask_for_pdf(request: PartnershipRequest, found: Kept, pages: Pages) -> HttpResponse:
    try:
        composed_writing(found)
    except NothingToExport as nothing:
        raise Http404(str(nothing)) from None
    ask_for_composed_paper(found, asked_by_id=request.user.pk)
    return redirect(address(request, pages.kind, found.pk))
