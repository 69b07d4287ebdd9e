"""When a board is quorate: its rule and the seats of a day in, the count and a sentence out. Pure.

The rule is a fraction of the members rounded up, or a number of members if that is more. The chair is outside of it: not counted in
the base, not among those needed, and asked for besides where the rule says so. A seat that a deputy takes counts as taken by its member;
a deputy of the chair counts as the chair. Members without a vote count only where the rule is a part of all members.

A seat counts on a day when it surely or possibly lasts on it: with vague dates the base is rather too large than too small.
"""

import dataclasses
import datetime
import math
from collections.abc import Collection, Iterable
from fractions import Fraction
from typing import Self

from partnerships.models import Board, Seat
from partnerships.models.board import QuorumBase, SeatKind
from svduty.editing.records import Lasting
from svduty.vague_dates import lasts_on

NO_RULE = "No quorum rule is recorded"
FRACTIONS = {
    Fraction(1, 5): "a fifth",
    Fraction(1, 4): "a quarter",
    Fraction(1, 3): "a third",
    Fraction(1, 2): "half",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
}


@dataclasses.dataclass(frozen=True)
class QuorumRule:
    """`part`/`whole` of the members, never fewer than `minimum`; of the voting ones only if `voters`; and the chair if `chair`."""

    part: int | None = None
    whole: int | None = None
    minimum: int | None = None
    voters: bool = False
    chair: bool = False

    @classmethod
    def of(cls, board: Board) -> Self:
        return cls(
            part=board.quorum_part,
            whole=board.quorum_whole,
            minimum=board.quorum_minimum,
            voters=board.quorum_of == QuorumBase.VOTING,
            chair=board.quorum_chair,
        )

    @property
    def recorded(self) -> bool:
        """That the chair must be there is by itself no rule: it says nothing of the members."""
        return bool(self.share or self.minimum)

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.part, self.whole) if self.part and self.whole else None

    def needed(self, base: int) -> int:
        """How many members besides the chair, out of `base`."""
        return max(math.ceil(base * self.share) if self.share else 0, self.minimum or 0)

    def members(self, number: int | None = None) -> str:
        """What those are called of whom it is a part: "members", "voting member"."""
        return f"{'voting ' if self.voters else ''}member{'' if number == 1 else 's'}"

    @property
    def words(self) -> str:
        """`a quarter of all members, and the chair`; empty when no rule is recorded."""
        if not self.recorded:
            return ""
        chair = ", and the chair" if self.chair else ""
        minimum = f"{self.minimum} {self.members(self.minimum)}" if self.minimum else ""
        if not self.share:
            return f"{minimum}{chair}"
        members = f"all {self.members()}"
        share = FRACTIONS.get(self.share, f"{self.share.numerator} in every {self.share.denominator}")
        but = f", but never fewer than {minimum}" if minimum else ""
        return f"{members if self.share == 1 else f'{share} of {members}'}{but}{chair}"


@dataclasses.dataclass(frozen=True)
class Quorum:
    """What the rule comes to on a day, and whether it was met.

    `base`: members counted, without the chair. `needed`: how many of them; None when no rule is recorded. `present`: how many of them were
    there. `quorate`: None when no rule or no member is recorded, for then it cannot be told.
    """

    rule: QuorumRule
    base: int
    present: int
    chair_there: bool

    @property
    def needed(self) -> int | None:
        return self.rule.needed(self.base) if self.rule.recorded else None

    @property
    def chair_needed(self) -> bool:
        return self.rule.recorded and self.rule.chair

    @property
    def can_be_met(self) -> bool:
        """False when more members are needed than there are."""
        return self.needed is None or self.needed <= self.base

    @property
    def quorate(self) -> bool | None:
        if self.needed is None or not self.base:
            return None
        return self.present >= self.needed and (self.chair_there or not self.chair_needed)

    @property
    def missing(self) -> int:
        """How many members more are needed."""
        return max((self.needed or 0) - self.present, 0)

    @property
    def rule_words(self) -> str:
        """`a quarter of all members, and the chair`."""
        return self.rule.words

    @property
    def needed_words(self) -> str:
        """`14 of 54 members and the chair`."""
        if self.needed is None:
            return NO_RULE
        if not self.base:
            return f"{self.rule.words}: no {self.rule.members()} are recorded"
        return f"{self.needed} of {self.base} {self.rule.members(self.base)}{' and the chair' if self.chair_needed else ''}"

    @property
    def words(self) -> str:
        """`14 of 54 members and the chair; 15 there and the chair: quorate`."""
        return f"{self.needed_words}; {self._there}{self._verdict}"

    @property
    def _there(self) -> str:
        chair = " and the chair" if self.chair_there else ", the chair not" if self.chair_needed else ""
        return f"{self.present} there{chair}"

    @property
    def _verdict(self) -> str:
        if self.quorate is None:
            return ": whether that is quorate cannot be told"
        if self.quorate:
            return ": quorate"
        return f": not quorate, {self.missing} too few" if self.missing else ": not quorate without the chair"


def lasts(record: Lasting, on: datetime.date) -> bool:
    """Does it surely or possibly last on that day? An unrecorded beginning or end is open; the last day belongs to it."""
    return lasts_on(record.starts, record.ends, on)


def judge(rule: QuorumRule, seats: Iterable[Seat], present: Collection[int], on: datetime.date) -> Quorum:
    """The quorum of a meeting on that day. `present`: the primary keys of the seats taken, by their member or a deputy.

    A seat that does not last on the day counts neither as a member nor as present.
    """
    held = [seat for seat in seats if lasts(seat, on)]
    members = [seat for seat in held if seat.kind == SeatKind.VOTING or (seat.kind == SeatKind.NON_VOTING and not rule.voters)]
    return Quorum(
        rule=rule,
        base=len(members),
        present=sum(seat.pk in present for seat in members),
        chair_there=any(seat.pk in present for seat in held if seat.kind == SeatKind.CHAIR),
    )


def comes_to(board: Board, seats: Iterable[Seat], on: datetime.date) -> Quorum:
    """What a board's rule asks for on that day; nobody is there yet."""
    return judge(QuorumRule.of(board), seats, (), on)
