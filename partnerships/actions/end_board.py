from django.db import transaction

from partnerships.actions.end_record import end_record
from partnerships.models import Board, Partnership, User
from partnerships.queries_boards import seats_of
from svduty.vague_dates import VagueDate


@transaction.atomic
def end_board(
    board: Board, ends: VagueDate, *, seen_version: int, actor: User | None, partnership: Partnership | None, reason: str
) -> None:
    """End a board, and with it on the same day the seats that last longer. Raises StaleRecord when somebody saved the board meanwhile."""
    end_record(board, ends, seen_version=seen_version, actor=actor, partnership=partnership, reason=reason)
    for seat in seats_of(board):
        if seat.ends is None or seat.ends.earliest > ends.latest:
            with_it = f"With the board: {reason}"
            end_record(seat, ends, seen_version=seat.version, actor=actor, partnership=partnership, reason=with_it)
