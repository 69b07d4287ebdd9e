"""Seats that cannot stand side by side: the same post twice, and two who chair. Pure."""

import dataclasses
from collections.abc import Iterable

from partnerships.models import Seat
from partnerships.models.board import SeatKind
from partnerships.terms import surely_overlap, term_words


@dataclasses.dataclass(frozen=True)
class Clash:
    """Which field to put right, and why."""

    field: str
    sentence: str


def clash(seat: Seat, others: Iterable[Seat]) -> Clash | None:
    """Why this seat cannot stand beside the others of its board. Terms too vague to tell whether they overlap are no clash."""
    for other in others:
        if (seat.pk and other.pk == seat.pk) or not surely_overlap(seat, other):
            continue
        term = f" ({term_words(other)})" if term_words(other) else ""
        if same_place(seat, other):
            return Clash("post", f"{other} has a seat on this board{term}. Change that seat, or end it before this one begins.")
        if seat.kind == other.kind == SeatKind.CHAIR:
            return Clash("kind", f"{other} chairs the board{term}. Two cannot chair at once: end that seat the day before this one begins.")
    return None


def same_place(one: Seat, other: Seat) -> bool:
    """The same post of the same body, however it is written."""
    return place_of(one) == place_of(other)


def place_of(seat: Seat) -> tuple[str, str]:
    return _plain(seat.post), _plain(str(seat.organisation or ""))


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
