"""Money: where it comes from, what was awarded, committed and spent, and the returns on it. Pounds with exact pence."""

import dataclasses
import datetime
from decimal import Decimal

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class LineFacts:
    """`kind`: award, commitment, spend. `year`: the one in which the financial year begins. `typed`: is it labour or non-labour?

    Lines that are only planned are left out.
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


@dataclasses.dataclass(frozen=True)
class SendingFacts:
    """The actions under a funder's themes, due on the day that the recipient set."""

    pk: int
    title: str
    recipient: str
    due_on: datetime.date
    sent_on: VagueDate | None
