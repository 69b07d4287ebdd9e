"""Named reads about the register of bodies: who was at the meetings of the boards that lead."""

import datetime
from collections import defaultdict

from partnerships.models import Attendance, Partnership, Seat
from partnerships.models.meeting import Came, MeetingState
from partnerships.represented import LeadingBoard, MeetingHeld, SeatHeld
from svduty.vague_dates import lasts_on


def leading_boards_of(partnership: Partnership, on: datetime.date) -> list[LeadingBoard]:
    """The boards that lead on that day, with their seats and the meetings whose attendance is recorded. Three queries."""
    boards = {board.pk: board for board in partnership.boards.filter(leads=True) if lasts_on(board.starts, board.ends, on)}
    seats: dict[int, list[SeatHeld]] = defaultdict(list)
    for pk, board, organisation, capacity in Seat.objects.filter(board__in=boards).values_list(
        "pk", "board", "organisation", "capacity__code"
    ):
        seats[board].append(SeatHeld(pk, organisation, capacity or ""))
    held = {"meeting__state": MeetingState.HELD, "meeting__withdrawn_on__isnull": True, "meeting__day__lte": on}
    came: dict[tuple[int, int, datetime.date], list[int]] = defaultdict(list)
    rows = Attendance.objects.filter(meeting__board__in=boards, **held).values_list(
        "meeting__board", "meeting", "meeting__day", "seat", "came"
    )
    for board, meeting, day, seat, how in rows:
        came[board, meeting, day] += [seat] if how in (Came.MEMBER, Came.DEPUTY) else []
    meetings: dict[int, list[MeetingHeld]] = defaultdict(list)
    for (board, _, day), there in came.items():
        meetings[board].append(MeetingHeld(day, tuple(there)))
    return [LeadingBoard(tuple(seats[pk]), tuple(meetings[pk])) for pk in boards]
