"""Streams of money as pages show them: their years, what deserves a look, and tables of several streams together. No database."""

import dataclasses
import datetime
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from strategies.delivery import standing_of
from strategies.models import Action, FundingStream, GrantReturn
from strategies.money import Amount, ReturnFigures, Sums, YearSums, figures_of, stands, together, years_of
from strategies.money_warnings import Warned, warnings_of
from svduty import dates


class AmountOfStream(Amount, Protocol):
    """An amount that says of which stream it is and for which action, if any: a FundingLine, or a row of queries_money.amounts_in."""

    @property
    def stream_id(self) -> int: ...
    @property
    def action_id(self) -> int | None: ...


@dataclasses.dataclass(frozen=True)
class StreamMoney:
    """A stream with its sums, oldest year first in `years`."""

    stream: FundingStream
    years: list[YearSums]
    warned: list[Warned]


@dataclasses.dataclass(frozen=True)
class YearTable:
    """All streams of one financial year. `grant`: those of the duty's own grant, where other money stands beside it."""

    year: int
    rows: list[tuple[FundingStream, Sums]]
    total: Sums
    grant: Sums | None

    @property
    def words(self) -> str:
        return dates.say_financial_year(self.year)


@dataclasses.dataclass(frozen=True)
class ReturnLine:
    """A return, what the records hold of its time, and how it stands: `late_by` days, sent or not."""

    found: GrantReturn
    figures: ReturnFigures
    late_by: int

    @property
    def for_words(self) -> str:
        return f"{self.found.get_quarter_display()}, {dates.say_financial_year(self.found.year)}"

    @property
    def changed(self) -> bool:
        """Do the records say another amount than was sent?"""
        return self.found.amount_sent not in (None, self.figures.spent.total) and not self.found.withdrawn_on

    @property
    def late_words(self) -> str:
        if not self.late_by:
            return ""
        return f"{dates.say_days(self.late_by)} {'late' if self.found.sent_on else 'overdue'}"


def money_of(
    streams: Iterable[FundingStream], lines: Iterable[AmountOfStream], actions: Iterable[Action], on: datetime.date
) -> list[StreamMoney]:
    """Each stream with what belongs to it, in the order given. `actions`: as queries_money.paid_actions reads them."""
    of_stream: dict[int, list[AmountOfStream]] = defaultdict(list)
    named: dict[int, set[int]] = defaultdict(set)
    for line in lines:
        of_stream[line.stream_id].append(line)
        if stands(line) and line.action_id:
            named[line.stream_id].add(line.action_id)
    listed = list(actions)
    return [
        _money_of(stream, of_stream[stream.pk], [one for one in listed if stream.pk == one.stream_id or one.pk in named[stream.pk]], on)
        for stream in streams
    ]


def _money_of(stream: FundingStream, lines: list[AmountOfStream], paid: list[Action], on: datetime.date) -> StreamMoney:
    going_on = [action for action in paid if standing_of(action.due, action.told, on).open]  # type: ignore[attr-defined]  # with_news
    years = years_of(lines, carries=stream.may_carry_over, on=on)
    return StreamMoney(stream, years, warnings_of(stream, lines, going_on, on))


def tables_of(streams: Sequence[StreamMoney]) -> list[YearTable]:
    """A table for each year that has money, newest first."""
    found: dict[int, list[tuple[FundingStream, Sums]]] = defaultdict(list)
    for one in streams:
        for year in one.years:
            found[year.year].append((one.stream, year.sums))
    return [_table(year, rows) for year, rows in sorted(found.items(), reverse=True)]


def _table(year: int, rows: list[tuple[FundingStream, Sums]]) -> YearTable:
    grant = [sums for stream, sums in rows if stream.duty_grant]
    return YearTable(year, rows, together(sums for _, sums in rows), together(grant) if 0 < len(grant) < len(rows) else None)


def return_lines(returns: Iterable[GrantReturn], lines: Sequence[Amount], on: datetime.date) -> list[ReturnLine]:
    return [ReturnLine(found, figures_of(lines, found.year, found.quarter), days_late(found, on)) for found in returns]


def days_late(found: GrantReturn, on: datetime.date) -> int:
    """Days after it was due: until it was surely sent, or until the day `on` if it was not."""
    if found.withdrawn_on:
        return 0
    until = found.sent_on.earliest if found.sent_on else on
    return max(0, (until - found.due_on).days)
