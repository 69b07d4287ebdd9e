import dataclasses
import datetime
from collections.abc import Iterable

from django.db import transaction

from partnerships.actions.save_record import StaleRecord, differences, lock
from partnerships.audit.record import record
from partnerships.meeting_quorum import Judged, keep_quorum, quorum_words
from partnerships.models import Attendance, Meeting, Partnership, Seat, User
from partnerships.models.meeting import Came, MeetingState
from partnerships.queries_meetings import attendances_of


@dataclasses.dataclass(frozen=True)
class Mark:
    """How one seat was taken; an empty `came` leaves it as it was recorded before."""

    seat: Seat
    came: str
    deputy: str = ""
    authority: str = ""
    interest: str = ""


@transaction.atomic
def record_attendance(
    meeting: Meeting,
    marks: Iterable[Mark],
    *,
    others: str,
    seen_version: int,
    on: datetime.date,
    actor: User | None,
    partnership: Partnership,
) -> Judged | None:
    """Write down who came, in one entry of the history. A meeting whose day has come is thereby held, and its quorum is kept.

    Before its day only apologies and deputies are noted, and None is given. Raises StaleRecord, having written nothing, when somebody
    saved the meeting after the sheet was opened.
    """
    current = lock(meeting)
    if current.version != seen_version or current.withdrawn_on or current.state == MeetingState.CANCELLED:
        raise StaleRecord(current)
    before = {attendance.seat_id: attendance for attendance in attendances_of(current)}
    changes = {}
    for mark in marks:
        if mark.came and (change := _write(current, mark, before.get(mark.seat.pk))):
            changes[str(mark.seat)] = change
    if others != current.others:
        changes["Others who came"] = [current.others, others]
    current.others = others
    judged = None
    if current.day <= on:
        before_words = {"State": current.get_state_display(), "Quorum": quorum_words(current)}
        current.state = MeetingState.HELD
        judged = keep_quorum(current)
        changes |= differences(before_words, {"State": current.get_state_display(), "Quorum": quorum_words(current)})
    current.version += 1
    current.save()
    record("attendance.changed", actor=actor, partnership=partnership, target=current, changes=changes)
    return judged


def _write(meeting: Meeting, mark: Mark, there: Attendance | None) -> list[str] | None:
    """Save one mark; what it said before and says now, or None when it says the same."""
    new = there or Attendance(meeting=meeting, seat=mark.seat)
    old = attendance_words(new) if there else ""
    _set(new, mark)
    if old == attendance_words(new):
        return None
    new.version += 1 if there else 0
    new.save()
    return [old, attendance_words(new)]


def _set(attendance: Attendance, mark: Mark) -> None:
    attendance.came, attendance.interest = mark.came, mark.interest
    attendance.deputy, attendance.authority = (mark.deputy, mark.authority) if mark.came == Came.DEPUTY else ("", "")


def attendance_words(attendance: Attendance) -> str:
    """`A deputy came. Head of Service (letter of 3 May 2026). Interest: ...`."""
    parts = [attendance.get_came_display()]
    if attendance.deputy:
        parts.append(f"{attendance.deputy}{f' ({attendance.authority})' if attendance.authority else ''}")
    if attendance.interest:
        parts.append(f"Interest: {attendance.interest}")
    return ". ".join(parts)


def mark_words(mark: Mark) -> str:
    """The same of what has not been saved."""
    unsaved = Attendance()
    _set(unsaved, mark)
    return attendance_words(unsaved)
