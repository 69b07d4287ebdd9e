"""What a board's own page says of its meetings."""

import datetime
from typing import Any

from partnerships import queries_meetings as queries
from partnerships.meeting_reading import state_of
from partnerships.models import Board

DECISIONS, MEETINGS = 5, 4


def board_meetings(board: Board, on: datetime.date) -> dict[str, Any]:
    """For the template "partnerships/board_meetings.html": the next meeting, the newest, and what was decided last. Three queries."""
    newest = queries.meeting_lines(board).filter(withdrawn_on__isnull=True, day__lte=on)[:MEETINGS]
    return {
        "on": on,
        "next_meeting": queries.next_meeting(board, on),
        "newest_meetings": [(meeting, state_of(meeting, on)) for meeting in newest],
        "last_decisions": queries.last_decisions(board, DECISIONS),
    }
