"""What about money deserves a look, in words: overspending, money that lapses, streams that end before their work. Pure."""

import dataclasses
import datetime
from collections.abc import Iterable
from decimal import Decimal
from typing import Protocol

from strategies.models.money import LineKind
from strategies.money import NOTHING, Amount, Sums, YearSums, counts, years_of
from svduty import dates
from svduty.editing.money import say_money
from svduty.vague_dates import VagueDate

ENDS_SOON_MONTHS = 6
LAPSES_FROM = 1  # January: the last quarter, in which a grant can still be moved


class Stream(Protocol):
    """A FundingStream, or anything that holds the same."""

    @property
    def may_carry_over(self) -> bool: ...
    @property
    def afterwards(self) -> str: ...
    @property
    def ends(self) -> VagueDate | None: ...


class Paid(Protocol):
    """An action that is not over, and that the stream pays for."""

    @property
    def title(self) -> str: ...
    @property
    def due(self) -> VagueDate | None: ...


# The most pressing first.
ORDER = ("overspent", "no-award", "overspent-labour", "overspent-non-labour", "lapses", "overcommitted", "outlasted", "afterwards")


@dataclasses.dataclass(frozen=True)
class Warned:
    code: str
    sentence: str

    @property
    def rank(self) -> int:
        return ORDER.index(self.code)


def warnings_of(stream: Stream, lines: Iterable[Amount], paid: Iterable[Paid], on: datetime.date) -> list[Warned]:
    """What to look at in a stream on a day, the most pressing first. `paid`: the open actions behind which it stands."""
    listed = list(lines)
    years = years_of(listed, carries=stream.may_carry_over, on=on)
    ends = last_day_of(stream, listed)
    over = bool(ends and ends < on)
    found = [warned for year in years for warned in _overspent(year)]
    if not stream.may_carry_over:
        found += [warned for year in years for warned in _lapsing(year, on)]
    if ends and not over and not stream.afterwards and ends <= _months_on(on, ENDS_SOON_MONTHS):
        sentence = f"{_ends_words(stream, ends)}, and nothing is recorded of what becomes of the work then."
        found.append(Warned("afterwards", sentence))
    found += [warned for action in paid for warned in _outlasted(stream, action, ends)]
    return sorted(found, key=lambda warned: warned.rank)


def last_day_of(stream: Stream, lines: Iterable[Amount]) -> datetime.date | None:
    """The last day for which there is money: as the stream says, else the end of the last year with an award."""
    if stream.ends:
        return stream.ends.latest
    awarded = [line.year for line in lines if counts(line) and line.kind == LineKind.AWARD]
    return dates.financial_year(max(awarded))[1] if awarded else None


def _overspent(year: YearSums) -> list[Warned]:
    sums, when = year.sums, year.words
    found = []
    if sums.spent.total > NOTHING and sums.there == NOTHING:
        found.append(Warned("no-award", f"{_pounds(sums.spent.total)} was spent in {when}, and no award is recorded for that year."))
    elif sums.to_spend < NOTHING:
        sentence = (
            f"{_pounds(-sums.to_spend)} more was spent in {when} than was awarded: {_pounds(sums.spent.total)} of {_pounds(sums.there)}."
        )
        found.append(Warned("overspent", sentence))
    else:
        found += _overspent_by_type(sums, when)
    if sums.committed.total > sums.there > NOTHING:
        more = _pounds(sums.committed.total - sums.there)
        found.append(Warned("overcommitted", f"{more} more is promised to work in {when} than was awarded."))
    return found


def _overspent_by_type(sums: Sums, when: str) -> list[Warned]:
    """Where one type is surely overspent though the whole is not: money of no type could be of this one."""
    spare = sums.awarded.not_said + sums.brought
    found = []
    for what, awarded, spent in (
        ("labour", sums.awarded.labour, sums.spent.labour),
        ("non-labour", sums.awarded.non_labour, sums.spent.non_labour),
    ):
        if (over := spent - awarded - spare) > NOTHING:
            found.append(
                Warned(f"overspent-{what}", f"{_pounds(over)} more was spent on {what} costs in {when} than was awarded for them.")
            )
    return found


def _lapsing(year: YearSums, on: datetime.date) -> list[Warned]:
    """From 1 January of the year until twelve months after it."""
    left, last = year.sums.to_spend, year.last_day
    if left <= NOTHING or not datetime.date(last.year, LAPSES_FROM, 1) <= on <= dates.one_year_on(last):
        return []
    if on <= last:
        sentence = f"{_pounds(left)} of {year.words} is not spent yet; it may not be carried over after {dates.say_short(last)}."
    else:
        ended = f"That year ended on {dates.say_short(last)}, and what was left may not be carried over."
        sentence = f"{_pounds(left)} of {year.words} is not recorded as spent. {ended}"
    return [Warned("lapses", sentence)]


def _outlasted(stream: Stream, action: Paid, ends: datetime.date | None) -> list[Warned]:
    if not (ends and action.due and action.due.latest > ends):
        return []
    sentence = f"{_ends_words(stream, ends)}, before “{action.title}” is due ({action.due}). Who pays from then on?"
    return [Warned("outlasted", sentence)]


def _ends_words(stream: Stream, ends: datetime.date) -> str:
    """What the stream says of its end, or what its awards let us conclude."""
    return f"{'It' if stream.ends else 'The last year with an award'} ends on {dates.say_short(ends)}"


def _months_on(day: datetime.date, months: int) -> datetime.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day.replace(year=year, month=month + 1, day=min(day.day, dates.last_day_of_month(year, month + 1).day))


def _pounds(amount: Decimal) -> str:
    return f"£{say_money(amount)}"
