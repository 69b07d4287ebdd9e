"""What the figures say: measures of success, money and risks. Pure: from records that are given."""

from collections.abc import Container, Iterable
from decimal import Decimal

from compliance.reviewing.block import Block, Row, Span, counted
from partnerships.models import AuditEntry
from strategies.measuring import ALIKE, figure_words
from strategies.models import FundingLine, FundingStream, Measure, Reading, Risk
from strategies.models.measure import Better
from strategies.money import Sums, together, years_of
from svduty import dates

LIKELY, BAD = "How likely then", "How bad then"


def measures_block(measures: Iterable[Measure], span: Span, recorded: Container[int | None] = ()) -> Block:
    """Each measure: the last figure that was known before this time, the newest in it, and which way it went. A figure is new where its
    own time ends in this time, or where it was first recorded in it (`recorded`: the keys of those): figures come late."""
    rows, better, worse = [], 0, 0
    for measure in measures:
        figures = [one for one in measure.figures if one.last <= span.on]  # type: ignore[attr-defined]  # prefetched
        before, now = _before_and_now(figures, span, recorded)
        change, way = _change(measure, before, now, figures)
        better, worse = better + (way > 0), worse + (way < 0)
        rows.append(Row((measure.name, _said(measure, before), _said(measure, now), change), "measure", measure.pk))
    said = f"{counted(len(rows), 'measure')}: {better} went the better way, {worse} the worse." if rows else "No measure is recorded."
    source = "the measures of success and their figures"
    return Block("measures", "Measures of success", said, source, "measures", ("Measure", "Before", "Newest", "Change"), tuple(rows))


def _before_and_now(figures: list[Reading], span: Span, recorded: Container[int | None]) -> tuple[Reading | None, Reading | None]:
    known = [one for one in figures if one.last <= span.since and one.pk not in recorded]
    before = max(known, key=_when, default=None)
    now = max((one for one in figures if one not in known and (before is None or one.last > before.last)), key=_when, default=None)
    if now and before is None:
        # All were recorded in this time: the one before it is what there is to compare with.
        before = max((one for one in figures if one.last <= span.since and one.last < now.last), key=_when, default=None)
    return before, now


def _when(reading: Reading) -> tuple[object, int]:
    return reading.last, reading.pk


def _said(measure: Measure, reading: Reading | None) -> str:
    if reading is None:
        return "No figure"
    return f"{figure_words(measure, reading)} to {dates.say_short(reading.last)}"


def _number(value: Decimal) -> str:
    whole = value == value.to_integral_value()
    return f"{value:,.0f}" if whole else f"{value:,.2f}".rstrip("0")


def _change(measure: Measure, before: Reading | None, now: Reading | None, figures: list[Reading]) -> tuple[str, int]:
    """In words, and 1 for the better, -1 for the worse, 0 where that cannot be said."""
    if now is None:
        return "No new figure in this time", 0
    if before is None:
        return "Nothing before to compare with", 0
    if any(one.breaks and before.last < one.last <= now.last for one in figures):
        return "Cannot be compared: it is counted differently since", 0
    if abs(_days(now) - _days(before)) > ALIKE * _days(before):
        return "Cannot be compared: they cover times of different length", 0
    if before.value is None or now.value is None:
        return "Too small to compare", 0
    by = now.value - before.value
    if by == 0:
        return "The same", 0
    share = f" ({abs(by) / before.value * 100:.0f}%)" if before.value > 0 else ""
    way = 0 if measure.better == Better.NEITHER else 1 if (by < 0) == (measure.better == Better.LOWER) else -1
    judged = {1: ", which is better", -1: ", which is worse", 0: ""}[way]
    return f"{'Up' if by > 0 else 'Down'} by {_number(abs(by))}{share}{judged}", way


def _days(reading: Reading) -> int:
    return (reading.last - reading.first).days + 1


def money_block(lines: Iterable[FundingLine], span: Span) -> Block:
    """By stream and financial year that this time touches: awarded, carried over, committed, spent and left, added up as on the money
    pages: what is only planned, and a range, does not count."""
    years = range(dates.financial_year_of(span.since), dates.financial_year_of(span.on) + 1)
    streams: dict[FundingStream, list[FundingLine]] = {}
    for line in lines:
        streams.setdefault(line.stream, []).append(line)
    found = [
        (stream, year)
        for stream, its in sorted(streams.items(), key=lambda pair: (pair[0].name, pair[0].pk))
        for year in years_of(its, carries=stream.may_carry_over, on=span.on)
        if year.year in years
    ]
    rows = [Row((stream.name, year.words, *_amounts(year.sums)), "fundingstream", stream.pk) for stream, year in found]
    sums = together(year.sums for _, year in found)
    if rows:
        said = f"Awarded {_pounds(sums.awarded.total)}, spent {_pounds(sums.spent.total)}, in the years {_years(years)}."
    else:
        said = f"No money is recorded for {_years(years)}."
    columns = ("Stream", "Year", "Awarded", "Carried over", "Committed", "Spent", "Left to spend")
    return Block("money", "Money", said, "the funding streams", "money", columns, tuple(rows), numeric=columns[2:])


def _amounts(sums: Sums) -> tuple[str, ...]:
    return tuple(_pounds(one) for one in (sums.awarded.total, sums.brought, sums.committed.total, sums.spent.total, sums.to_spend))


def _pounds(amount: Decimal) -> str:
    return f"£{amount:,.2f}" if amount >= 0 else f"-£{-amount:,.2f}"


def _years(years: range) -> str:
    return " and ".join(dates.say_financial_year(year) for year in years)


def risks_block(risks: Iterable[Risk], changes: Iterable[AuditEntry], span: Span) -> Block:
    """Risks that are rated higher than when this time began, by the history of their rating, and new ones."""
    first: dict[int, dict[str, str]] = {}
    for entry in sorted(changes, key=lambda one: one.number):
        for label in (LIKELY, BAD):
            if label in entry.changes and entry.target_pk is not None:
                first.setdefault(entry.target_pk, {}).setdefault(label, entry.changes[label][0])
    rows = []
    for risk in risks:
        now = _rating(risk.likelihood_after, risk.impact_after)
        was = first.get(risk.pk, {})
        before = _rating(_degree(was, LIKELY, risk.likelihood_after), _degree(was, BAD, risk.impact_after))
        if risk.starts and span.holds(risk.starts):
            rows.append(Row((risk.title, "New", str(now or "Not rated"), risk.owner_words or "Nobody named"), "risk", risk.pk))
        elif now and before and now > before:
            rows.append(Row((risk.title, str(before), str(now), risk.owner_words or "Nobody named"), "risk", risk.pk))
    said = f"{counted(len(rows), 'risk')} rose or {'is' if len(rows) == 1 else 'are'} new." if rows else "No risk rose, and none is new."
    columns = ("Risk", "Rated before, of 25", "Now", "Who answers for it")
    return Block("risks", "Risks that rose", said, "the risks and the history of their rating", "risks", columns, tuple(rows))


def _degree(was: dict[str, str], label: str, now: int | None) -> int | None:
    if label not in was:
        return now
    number = was[label].split(" ")[0]
    return int(number) if number.isdecimal() else None


def _rating(likelihood: int | None, impact: int | None) -> int:
    return (likelihood or 0) * (impact or 0)
