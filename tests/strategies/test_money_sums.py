"""Money to the penny: real tables of money, sums by type and year, and what is said about them."""

import dataclasses
import datetime
from collections import Counter
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategies.models.money import CostType, LineKind, Quarter
from strategies.money import Split, days_of_quarter, figures_of, shared_out, split_of, sums_of, years_of
from strategies.money_warnings import warnings_of
from svduty import dates
from svduty.vague_dates import VagueDate
from tests.cast import day

ON = datetime.date(2026, 11, 24)
amounts = st.decimals(Decimal("0.01"), Decimal("999999999.99"), places=2)


@dataclasses.dataclass(frozen=True)
class Line:
    amount: Decimal
    kind: str = LineKind.AWARD
    year: int = 2026
    cost_type: str = ""
    up_to: Decimal | None = None
    planned: bool = False
    on: VagueDate | None = None
    withdrawn_on: datetime.date | None = None


@dataclasses.dataclass(frozen=True)
class Stream:
    may_carry_over: bool = False
    afterwards: str = "It goes on as ordinary work."
    ends: VagueDate | None = None


@dataclasses.dataclass(frozen=True)
class Work:
    title: str
    due: VagueDate | None


def award(pounds: str, cost_type: str = "", **fields: object) -> Line:
    return Line(Decimal(pounds), cost_type=cost_type, **fields)  # type: ignore[arg-type]  # a test's shorthand


def spend(pounds: str, cost_type: str = "", **fields: object) -> Line:
    return award(pounds, cost_type, kind=LineKind.SPEND, **fields)


LONDON = {
    2022: [("137941.30", "4310.67"), ("206621.25", "6456.91")],
    2023: [("647435.38", "20232.36"), ("623888.22", "19496.51")],
    2024: [("616333.64", "19260.43"), ("316430.36", "9888.45")],
}


@pytest.mark.parametrize(("whole", "borough"), [pair for pairs in LONDON.values() for pair in pairs] + [("932764.00", "29148.88")])
def test_londons_grant_is_shared_out_among_32_boroughs_to_the_penny(whole: str, borough: str) -> None:
    parts = shared_out(Decimal(whole), 32)
    assert sum(parts) == Decimal(whole)
    assert Counter(parts).most_common(1)[0][0] == Decimal(borough)


@given(amounts, st.integers(1, 400))
def test_parts_are_exactly_the_whole_and_differ_by_a_penny_at_most(whole: Decimal, parts: int) -> None:
    shared = shared_out(whole, parts)
    assert len(shared) == parts
    assert sum(shared) == whole
    assert max(shared) - min(shared) <= Decimal("0.01")


def test_londons_total_is_what_its_parts_say_and_not_the_five_pence_less_that_its_notice_states() -> None:
    parts = [award(whole, year=year) for year, pairs in LONDON.items() for whole, _ in pairs]
    assert split_of(parts).total == Decimal("2548650.15")
    assert split_of(parts).total - Decimal("2548650.10") == Decimal("0.05")


@given(st.lists(st.tuples(amounts, st.sampled_from(["", *CostType.values])), max_size=30))
def test_types_add_up_to_the_whole_without_losing_a_penny(parts: list[tuple[Decimal, str]]) -> None:
    split = split_of(Line(amount, cost_type=kind) for amount, kind in parts)
    assert split.total == sum((amount for amount, _ in parts), Decimal(0))
    assert split.labour == sum((amount for amount, kind in parts if kind == CostType.LABOUR), Decimal(0))


def test_what_is_planned_a_range_or_withdrawn_is_never_counted() -> None:
    lines = [
        award("10.00"),
        award("100000.00", planned=True),
        award("1.00", up_to=Decimal("2.00")),
        award("5.00", withdrawn_on=ON),
    ]
    assert sums_of(lines).awarded.total == Decimal("10.00")


def test_what_is_left_is_told_by_type_unless_only_some_amounts_say_their_type() -> None:
    told = sums_of([award("10.00", CostType.LABOUR), award("5.00", CostType.NON_LABOUR), spend("12.00", CostType.LABOUR)])
    assert told.to_spend == Decimal("3.00")
    assert told.to_spend_by_type == Split(Decimal("-2.00"), Decimal("5.00"))
    assert sums_of([award("10.00"), spend("12.00", CostType.LABOUR)]).to_spend_by_type is None
    untold = dataclasses.replace(sums_of([award("10.00"), spend("4.00")]), brought=Decimal("1.00"))
    assert untold.to_spend_by_type == Split(not_said=Decimal("7.00"))


@pytest.mark.parametrize(
    ("committed", "spent", "left"), [("0", "17120.00", "1380.00"), ("17000.00", "9000.00", "1500.00"), ("17000.00", "18000.00", "500.00")]
)
def test_what_was_spent_cannot_be_committed_any_more(committed: str, spent: str, left: str) -> None:
    lines = [award("18500.00"), award(committed, kind=LineKind.COMMITMENT), spend(spent)]
    assert sums_of(lines).to_commit == Decimal(left)
    other = sums_of([award("50.00"), award("50.00", kind=LineKind.COMMITMENT)])
    assert (sums_of(lines) + other).to_commit == Decimal(left)


def test_what_is_left_to_commit_is_told_by_type_only_where_the_types_come_to_the_whole() -> None:
    both = [award("10.00", CostType.LABOUR), award("10.00", CostType.NON_LABOUR), award("10.00", CostType.NON_LABOUR, kind="commitment")]
    assert sums_of([*both, spend("4.00", CostType.NON_LABOUR)]).to_commit_by_type == Split(Decimal("10.00"), Decimal("0.00"))
    crossed = sums_of([*both, spend("12.00", CostType.LABOUR)])
    assert (crossed.to_commit, crossed.to_commit_by_type) == (Decimal("8.00"), None)
    assert "overcommitted" not in said(award("10.00"), spend("10.01"))


def test_only_a_stream_that_may_carries_over_and_only_from_a_year_that_is_over() -> None:
    lines = [award("100.00", year=2024), spend("60.00", year=2024), award("10.00", year=2025), award("1.00", year=2026)]
    assert [year.sums.there for year in years_of(lines, carries=True, on=ON)] == [Decimal(100), Decimal(50), Decimal(51)]
    assert [year.sums.there for year in years_of(lines, carries=False, on=ON)] == [Decimal(100), Decimal(10), Decimal(1)]
    early = years_of(lines, carries=True, on=datetime.date(2026, 3, 31))
    assert [year.sums.there for year in early] == [Decimal(100), Decimal(50), Decimal(1)]


@pytest.mark.parametrize("quarter", [*Quarter.values[1:]])
def test_quarters_follow_each_other_through_the_financial_year(quarter: int) -> None:
    first, last = days_of_quarter(2026, quarter)
    assert first == (dates.financial_year(2026)[0] if quarter == 1 else days_of_quarter(2026, quarter - 1)[1] + datetime.timedelta(days=1))
    assert last == datetime.date(2027 if quarter == 4 else 2026, [6, 9, 12, 3][quarter - 1], [30, 30, 31, 31][quarter - 1])


def test_a_return_holds_the_spend_of_its_quarter_and_says_what_no_day_places() -> None:
    lines = [
        spend("1.00", on=day("2026-07-01")),
        spend("2.00", CostType.LABOUR, on=day("2026-09-30")),
        spend("4.00", on=day("2026-10-01")),
        spend("8.00", on=day("2026-08")),
        spend("16.00", on=day("2026")),
        spend("32.00"),
        spend("64.00", on=day("2026-08-01"), year=2025),
        award("128.00", on=day("2026-08-01")),
        spend("256.00", on=day("2026-08-01"), planned=True),
    ]
    figures = figures_of(lines, 2026, Quarter.SECOND)
    assert figures.spent == Split(Decimal(2), Decimal(0), Decimal(9))
    assert figures.unplaced == Decimal(48)
    assert figures_of(lines, 2026, Quarter.YEAR).spent.total == Decimal(63)


def said(*lines: Line, stream: Stream = Stream(), work: tuple[Work, ...] = (), on: datetime.date = ON) -> dict[str, str]:
    return {warned.code: warned.sentence for warned in warnings_of(stream, lines, work, on)}


def test_spending_more_than_awarded_is_said_with_by_how_much() -> None:
    assert said(award("10.00"), spend("10.00")) == {}
    assert said(award("10.00"), spend("10.01"))["overspent"] == ("£0.01 more was spent in 2026/27 than was awarded: £10.01 of £10.00.")
    assert "no award" in said(spend("10.01"))["no-award"]


def test_spending_more_on_one_type_is_said_unless_money_of_no_type_may_cover_it() -> None:
    lines = [award("10.00", CostType.LABOUR), award("10.00", CostType.NON_LABOUR), spend("12.50", CostType.LABOUR)]
    assert said(*lines) == {"overspent-labour": "£2.50 more was spent on labour costs in 2026/27 than was awarded for them."}
    assert said(*lines, award("2.50")) == {}
    assert "overcommitted" in said(award("1.00"), award("1.01", kind=LineKind.COMMITMENT))


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("2026-12-31", None),
        ("2027-01-01", "£4,000.00 of 2026/27 is not spent yet; it may not be carried over after 31 March 2027."),
        ("2027-03-31", "£4,000.00 of 2026/27 is not spent yet; it may not be carried over after 31 March 2027."),
        ("2027-04-01", "£4,000.00 of 2026/27 is not recorded as spent."),
        ("2028-03-31", "£4,000.00 of 2026/27 is not recorded as spent."),
        ("2028-04-01", None),
    ],
)
def test_money_that_may_not_be_carried_over_is_warned_of_from_january(on: str, says: str | None) -> None:
    lines = [award("10000.00"), spend("6000.00")]
    found = said(*lines, on=datetime.date.fromisoformat(on))
    assert found.get("lapses", "").startswith(says) if says else "lapses" not in found
    assert "lapses" not in said(*lines, stream=Stream(may_carry_over=True), on=datetime.date.fromisoformat(on))


@pytest.mark.parametrize(("ends", "asked"), [("2026-11-23", False), ("2026-11-24", True), ("2027-05-24", True), ("2027-05-25", False)])
def test_what_becomes_of_the_work_is_asked_half_a_year_before_its_money_ends(ends: str, asked: bool) -> None:
    stream = Stream(afterwards="", ends=day(ends))
    assert ("afterwards" in said(stream=stream)) is asked
    assert said(stream=dataclasses.replace(stream, afterwards="The council pays.")) == {}


def test_work_that_goes_on_after_its_money_is_named() -> None:
    long, short = Work("Mentoring", day("2027-21")), Work("Patrols", day("2027-03"))
    found = said(award("10.00"), spend("10.00"), work=(long, short))
    assert (
        found["outlasted"]
        == "The last year with an award ends on 31 March 2027, before “Mentoring” is due (Spring 2027). Who pays from then on?"
    )
    assert said(award("10.00"), spend("10.00"), work=(short, Work("Some day", None))) == {}
    assert said(work=(long,)) == {}
    assert "outlasted" not in said(award("10.00"), spend("10.00"), stream=Stream(ends=day("2027-05-31")), work=(long,))
