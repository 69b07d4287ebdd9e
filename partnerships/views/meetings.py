"""The meetings of a board, and the page of one: planned, held, called off."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db import IntegrityError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from partnerships import paper_days
from partnerships import queries_meetings as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.change_meeting import cancel_meeting, change_meeting, restore_meeting
from partnerships.actions.plan_meetings import add_meeting
from partnerships.deciding import may_decide
from partnerships.forms.meeting import CancelForm, MeetingForm
from partnerships.meeting_quorum import quorum_words
from partnerships.meeting_reading import action_line, agenda, came_words, state_of
from partnerships.models import Meeting
from partnerships.models.meeting import MeetingState
from partnerships.pack.shown import packs_shown
from partnerships.planning_year import BoardYear
from partnerships.pointing import address_of, changed_since
from partnerships.quorum import comes_to
from partnerships.views.meeting_pages import (
    CAUTIOUS,
    back_to,
    board_or_404,
    meeting_or_404,
    name_of,
    trail_to_board,
    trail_to_meeting,
    trail_to_meetings,
)
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from svduty import clock

ON_A_PAGE = 40


@needs(Permission.READ)
def meetings(request: PartnershipRequest, slug: str, board_pk: int) -> HttpResponse:
    """Every meeting of a board, latest first, by the board's own years."""
    board, on = board_or_404(request, board_pk), clock.today()
    page = Paginator(queries.meeting_lines(board), ON_A_PAGE).get_page(request.GET.get("page"))
    lines = [(meeting, state_of(meeting, on), BoardYear.around(meeting.day, board.year_begins).words) for meeting in page]
    context = {"board": board, "page": page, "lines": lines, "on": on, "breadcrumb": trail_to_board(request, board)}
    return render(request, "partnerships/meetings.html", context)


@needs(Permission.READ)
def meeting(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One meeting: when and where, its agenda, who came, what was decided, who is to do what."""
    found, on = meeting_or_404(request, pk), clock.today()
    items, decisions = list(queries.items_of(found)), list(queries.decisions_of(found))
    attendances = list(queries.attendances_of(found))
    changed = changed_since(decisions, request.partnership)
    packs = packs_shown(found, items)
    context: dict[str, Any] = {
        "meeting": found,
        "board": found.board,
        "on": on,
        "state": state_of(found, on),
        "planned": found.state == MeetingState.PLANNED,
        "over": bool(found.withdrawn_on) or found.state == MeetingState.CANCELLED,
        "day_has_come": found.day <= on,
        "papers_by": paper_days.papers_by(found),
        "paper_rule": paper_days.rule_words(found.board),
        "quorum": quorum_words(found) or comes_to(found.board, queries.seats_on(found.board, found.day), found.day).needed_words,
        "items": [(line, address_of(line.item, slug), packs["pack_pages"].get(line.item.pk)) for line in agenda(items, found)],
        **packs,
        "attendances": attendances,
        "came": came_words(attendances),
        "decisions": [(decision, address_of(decision, slug), changed.get(decision.pk, "")) for decision in decisions],
        "may_decide": may_decide(found),
        "actions": [action_line(action, on) for action in queries.actions_of(found)],
        "breadcrumb": trail_to_meetings(request, found.board),
    }
    return render(request, "partnerships/meeting.html", context)


@needs(Permission.EDIT)
def meeting_add(request: PartnershipRequest, slug: str, board_pk: int) -> HttpResponse:
    board = board_or_404(request, board_pk)
    form = MeetingForm(request.POST or None, instance=Meeting(board=board))
    return record_page(
        request,
        form,
        title="Add a meeting",
        why=f"Of {board}. One that was held already is added too: give its day.",
        save=lambda valid: add_meeting(valid, on=clock.today(), actor=request.user, partnership=request.partnership, comment=valid.comment),
        done="Added the meeting.",
        back=address(request, "meetings", board_pk),
        then=lambda saved: back_to(request, saved),
        template=CAUTIOUS,
        breadcrumb=trail_to_meetings(request, board),
    )


@needs(Permission.EDIT)
def meeting_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.meetings_in(request.partnership), pk)
    return record_page(
        request,
        MeetingForm(request.POST or None, instance=found),
        title="Change the day, time or place",
        why=f"{found}.",
        save=lambda valid: change_meeting(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=back_to(request, found),
        template=CAUTIOUS,
        breadcrumb=trail_to_meeting(request, found),
    )


@needs(Permission.EDIT)
def meeting_cancel(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.meetings_in(request.partnership), pk)
    if found.state != MeetingState.PLANNED and request.method != "POST":
        raise Http404("Only a planned meeting can be cancelled.")
    form = CancelForm(request.POST or None, instance=found)

    def save(valid: CancelForm) -> None:
        seen, reason = valid.cleaned_data["seen_version"] or 0, valid.cleaned_data["reason"]
        cancel_meeting(found, seen_version=seen, reason=reason, actor=request.user, partnership=request.partnership)

    return record_page(
        request,
        form,
        title="Cancel the meeting",
        why=f"{found}. It stays listed with its agenda, and counts for nothing.",
        save=save,
        done="Cancelled the meeting.",
        button="Cancel the meeting",
        cancel="Leave it as it is",
        back=back_to(request, found),
        breadcrumb=trail_to_meeting(request, found),
    )


@needs(Permission.EDIT)
@require_POST
def meeting_restore(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = meeting_or_404(request, pk)
    try:
        if restore_meeting(found, actor=request.user, partnership=request.partnership):
            messages.success(request, "The meeting is planned again.")
    except IntegrityError:
        messages.warning(
            request, "Another meeting of this board is planned for that day and time. Change that one, or add its agenda there."
        )
    return redirect(back_to(request, found))


@needs(Permission.EDIT)
def meeting_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = meeting_or_404(request, pk)
    return withdraw_once(
        request,
        found,
        title=f"Withdraw the {name_of(found)[0].lower()}{name_of(found)[1:]}",
        intro="What hangs on it, its decisions and actions among them, no longer counts either. To call off a planned meeting, cancel it.",
        back=back_to(request, found),
        breadcrumb=trail_to_meeting(request, found),
    )
