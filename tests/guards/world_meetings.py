"""Meetings of a board with what hangs on them, each bearing the partnership's own mark."""

import datetime

from django.db.models import Model

from partnerships.models import AgendaItem, Attendance, Board, Decision, Meeting, MeetingAction, Seat
from tests.cast import day
from tests.guards.world_papers import paper_records


def meeting_records(board: Board, seat: Seat, mark: str) -> dict[str, Model]:
    """By kind. `planned_meeting`: one that can still be cancelled; `cancelled_meeting`: one that was."""
    meeting = Meeting.objects.create(
        board=board,
        day=datetime.date(2024, 1, 17),
        place=f"{mark} town hall",
        state="held",
        minutes=f"{mark} minutes",
        quorum_base=1,
        quorum_needed=1,
        quorum_present=1,
        quorum_chair=False,
        quorum_rule="1 member",
        quorate=True,
    )
    Attendance.objects.create(meeting=meeting, seat=seat, came="member", interest=f"{mark} interest")
    planned = {"place": f"{mark} hall", "begins_at": datetime.time(14)}
    return {
        "meeting": meeting,
        "planned_meeting": Meeting.objects.create(board=board, day=datetime.date(2099, 3, 11), **planned),
        "cancelled_meeting": Meeting.objects.create(board=board, day=datetime.date(2024, 3, 13), state="cancelled", **planned),
        "agendaitem": AgendaItem.objects.create(meeting=meeting, position=1, title=f"{mark} item"),
        "decision": Decision.objects.create(meeting=meeting, wording=f"{mark} decision", outcome="agreed"),
        "meetingaction": MeetingAction.objects.create(meeting=meeting, what=f"{mark} action", due_on=day("2024-03")),
        **paper_records(meeting, mark),
    }
