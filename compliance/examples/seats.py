"""How the examples enter boards: each with its seats in the order of its paper."""

import dataclasses
from collections.abc import Iterable

from compliance.examples.loading import Example
from partnerships.models import Board, Organisation, Seat
from partnerships.models.board import SeatKind


@dataclasses.dataclass(frozen=True)
class Places:
    """The posts of one body on a board. `body` is "" where the paper names a post and no body."""

    body: str
    posts: tuple[str, ...]
    kind: SeatKind = SeatKind.VOTING


# For a body of which the paper names no post.
REPRESENTATIVE = "Representative"


def add_board(example: Example, source: str, **fields: object) -> Board:
    """A board of the partnership, with where its paper tells of it."""
    return example.add(Board(partnership=example.partnership, **fields), source)


def add_seats(example: Example, board: Board, places: Iterable[Places], bodies: dict[str, Organisation], source: str) -> None:
    """The seats, in order. `bodies`: the organisations by name."""
    listed = [(each, post) for each in places for post in each.posts]
    for position, (each, post) in enumerate(listed):
        organisation = bodies[each.body] if each.body else None
        example.add(Seat(board=board, post=post, organisation=organisation, kind=each.kind, position=position), source)
