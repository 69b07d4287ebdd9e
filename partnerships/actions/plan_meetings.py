import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.save_record import differences, in_words, save_record
from partnerships.audit.record import record
from partnerships.models import Board, Meeting, Partnership, User
from partnerships.models.meeting import MeetingState
from svduty.editing.forms import RecordForm


@transaction.atomic
def plan_meetings(
    board: Board,
    days: Iterable[datetime.date],
    *,
    begins_at: datetime.time | None,
    place: str,
    on: datetime.date,
    actor: User | None,
    partnership: Partnership,
    comment: str = "",
) -> list[Meeting]:
    """Add a meeting on each of the days, all of them or none; those before `on` as held.

    Raises IntegrityError when the board has a meeting there already.
    """
    lock_row(board)
    return [_add(Meeting(board=board, day=day, begins_at=begins_at, place=place), on, actor, partnership, comment) for day in days]


@transaction.atomic
def add_meeting(form: RecordForm[Any], *, on: datetime.date, actor: User, partnership: Partnership, comment: str = "") -> Meeting:
    """Save a valid form as a new meeting; one before `on` is one that was held."""
    lock_row(form.instance.board)
    form.instance.state = _state(form.cleaned_data["day"], on)
    return save_record(form, actor=actor, partnership=partnership, comment=comment)


def _add(meeting: Meeting, on: datetime.date, actor: User | None, partnership: Partnership, comment: str) -> Meeting:
    meeting.state = _state(meeting.day, on)
    meeting.save()
    record(
        "meeting.added", actor=actor, partnership=partnership, target=meeting, changes=differences({}, in_words(meeting)), comment=comment
    )
    return meeting


def _state(day: datetime.date, on: datetime.date) -> MeetingState:
    return MeetingState.HELD if day < on else MeetingState.PLANNED
