"""Whether a body was represented at the last meetings of the boards that lead. Pure, on rows or facts alike."""

import dataclasses
import datetime
from collections.abc import Iterable, Sequence
from typing import Protocol

from svduty.vague_dates import VagueDate

LAST = 3  # so many meetings in a row without a body are worth saying


class Seat(Protocol):
    """A seat speaks for its body in every capacity, or only in `capacity` where that is not empty."""

    @property
    def pk(self) -> int: ...
    @property
    def organisation_pk(self) -> int | None: ...
    @property
    def capacity(self) -> str: ...


class Meeting(Protocol):
    """`there`: the seats that were taken; None where attendance is not recorded."""

    @property
    def day(self) -> datetime.date: ...
    @property
    def there(self) -> tuple[int, ...] | None: ...


class Board(Protocol):
    """A board that leads, with the meetings that were held."""

    @property
    def seats(self) -> Sequence[Seat]: ...
    @property
    def meetings(self) -> Sequence[Meeting]: ...


@dataclasses.dataclass(frozen=True)
class SeatHeld:
    pk: int
    organisation_pk: int | None
    capacity: str


@dataclasses.dataclass(frozen=True)
class MeetingHeld:
    day: datetime.date
    there: tuple[int, ...] | None


@dataclasses.dataclass(frozen=True)
class LeadingBoard:
    seats: tuple[SeatHeld, ...]
    meetings: tuple[MeetingHeld, ...]


def missed(organisation_pk: int, capacity: str, since: VagueDate | None, boards: Iterable[Board], on: datetime.date) -> list[datetime.date]:
    """The days of the last three meetings, newest first, if the body was at none of them on any leading board; else nothing.

    Counted are meetings by `on` whose attendance is recorded and that were held once the body took part. With fewer than three of
    them nothing is said.
    """
    days: list[datetime.date] = []
    for board in boards:
        held = [one for one in board.meetings if one.there is not None and one.day <= on and (since is None or one.day >= since.latest)]
        last = sorted(held, key=lambda one: one.day, reverse=True)[:LAST]
        its = {seat.pk for seat in board.seats if seat.organisation_pk == organisation_pk and seat.capacity in ("", capacity)}
        if any(its & set(one.there or ()) for one in last):
            return []
        if len(last) == LAST:
            days = days or [one.day for one in last]
    return days
