"""What becomes of a meeting besides its own form: called off, put back, held."""

from typing import Any

from django.db import transaction

from partnerships.actions.save_record import StaleRecord, lock, save_record
from partnerships.audit.record import record
from partnerships.meeting_quorum import keep_quorum
from partnerships.models import Meeting, Partnership, User
from partnerships.models.meeting import MeetingState
from svduty.editing.forms import RecordForm


@transaction.atomic
def change_meeting(form: RecordForm[Any], *, actor: User, partnership: Partnership, comment: str = "") -> Meeting:
    """Save a valid form. On another day other seats may last, so a quorum that was kept is judged anew. Raises StaleRecord."""
    meeting: Meeting = save_record(form, actor=actor, partnership=partnership, comment=comment)
    if meeting.quorum_rule:
        keep_quorum(meeting)
        meeting.save()
    return meeting


@transaction.atomic
def cancel_meeting(meeting: Meeting, *, seen_version: int, reason: str, actor: User, partnership: Partnership) -> None:
    """A planned meeting does not take place. Raises StaleRecord when somebody saved it meanwhile."""
    current = lock(meeting)
    if current.version != seen_version or current.state != MeetingState.PLANNED:
        raise StaleRecord(current)
    _put(current, MeetingState.CANCELLED, reason)
    record("meeting.cancelled", actor=actor, partnership=partnership, target=current, comment=reason)


@transaction.atomic
def restore_meeting(meeting: Meeting, *, actor: User, partnership: Partnership) -> bool:
    """A cancelled meeting takes place after all. False, with nothing written, when it is not cancelled any more.

    Raises IntegrityError when another has been planned for its time.
    """
    current = lock(meeting)
    if current.state != MeetingState.CANCELLED or current.withdrawn_on:
        return False
    _put(current, MeetingState.PLANNED, "")
    record("meeting.restored", actor=actor, partnership=partnership, target=current)
    return True


def _put(meeting: Meeting, state: MeetingState, reason: str) -> None:
    meeting.state, meeting.state_reason = state, reason
    meeting.version += 1
    meeting.save()
