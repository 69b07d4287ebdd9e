"""Money: where it comes from, what was awarded, committed and spent, and the returns on it. Pounds with exact pence."""

import dataclasses
import datetime
from collections.abc import Iterable
from decimal import Decimal

from svduty.carrying_over import carried_over
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class LineFacts:
    """`kind`: award, commitment, spend. `year`: the one in which the financial year begins. `typed`: is it labour or non-labour?

    Lines that are only planned, and ranges, of which nobody knows the amount, are left out.
    """

    pk: int
    kind: str
    year: int
    typed: bool
    amount: Decimal
    on: VagueDate | None


@dataclasses.dataclass(frozen=True)
class ReturnFacts:
    """A report that the funder asked for. `quarter`: 1 to 4, or 0 for the whole year."""

    pk: int
    year: int
    quarter: int
    due_on: datetime.date
    sent_on: VagueDate | None


@dataclasses.dataclass(frozen=True)
class StreamFacts:
    """`duty_grant`: the Home Office's grant for the duty, which is split into labour and non-labour. `planned`: are there amounts that are
    only hoped for?"""

    pk: int
    name: str
    duty_grant: bool
    may_carry_over: bool
    starts: VagueDate | None
    ends: VagueDate | None
    lines: tuple[LineFacts, ...] = ()
    returns: tuple[ReturnFacts, ...] = ()
    planned: bool = False

    def carried_over(self, lines: Iterable[LineFacts], on: datetime.date) -> dict[int, Decimal]:
        """By year, what was left of the year before and may be spent in it. `lines`: those of this stream that count on the day."""
        left: dict[int, Decimal] = {}
        for line in lines:
            part = {"award": line.amount, "spend": -line.amount}.get(line.kind, Decimal(0))
            left[line.year] = left.get(line.year, Decimal(0)) + part
        return carried_over(left, on) if self.may_carry_over else {}


@dataclasses.dataclass(frozen=True)
class SendingFacts:
    """The actions under a funder's themes, due on the day that the recipient set."""

    pk: int
    title: str
    recipient: str
    due_on: datetime.date
    sent_on: VagueDate | None
