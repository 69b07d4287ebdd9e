"""Whom of a board to remind, and reminding them."""

import datetime

from partnerships.models import Seat, User
from strategies.models import ApprovalRound
from strategies.queries_rounds import seats_asked
from strategies.rounds.told import REMINDER, holders_of, tell

DAYS_BEFORE = (3, 0)


def silent_seats(asked: ApprovalRound, on: datetime.date) -> list[Seat]:
    """The seats of the board on that day for which nobody has answered, with their `accounts`."""
    answered = set(asked.votes.values_list("seat", flat=True))
    return [seat for seat in seats_asked(asked.board, on) if seat.pk not in answered]


def remind_silent(asked: ApprovalRound, on: datetime.date, *, asked_by: User | None) -> int:
    """Mail whoever holds a seat that has not answered, each once a day; how many. In the caller's transaction."""
    return tell(REMINDER, asked, holders_of(silent_seats(asked, on)), mark=f"reminder/{on.isoformat()}", asked_by=asked_by)
