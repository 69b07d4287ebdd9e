"""Who came to a meeting: one sheet for every seat, and the quorum as it stands."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from partnerships import queries_meetings as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.record_attendance import record_attendance
from partnerships.actions.save_record import StaleRecord
from partnerships.consequences import watched
from partnerships.forms.attendance import LOOKS, AttendanceForm
from partnerships.meeting_quorum import Judged, quorum_words
from partnerships.views.meeting_pages import back_to, name_of, trail_to_meeting
from partnerships.views.pages import standing_or_404
from svduty import clock

UNQUORATE = "The decisions already recorded stay, marked as made without a quorum."


@needs(Permission.EDIT)
def meeting_attendance(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The sheet. Its buttons "mark" and "count" fill it in and reckon the quorum without saving anything."""
    meeting = standing_or_404(request, queries.meetings_in(request.partnership), pk)
    seats = queries.seats_on(meeting.board, meeting.day)
    recorded = {attendance.seat_id: attendance for attendance in queries.attendances_of(meeting)}
    form = AttendanceForm(request.POST or None, meeting=meeting, seats=seats, recorded=recorded)
    status, on = 200, clock.today()
    look = request.POST.get("look", "") if request.method == "POST" else ""
    if look in LOOKS:
        form.fill(look)
        form.error_summary_drawn = True  # type: ignore[attr-defined]  # a look is not a try to save
    elif request.method == "POST" and form.is_valid():
        cleaned = form.cleaned_data
        try:
            with watched(request.partnership) as consequences:
                judged = record_attendance(
                    meeting,
                    form.marks(),
                    others=cleaned["others"],
                    seen_version=cleaned["seen_version"] or 0,
                    on=on,
                    actor=request.user,
                    partnership=request.partnership,
                )
        except StaleRecord as stale:
            form.show_conflict(stale.current)  # type: ignore[arg-type]  # a meeting was locked
            status = 409
        else:
            messages.success(request, consequences.after(_said(judged)))
            if judged and judged.quorate is False and queries.decisions_of(meeting).filter(withdrawn_on__isnull=True).exists():
                messages.warning(request, f"The meeting was not quorate. {UNQUORATE}")
            return redirect(back_to(request, meeting, "people"))
    context = {
        "form": form,
        "meeting": meeting,
        "title": "Who came" if meeting.day <= on else "Apologies and deputies",
        "why": f"{meeting.board}, {name_of(meeting)[0].lower()}{name_of(meeting)[1:]}.",
        "groups": form.groups(),
        "judged": form.judged(),
        "kept": quorum_words(meeting),
        "gone": [attendance.seat for attendance in recorded.values() if attendance.seat_id not in {seat.pk for seat in seats}],
        "still_to_come": form.still_to_come,
        "conflict": form.conflict,
        "back": back_to(request, meeting),
        "breadcrumb": trail_to_meeting(request, meeting),
    }
    return render(request, "partnerships/meeting_attendance.html", context, status=status)


def _said(judged: Judged | None) -> str:
    return f"Saved. {judged.words[0].upper()}{judged.words[1:]}." if judged else "Saved. Who came is recorded on the day."
