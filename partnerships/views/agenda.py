"""The items of a meeting's agenda."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from partnerships import paper_days
from partnerships import queries_meetings as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.move_item import move_item
from partnerships.actions.save_with_file import save_with_file
from partnerships.change_places import DOWN, UP
from partnerships.forms.agenda_item import AgendaItemForm
from partnerships.models import AgendaItem, Meeting
from partnerships.views.meeting_pages import CAUTIOUS, back_to, name_of, trail_to_meeting, withdraw_part
from partnerships.views.pages import standing_or_404
from partnerships.views.record_page import record_page
from svduty import dates


@needs(Permission.EDIT)
def agendaitem_add(request: PartnershipRequest, slug: str, meeting_pk: int) -> HttpResponse:
    """Another item; `?about=` names the record that it is about, as the list of the form does."""
    meeting = standing_or_404(request, queries.meetings_in(request.partnership), meeting_pk)
    item = AgendaItem(meeting=meeting, position=queries.next_place(meeting))
    return _page(request, item, meeting, title="Add an item to the agenda", done="Added the item.")


@needs(Permission.EDIT)
def agendaitem_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    item = standing_or_404(request, queries.items_in(request.partnership), pk)
    return _page(request, item, item.meeting, title="Change the item", done="Saved.")


@needs(Permission.EDIT)
@require_POST
def agendaitem_move(request: PartnershipRequest, slug: str, pk: int, direction: str) -> HttpResponse:
    if direction not in (UP, DOWN):
        raise Http404("An item moves up or down.")
    item = get_object_or_404(queries.items_in(request.partnership), pk=pk)
    if move_item(item, direction, actor=request.user, partnership=request.partnership):
        messages.success(request, f"Moved “{item.title}” {direction}.")
    return redirect(back_to(request, item.meeting, "agenda"))


@needs(Permission.EDIT)
def agendaitem_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    item = get_object_or_404(queries.items_in(request.partnership), pk=pk)
    return withdraw_part(request, item, item.meeting, title="Take the item off the agenda", part="agenda", intro=f"{item}.")


def _page(request: PartnershipRequest, item: AgendaItem, meeting: Meeting, *, title: str, done: str) -> HttpResponse:
    asked = {} if item.pk else {"about": request.GET.get("about", "")}
    form = AgendaItemForm(request.POST or None, request.FILES or None, instance=item, initial=asked)

    def save(valid: AgendaItemForm) -> AgendaItem:
        return save_with_file(
            valid,
            "paper",
            beside=meeting,
            among=meeting.items.all(),
            partnership=request.partnership,
            actor=request.user,
            comment=valid.comment,
        )

    by = paper_days.papers_by(meeting)
    rule = f" Papers go out by {dates.say(by)}: {paper_days.rule_words(meeting.board)}, the board's own rule." if by else ""
    return record_page(
        request,
        form,
        title=title,
        why=f"{meeting.board}, {name_of(meeting)[0].lower()}{name_of(meeting)[1:]}.{rule}",
        save=save,
        done=done,
        back=back_to(request, meeting, "agenda"),
        template=CAUTIOUS,
        breadcrumb=trail_to_meeting(request, meeting),
    )
