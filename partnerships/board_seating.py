"""The seats of a board arranged for reading: the chair, those who vote, those who attend; in each, body by body. Pure."""

import dataclasses
from collections.abc import Iterable

from partnerships.models import Seat
from partnerships.models.board import SeatKind

HEADINGS = {SeatKind.CHAIR: "Chair", SeatKind.VOTING: "Voting members", SeatKind.NON_VOTING: "Attend without a vote"}


@dataclasses.dataclass
class Bench:
    """The seats of one kind. `bodies`: pairs of a body's name, empty for none, and its seats."""

    kind: str
    heading: str
    bodies: list[tuple[str, list[Seat]]]

    @property
    def number(self) -> int:
        return sum(len(seats) for _, seats in self.bodies)


def seating(seats: Iterable[Seat]) -> list[Bench]:
    """In the order of the seats; a body stands where its first seat stands."""
    found: dict[SeatKind, dict[str, list[Seat]]] = {kind: {} for kind in HEADINGS}
    for seat in seats:
        found[SeatKind(seat.kind)].setdefault(str(seat.organisation or ""), []).append(seat)
    return [Bench(kind, HEADINGS[kind], list(bodies.items())) for kind, bodies in found.items() if bodies]
