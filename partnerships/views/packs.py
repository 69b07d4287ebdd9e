"""Board packs: asking for one, the page while it is made, one that is kept, and its bytes."""

import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_POST

from partnerships import queries_packs as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.pack.source import agenda_has_changed
from partnerships.tasks_packs import ask_for_pack, make_board_pack
from partnerships.views.meeting_pages import back_to, meeting_or_404, name_of, trail_to_meeting
from svduty import clock
from svduty.files.response import response_for
from svduty.tasks.models import State
from svduty.tasks.queries import tasks_of
from svduty.tasks.queue import try_again

# How a script on the page asks whether anything has changed.
LOOK = "X-Look-Again"
LONG = datetime.timedelta(minutes=2)


@needs(Permission.EDIT)
@require_POST
def boardpack_make(request: PartnershipRequest, slug: str, meeting_pk: int) -> HttpResponse:
    """Ask for the pack of a meeting. It is made off the request."""
    meeting = meeting_or_404(request, meeting_pk)
    if meeting.withdrawn_on:
        messages.warning(request, "This meeting was withdrawn, so no pack is made for it.")
        return redirect(back_to(request, meeting))
    if not queries.standing_items_of(meeting).exists():
        messages.warning(request, "No pack was made, because the agenda is empty. Add its items first.")
        return redirect(back_to(request, meeting, "agenda"))
    task = ask_for_pack(meeting, partnership=request.partnership, actor=request.user)
    return redirect("boardpack_making", slug=slug, pk=task.pk)


@needs(Permission.READ)
def boardpack_making(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Where the work stands; once it is done, on to the pack. A script that looks again is told so without a page."""
    task = get_object_or_404(tasks_of(make_board_pack, request.partnership.pk), pk=pk)
    meeting = meeting_or_404(request, task.arguments["meeting_pk"])
    if task.state == State.DONE and task.outcome:
        if LOOK in request.headers:
            return HttpResponse(status=204)
        number = task.outcome["number"]
        is_new = task.outcome["is_new"]
        messages.success(request, f"Pack {number} is made." if is_new else f"Nothing has changed since pack {number}, so here it is again.")
        return redirect("boardpack", slug=slug, pk=task.outcome["pack"])
    context = {
        "task": task,
        "meeting": meeting,
        "name": name_of(meeting),
        "is_open": task.state in (State.WAITING, State.RUNNING),
        "waits_long": task.state == State.WAITING and clock.now() - task.due_at > LONG,
        "breadcrumb": trail_to_meeting(request, meeting),
    }
    return render(request, "partnerships/boardpack_making.html", context)


@needs(Permission.EDIT)
@require_POST
def boardpack_making_again(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    task = get_object_or_404(tasks_of(make_board_pack, request.partnership.pk), pk=pk)
    again = try_again(task, asked_by_id=request.user.pk)
    return redirect("boardpack_making", slug=slug, pk=again.pk)


@needs(Permission.READ)
def boardpack(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """A pack as it was made: its items with their pages, its seal, and whether the agenda has changed since."""
    pack = get_object_or_404(queries.packs_in(request.partnership), pk=pk)
    meeting = pack.meeting
    newest = queries.newest_pack_of(meeting)
    context = {
        "pack": pack,
        "meeting": meeting,
        "name": name_of(meeting),
        "by": queries.label_of_person(pack.made_by_id),
        "newer": newest if newest and newest.pk != pk else None,
        "changed": newest == pack and agenda_has_changed(pack, meeting, queries.standing_items_of(meeting)),
        "breadcrumb": trail_to_meeting(request, meeting),
    }
    return render(request, "partnerships/boardpack.html", context)


@needs(Permission.READ)
def boardpack_pdf(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    """The bytes as they were made. Who names the hash they already hold is told that it is the same (304)."""
    pack = get_object_or_404(queries.packs_in(request.partnership), pk=pk)
    etag = f'"{pack.file.sha256}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        try:
            content = pack.file.content.open("rb")
        except FileNotFoundError:
            raise Http404("The bytes of this pack are missing.") from None
        response = response_for(content, pack.file.name, size=pack.file.size)
    response.headers["ETag"] = etag
    return response
