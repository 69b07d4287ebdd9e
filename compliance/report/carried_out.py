"""The chapters on carrying the strategy out: its actions by objective, the money by year, and the measures with their figures."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from compliance.facts import ActionFacts, LineFacts, MeasureFacts, StreamFacts
from compliance.report.layout import Block, Column, Remark, Table, said_or_not
from compliance.report.source import ReportSource
from compliance.requirements.carried_out import IN_WORDS, last_said
from svduty import dates
from svduty.vague_dates import Truth

NO_OBJECTIVE = "Actions that serve no objective"
ACTIONS = (Column("What is done", "w30"), Column("Who does it", "w30"), Column("By", "w15"), Column("How it stands"))
MONEY = (
    *(Column("Stream", "w25"), Column("Awarded", "w15"), Column("Carried over", "w15"), Column("Committed", "w15")),
    *(Column("Spent", "w15"), Column("Left to spend")),
)
MEASURES = (Column("Measure", "w25"), Column("Newest figure", "w15"), Column("For the time", "w25"), Column("Those before"))
BEFORE = 4  # figures


# Actions


def action_blocks(source: ReportSource) -> Iterable[Block]:
    """A table for each objective, in the order of the plan."""
    facts, on = source.facts, source.as_at
    known = {s.pk for s in facts.strategies if any(version.dated.by(on) is not Truth.NO for version in s.versions)}
    shown = {action.pk: action for action in facts.actions if action.strategy_pk is None or action.strategy_pk in known}
    tables: dict[tuple[int, str], list[tuple[str, ...]]] = {}
    for planned in source.delivery.actions:
        if action := shown.get(planned.pk):
            place = action.strategy_pk or 0, planned.objective or NO_OBJECTIVE
            tables.setdefault(place, []).append(_action(action, planned.post, on))
    titles = {strategy.pk: strategy.title for strategy in facts.strategies}
    several = len({pk for pk, _ in tables if pk}) > 1
    for (pk, objective), rows in tables.items():
        yield Table(f"{titles[pk]}: {objective}" if pk and several else objective, ACTIONS, tuple(rows))
    if not tables:
        yield Remark("No action is recorded.")


def _action(action: ActionFacts, post: str, on: datetime.date) -> tuple[str, ...]:
    said = last_said(action, on)
    named = f"Named for {action.named} (section 8(5))" if action.named else ""
    stands = f"{IN_WORDS[said[-1].state].capitalize()}, {dates.say_short(said[-1].on)}" if said else "No news yet"
    over = bool(said) and said[-1].state in ("done", "stopped")
    late = f"\n{dates.say_days((on - action.due.latest).days)} past its day" if action.due and action.due.latest < on and not over else ""
    who = ", ".join(part for part in (post, action.owner) if part)
    return action.title, said_or_not("\n".join(filter(None, [who, named]))), said_or_not(action.due), stands + late


# Money


def money_blocks(source: ReportSource) -> Iterable[Block]:
    """A table for each financial year that has begun, its sums at the foot. Left is what was awarded and carried over, less what was
    spent, as on the money pages."""
    on = source.as_at
    lines = [
        (stream, line) for stream in source.facts.streams for line in stream.lines if line.on is None or line.on.by(on) is not Truth.NO
    ]
    years = sorted({line.year for _, line in lines if line.year <= dates.financial_year_of(on)}, reverse=True)
    for year in years:
        of_year = [(stream, line) for stream, line in lines if line.year == year]
        streams: dict[int, StreamFacts] = {stream.pk: stream for stream, _ in of_year}
        found = [_sums(stream, [line for of, line in lines if of.pk == pk], year, on) for pk, stream in streams.items()]
        rows = [_row(stream.name, sums) for stream, sums in zip(streams.values(), found, strict=True)]
        if len(rows) > 1:
            rows.append(_row("All", [sum(column, Decimal(0)) for column in zip(*found, strict=True)]))
        yield Table(f"Money of {dates.say_financial_year(year)}, in pounds", MONEY, tuple(rows))
    if not years:
        yield Remark("No amount of money is recorded.")


def _sums(stream: StreamFacts, lines: list[LineFacts], year: int, on: datetime.date) -> list[Decimal]:
    """Awarded, carried over, committed, spent and left of one year. `lines`: those of the stream in all years."""
    awarded, committed, spent = (
        sum((line.amount for line in lines if line.kind == kind and line.year == year), Decimal(0))
        for kind in ("award", "commitment", "spend")
    )
    brought = stream.carried_over(lines, on).get(year, Decimal(0))
    return [awarded, brought, committed, spent, awarded + brought - spent]


def _row(name: str, sums: list[Decimal]) -> tuple[str, ...]:
    return name, *(f"{amount:,.2f}" for amount in sums)


# Measures


def measure_blocks(source: ReportSource) -> Iterable[Block]:
    """The newest figure of each measure and those before it."""
    on = source.as_at
    rows = [
        _measure(source, measure, on)
        for measure in source.facts.measures
        if measure.starts is None or measure.starts.by(on) is not Truth.NO
    ]
    yield Table("Measures of success", MEASURES, tuple(rows)) if rows else Remark("No measure of success is recorded.")


def _measure(source: ReportSource, measure: MeasureFacts, on: datetime.date) -> tuple[str, ...]:
    figures = [one for one in source.delivery.figures if one.measure_pk == measure.pk and one.last <= on]
    name = measure.name + (f" (until {measure.ends})" if measure.ends else "")
    if not figures:
        return name, "None yet", "", ""
    newest, *others = figures
    before = [f"{one.said} (to {dates.say_short(one.last)})" for one in others[:BEFORE]]
    broken = "\nNot to be compared with those before" if newest.breaks else ""
    span = f"{dates.say_short(newest.first)} to {dates.say_short(newest.last)}"
    return name, newest.said + broken, span, "\n".join(before) or "None"
