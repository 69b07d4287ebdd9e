"""Which bodies the law wants in an area. One rule, for the register of bodies and for the finding on it: pure, on rows or facts alike."""

import datetime
from collections.abc import Iterable
from typing import Protocol, TypeVar

from svduty.vague_dates import VagueDate, lasts_on


class Kind(Protocol):
    """A capacity of Schedule 1 or another, with the days from and until which the law names it."""

    @property
    def standing(self) -> str: ...
    @property
    def needed_in(self) -> str: ...
    @property
    def starts(self) -> VagueDate | None: ...
    @property
    def ends(self) -> VagueDate | None: ...


class Area(Protocol):
    @property
    def in_wales(self) -> bool: ...
    @property
    def two_tier(self) -> bool: ...


AnyKind = TypeVar("AnyKind", bound=Kind)


def needed_kinds(kinds: Iterable[AnyKind], area: Area, on: datetime.date) -> list[AnyKind]:
    """The kinds of specified authority that must take part for the area on that day (Act s.11 and Schedule 1), in the order given."""
    return [kind for kind in kinds if kind.standing == "specified" and lasts_on(kind.starts, kind.ends, on) and is_needed(kind, area)]


def is_needed(kind: Kind, area: Area) -> bool:
    """By the tier and the country of the area. Both councils where there are two."""
    return {
        "every": True,
        "england": not area.in_wales,
        "wales": area.in_wales,
        "two-tier": area.two_tier,
    }.get(kind.needed_in, False)
