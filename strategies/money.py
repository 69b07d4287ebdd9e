"""Sums of money, exact to the penny: what was awarded, promised and spent, and what is left. Pure: no database, no float.

Parts are stored and totals derived: a total that somebody states elsewhere may differ, and is never kept.
"""

import dataclasses
import datetime
from collections.abc import Iterable
from decimal import ROUND_DOWN, Decimal
from typing import Protocol

from strategies.models.money import CostType, LineKind, Quarter
from svduty import dates
from svduty.carrying_over import NOTHING, carried_over
from svduty.vague_dates import VagueDate

PENNY = Decimal("0.01")


class Amount(Protocol):
    """An amount of one financial year: a FundingLine, or anything that holds the same."""

    @property
    def kind(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def cost_type(self) -> str: ...
    @property
    def amount(self) -> Decimal: ...
    @property
    def up_to(self) -> Decimal | None: ...
    @property
    def planned(self) -> bool: ...
    @property
    def on(self) -> VagueDate | None: ...
    @property
    def withdrawn_on(self) -> datetime.date | None: ...


@dataclasses.dataclass(frozen=True)
class Split:
    """Pounds by type of cost."""

    labour: Decimal = NOTHING
    non_labour: Decimal = NOTHING
    not_said: Decimal = NOTHING

    @property
    def total(self) -> Decimal:
        return self.labour + self.non_labour + self.not_said

    def __add__(self, other: "Split") -> "Split":
        return Split(self.labour + other.labour, self.non_labour + other.non_labour, self.not_said + other.not_said)

    def __sub__(self, other: "Split") -> "Split":
        return Split(self.labour - other.labour, self.non_labour - other.non_labour, self.not_said - other.not_said)


@dataclasses.dataclass(frozen=True)
class Sums:
    """What was awarded, promised and spent. `brought`: what was left of the year before, where it may be carried over.

    `taken`: of each stream and year the larger of what was committed and what was spent, as no payment says which commitment it keeps:
    money that was spent without a commitment before it cannot be committed any more. `taken_by_type`: the same, type by type.
    """

    awarded: Split = Split()
    committed: Split = Split()
    spent: Split = Split()
    brought: Decimal = NOTHING
    taken: Decimal = NOTHING
    taken_by_type: Split = Split()

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.awarded + other.awarded,
            self.committed + other.committed,
            self.spent + other.spent,
            self.brought + other.brought,
            self.taken + other.taken,
            self.taken_by_type + other.taken_by_type,
        )

    @property
    def there(self) -> Decimal:
        """All the money there is."""
        return self.awarded.total + self.brought

    @property
    def to_commit(self) -> Decimal:
        """What is neither promised nor spent yet. Less than nothing where more was promised, or spent, than there is."""
        return self.there - self.taken

    @property
    def to_spend(self) -> Decimal:
        """Less than nothing where more was spent than there is."""
        return self.there - self.spent.total

    @property
    def to_commit_by_type(self) -> Split | None:
        """None also where what is taken of each type comes to more than what is taken of the whole."""
        found = self._left(self.taken_by_type)
        return found if found and found.total == self.to_commit else None

    @property
    def to_spend_by_type(self) -> Split | None:
        """None where some of the money, or of what was spent, says its type and some does not: then nobody can tell."""
        return self._left(self.spent)

    def _left(self, used: Split) -> Split | None:
        typed = self.awarded.labour or self.awarded.non_labour or used.labour or used.non_labour
        untold = self.awarded.not_said or used.not_said or self.brought
        return None if typed and untold else self.awarded + Split(not_said=self.brought) - used


@dataclasses.dataclass(frozen=True)
class YearSums:
    """The sums of one stream, or of several, in the financial year that begins in `year`."""

    year: int
    sums: Sums

    @property
    def words(self) -> str:
        return dates.say_financial_year(self.year)

    @property
    def last_day(self) -> datetime.date:
        return dates.financial_year(self.year)[1]


def stands(line: Amount) -> bool:
    """Was it not withdrawn?"""
    return line.withdrawn_on is None


def counts(line: Amount) -> bool:
    """Is it money that is there? What is only planned is not, nor is a range, of which nobody knows the amount."""
    return stands(line) and not line.planned and line.up_to is None


def split_of(lines: Iterable[Amount]) -> Split:
    """The lines that count, added up by type of cost."""
    found = {CostType.LABOUR.value: NOTHING, CostType.NON_LABOUR.value: NOTHING, "": NOTHING}
    for line in filter(counts, lines):
        found[line.cost_type] += line.amount
    return Split(*found.values())


def sums_of(lines: Iterable[Amount]) -> Sums:
    """The sums of one stream in one year."""
    listed = list(lines)
    awarded, committed, spent = (split_of(line for line in listed if line.kind == kind) for kind in LineKind)
    larger = Split(*(max(pair) for pair in zip(dataclasses.astuple(committed), dataclasses.astuple(spent), strict=True)))
    return Sums(awarded, committed, spent, taken=max(committed.total, spent.total), taken_by_type=larger)


def years_of(lines: Iterable[Amount], *, carries: bool, on: datetime.date) -> list[YearSums]:
    """The sums of one stream year by year, oldest first. `carries`: what is left of a year that is over on the day `on` is brought into
    the next year that has lines."""
    counted = [line for line in lines if counts(line)]
    found = {year: sums_of(line for line in counted if line.year == year) for year in sorted({line.year for line in counted})}
    brought = carried_over({year: sums.to_spend for year, sums in found.items()}, on) if carries else {}
    return [YearSums(year, dataclasses.replace(sums, brought=brought.get(year, NOTHING))) for year, sums in found.items()]


def together(sums: Iterable[Sums]) -> Sums:
    return sum(sums, Sums())


def shared_out(amount: Decimal, parts: int) -> list[Decimal]:
    """`amount` in so many parts as equal as pence allow, the larger first. Together they are exactly the whole.

    Raises ValueError for less than one part.
    """
    if parts < 1:
        raise ValueError("It takes one part at least.")
    part = (amount / parts).quantize(PENNY, ROUND_DOWN)
    larger = int((amount - part * parts) / PENNY)
    return [part + PENNY] * larger + [part] * (parts - larger)


def days_of_quarter(year: int, quarter: int) -> tuple[datetime.date, datetime.date]:
    """The first and last day of a quarter of a financial year, or of all of it."""
    first, last = dates.financial_year(year)
    if quarter == Quarter.YEAR:
        return first, last
    month = first.month + 3 * (quarter - 1)
    begins = datetime.date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1)
    ends_in = begins.month + 2
    return begins, dates.last_day_of_month(begins.year, ends_in)


@dataclasses.dataclass(frozen=True)
class ReturnFigures:
    """What the records hold for a return: what was spent in its time, and what of that year's spend no day places in a quarter."""

    spent: Split
    unplaced: Decimal


def figures_of(lines: Iterable[Amount], year: int, quarter: int) -> ReturnFigures:
    """The spend of a year's quarter by the day each line bears, or of all the year, whatever the days."""
    spends = [line for line in lines if counts(line) and line.kind == LineKind.SPEND and line.year == year]
    if quarter == Quarter.YEAR:
        return ReturnFigures(split_of(spends), NOTHING)
    placed = [line for line in spends if _quarter_of(line, year) == quarter]
    unplaced = [line for line in spends if _quarter_of(line, year) is None]
    return ReturnFigures(split_of(placed), split_of(unplaced).total)


def _quarter_of(line: Amount, year: int) -> int | None:
    """The quarter of its year in which the line's day surely lies."""
    for quarter in (Quarter.FIRST, Quarter.SECOND, Quarter.THIRD, Quarter.FOURTH):
        first, last = days_of_quarter(year, quarter)
        if line.on and first <= line.on.earliest and line.on.latest <= last:
            return int(quarter)
    return None
