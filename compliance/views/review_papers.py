"""A yearly review to take away: for the board before it decides, and as it was finished."""

import io
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from compliance.changed_since import changed_since
from compliance.queries_papers import last_printed, printed_papers
from compliance.reviewing.paper import Reviewed, reviewed, writing_of
from compliance.tasks_review_papers import ask_for_review_paper, newest_task_of
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.models import StoredFile
from partnerships.views.pages import address
from strategies.export.word import word_of
from strategies.models import AnnualReview
from strategies.queries_reviewing import preparation_of
from svduty.files.response import response_for
from svduty.tasks.models import State

AWAY = "Take it away"


@needs(Permission.READ)
def review_word(request: PartnershipRequest, slug: str, kind: str, pk: int) -> HttpResponseBase:
    writing = writing_of(_found(request, kind, pk))
    content = word_of(writing)
    return response_for(io.BytesIO(content), writing.file_name("docx"), size=len(content))


@needs(Permission.READ)
@require_POST
def review_pdf(request: PartnershipRequest, slug: str, kind: str, pk: int) -> HttpResponse:
    """Ask for the PDF; the page then says that it is being made."""
    found = _found(request, kind, pk)
    ask_for_review_paper(found, asked_by_id=request.user.pk)
    where = AWAY if isinstance(found, AnnualReview) else "For the board"
    messages.info(request, f"The PDF is being made. It stands under “{where}” when it is there.")
    return redirect(address(request, found.record_kind(), found.pk) + "#take-away")


def to_take_away(request: PartnershipRequest, found: Reviewed) -> dict[str, Any]:
    """For the page of a review: its Word document, the PDFs made, what changed in the records since, and how the next one stands."""
    task = newest_task_of(found)
    edits = Permission.EDIT in request.permissions and not isinstance(found, AnnualReview)
    return {
        "word_url": address(request, "review_word", found.record_kind(), found.pk),
        "pdf_url": address(request, "review_pdf", found.record_kind(), found.pk),
        "paper": found.paper,
        "earlier": [one for one in _printed(found, request) if one != found.paper],
        "since": changed_since(last_printed(found, request.partnership), request.partnership) if edits else None,
        "making": task if task and task.state in (State.WAITING, State.RUNNING) else None,
        "failed": task if task and task.state == State.FAILED else None,
        "on_its_way": not isinstance(found, AnnualReview),
    }


def _printed(found: Reviewed, request: PartnershipRequest) -> list[StoredFile]:
    """The PDFs made of it, newest first; of a finished review also those that the board had before."""
    prepared = preparation_of(found) if isinstance(found, AnnualReview) else None
    return printed_papers(found, request.partnership) + (printed_papers(prepared, request.partnership) if prepared else [])


def take_away_panel(review: AnnualReview, request: PartnershipRequest) -> tuple[str, str, dict[str, Any]]:
    return AWAY, "compliance/review_take_away.html", {"away": to_take_away(request, review)}


def _found(request: PartnershipRequest, kind: str, pk: int) -> Reviewed:
    found = reviewed(kind, request.partnership, pk)
    if found is None:
        raise Http404("There is no such review.")
    return found
