"""Which records of meetings the pages of the examples are looked at with."""

from typing import Any

from django.db.models import QuerySet

from partnerships.models import AgendaItem, Decision, Meeting, MeetingAction, Partnership
from partnerships.models.meeting import MeetingState


def meeting_sets(partnership: Partnership) -> dict[str, QuerySet[Any]]:
    """By kind; the last of each is taken."""
    meetings = Meeting.objects.filter(board__partnership=partnership, board__leads=True, withdrawn_on=None)
    standing = {"meeting__board__partnership": partnership, "withdrawn_on": None}
    return {
        "meeting": meetings.filter(state=MeetingState.HELD, quorate=True),
        "planned_meeting": meetings.filter(state=MeetingState.PLANNED),
        "agendaitem": AgendaItem.objects.filter(**standing),
        "decision": Decision.objects.filter(**standing),
        "meetingaction": MeetingAction.objects.filter(**standing),
    }
