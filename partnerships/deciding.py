"""Whether a meeting can decide, and what its attendance says about the votes."""

from partnerships.models import Attendance, Decision, Meeting
from partnerships.models.board import SeatKind
from partnerships.models.meeting import MeetingState

INQUORATE = (
    "This meeting was not quorate, so it could decide nothing. Write what was said as a note in the minutes, and bring it to the next "
    "meeting; or, if somebody was there who is not marked, put the attendance right first."
)
NOT_HELD = "This meeting is still planned, and a plan decides nothing. Record who came first: then it is held."
OVER = "This meeting was cancelled or withdrawn, so no decision can be recorded with it."


def unable(decision: Decision) -> str:
    """Why the meeting cannot have made this decision, and what can be done; empty when it can.

    A decision that was recorded while the meeting counted as quorate stays, and may be put right.
    """
    meeting = decision.meeting
    if meeting.withdrawn_on or meeting.state == MeetingState.CANCELLED:
        return OVER
    if meeting.state != MeetingState.HELD:
        return NOT_HELD
    return INQUORATE if meeting.quorate is False and not decision.pk else ""


def may_decide(meeting: Meeting) -> bool:
    return not unable(Decision(meeting=meeting))


def voters_there(attendances: list[Attendance]) -> int | None:
    """How many with a vote were there, the chair among them; None where nobody was marked."""
    if not attendances:
        return None
    return sum(attendance.there and attendance.seat.kind != SeatKind.NON_VOTING for attendance in attendances)


def interests_declared(attendances: list[Attendance]) -> str:
    """What was declared at the meeting, a post a line: where the box of a new decision begins."""
    return "\n".join(f"{attendance.seat.post}: {attendance.interest}" for attendance in attendances if attendance.interest)
