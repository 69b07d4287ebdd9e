"""The minutes of a meeting: read, written, drafted from what is recorded."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries_meetings as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.draft_minutes import draft_minutes
from partnerships.forms.minutes import MinutesForm
from partnerships.models import Meeting
from partnerships.pages_of_text import pages_of
from partnerships.views.meeting_pages import back_to, meeting_or_404, name_of, trail_to_meeting
from partnerships.views.pages import address, standing_or_404
from partnerships.views.record_page import record_page
from svduty.text.markdown import to_html


@needs(Permission.READ)
def meeting_minutes(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The minutes as they read; very long ones in several pages."""
    meeting = meeting_or_404(request, pk)
    page = Paginator(pages_of(meeting.minutes), 1).get_page(request.GET.get("page"))
    context = {
        "meeting": meeting,
        "page": page,
        "text": to_html(page.object_list[0]) if page.paginator.count else "",
        "breadcrumb": trail_to_meeting(request, meeting),
    }
    return render(request, "partnerships/minutes.html", context)


@needs(Permission.EDIT)
def meeting_minutes_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """Write them, or keep a file. Asked for a draft, an empty box begins with what is recorded of the meeting."""
    meeting = standing_or_404(request, queries.meetings_in(request.partnership), pk)
    drafted = "draft" in request.GET and not meeting.minutes
    initial = {"minutes": _drafted(meeting)} if drafted else None
    form = MinutesForm(request.POST or None, request.FILES or None, instance=meeting, initial=initial)
    unchanged = get_object_or_404(queries.meetings_in(request.partnership), pk=pk)

    def save(valid: MinutesForm) -> Meeting:
        return save_with_file(
            valid,
            "minutes_file",
            beside=meeting.board,
            among=meeting.board.meetings.all(),
            partnership=request.partnership,
            actor=request.user,
            comment=valid.comment,
        )

    return record_page(
        request,
        form,
        title="Minutes",
        why=f"{meeting.board}, {name_of(meeting)[0].lower()}{name_of(meeting)[1:]}.",
        save=save,
        done="Saved the minutes.",
        button="Save the minutes",
        back=back_to(request, meeting, "minutes"),
        then=lambda saved: address(request, "meeting_minutes", saved.pk),
        template="partnerships/minutes_form.html",
        breadcrumb=trail_to_meeting(request, meeting),
        meeting=unchanged,
        drafted=drafted,
    )


def _drafted(meeting: Meeting) -> Any:
    standing = {"withdrawn_on__isnull": True}
    return draft_minutes(
        meeting,
        list(queries.attendances_of(meeting)),
        list(queries.standing_items_of(meeting)),
        list(queries.decisions_of(meeting).filter(**standing)),
        list(queries.actions_of(meeting).filter(**standing)),
    )
