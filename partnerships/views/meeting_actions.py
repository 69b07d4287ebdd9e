"""What meetings asked somebody to do: added at the meeting, listed for the partnership, reported on by the body itself."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries_meetings as meetings
from partnerships.access.guards import needs
from partnerships.access.own_body import acts_for, only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.forms.meeting_action import ActionsFilterForm, MeetingActionDoneForm, MeetingActionForm
from partnerships.meeting_reading import in_order
from partnerships.models import MeetingAction
from partnerships.views.meeting_pages import CAUTIOUS, back_to, name_of, trail_to_meeting, withdraw_part
from partnerships.views.pages import address, standing_or_404
from partnerships.views.record_page import record_page
from svduty import clock

ON_A_PAGE = 40


@needs(Permission.READ)
def meetingactions(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Everything that boards asked for and that is open, late first; on request of one body, and what is done."""
    form = ActionsFilterForm(request.GET or None, bodies=meetings.bodies_with_actions(request.partnership))
    found = meetings.standing_actions(request.partnership)
    chosen = form.cleaned_data if form.is_valid() else {}
    if chosen.get("body"):
        found = found.filter(organisation=chosen["body"])
    if chosen.get("show") != "all":
        found = found.filter(done_on__isnull=True)
    lines = in_order(found, clock.today())
    page = Paginator(lines, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "page": page,
        "late": sum(line.late for line in lines),
        "clear_url": address(request, "meetingactions") if request.GET else "",
        "own": {line.action.pk for line in page if acts_for(request, line.action.organisation_id or 0)},
        "any": bool(lines) or bool(request.GET),
        "breadcrumb": [("Boards", address(request, "boards"))],
    }
    return render(request, "partnerships/meetingactions.html", context)


@needs(Permission.EDIT)
def meetingaction_add(request: PartnershipRequest, slug: str, meeting_pk: int) -> HttpResponse:
    meeting = standing_or_404(request, meetings.meetings_in(request.partnership), meeting_pk)
    form = MeetingActionForm(request.POST or None, instance=MeetingAction(meeting=meeting))

    def save(valid: MeetingActionForm) -> MeetingAction:
        among = meeting.actions.all()
        return add_once(valid, beside=meeting, among=among, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title="Add an action of the meeting",
        why=f"What somebody was asked to do at the {name_of(meeting)[0].lower()}{name_of(meeting)[1:]}.",
        save=save,
        done="Added the action.",
        back=back_to(request, meeting, "actions"),
        template=CAUTIOUS,
        breadcrumb=trail_to_meeting(request, meeting),
    )


@needs(Permission.EDIT)
def meetingaction_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, meetings.actions_in(request.partnership), pk)
    return record_page(
        request,
        MeetingActionForm(request.POST or None, instance=found),
        title="Change an action of a meeting",
        why=f"From {found.meeting}.",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=back_to(request, found.meeting, "actions"),
        template=CAUTIOUS,
        breadcrumb=trail_to_meeting(request, found.meeting),
    )


@needs(Permission.UPDATE_OWN)
def meetingaction_done(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """What came of it: for whoever edits the records, and for a contributor of the very body that was asked."""
    found = get_object_or_404(meetings.actions_in(request.partnership), pk=pk)
    only_for(request, found.organisation_id or 0)
    found = standing_or_404(request, meetings.actions_in(request.partnership), pk)
    return record_page(
        request,
        MeetingActionDoneForm(request.POST or None, instance=found),
        title="Say what came of it",
        why=found.what,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=address(request, "meetingactions"),
        template=CAUTIOUS,
        breadcrumb=[("Boards", address(request, "boards")), ("Actions of meetings", address(request, "meetingactions"))],
    )


@needs(Permission.EDIT)
def meetingaction_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(meetings.actions_in(request.partnership), pk=pk)
    return withdraw_part(request, found, found.meeting, title="Withdraw an action of a meeting", part="actions", intro=f"{found}")
