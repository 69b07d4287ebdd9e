"""Boards and seats for tests."""

from typing import Any

from partnerships.models import Board, Organisation, Partnership, Seat
from partnerships.models.board import SeatKind


def make_board(partnership: Partnership, name: str = "Safety Board", **fields: Any) -> Board:
    return Board.objects.create(partnership=partnership, name=name, **fields)


def make_seat(board: Board, post: str, organisation: Organisation | None = None, kind: str = SeatKind.VOTING, **fields: Any) -> Seat:
    return Seat.objects.create(board=board, post=post, organisation=organisation, kind=kind, position=board.seats.count(), **fields)
