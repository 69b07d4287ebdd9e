"""The money, measures, risks and training of the examples: the papers' sums to the penny, and in Anyborough something of everything."""

import datetime
from decimal import Decimal

import pytest
import time_machine

from partnerships.models import Partnership
from strategies import queries_money
from strategies.measuring import latest_of
from strategies.models import FundingLine, GrantReturn, Measure, Reading, Risk
from strategies.money import days_of_quarter
from strategies.money_reading import StreamMoney, YearTable, money_of, return_lines, tables_of
from strategies.queries_measures import measures_of, risks_of, training_of
from strategies.risk_reading import lines_of
from strategies.training_reading import by_sector
from tests.compliance.example_data import load

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


def money(slug: str, on: datetime.date) -> list[StreamMoney]:
    partnership = Partnership.objects.get(slug=slug)
    streams, lines = queries_money.streams_of(partnership), queries_money.amounts_of(queries_money.lines_in(partnership))
    return money_of(streams, lines, queries_money.paid_actions(partnership, on), on)


def tables(slug: str, on: datetime.date) -> dict[int, YearTable]:
    return {table.year: table for table in tables_of(money(slug, on))}


def test_haverings_eleven_lines_come_to_what_its_paper_says() -> None:
    load("havering")
    found = tables("havering", datetime.date(2023, 12, 13))
    assert FundingLine.objects.values("stream", "what").distinct().count() == 11
    assert {year: table.total.awarded.total for year, table in found.items()} == {2023: Decimal("392139.87"), 2024: Decimal("374148.88")}
    grants = {year: table.grant.awarded.total for year, table in found.items() if table.grant}
    assert grants == {2023: Decimal("39728.87"), 2024: Decimal("29148.88")}
    warned = {one.stream.name: [each.code for each in one.warned] for one in money("havering", datetime.date(2023, 12, 13)) if one.warned}
    assert warned == {"Safer Neighbourhood Board": ["afterwards"]}


def test_warwickshires_fund_is_a_range_for_three_years_and_no_money_that_is_there() -> None:
    load("warwickshire")
    assert tables("warwickshire", datetime.date(2022, 9, 7)) == {}
    lines = FundingLine.objects.order_by("year")
    assert [(line.year, line.amount, line.up_to, line.planned) for line in lines] == [
        (year, Decimal(100000), Decimal(150000), True) for year in (2023, 2024, 2025)
    ]


@pytest.mark.parametrize("day", ["2026-11-24", "2027-04-01", "2028-02-29"])
def test_on_any_day_anyborough_shows_something_of_everything(day: str) -> None:
    on = datetime.date.fromisoformat(day)
    with time_machine.travel(f"{day} 12:00", tick=False):
        load("anyborough")
    warned = {one.code for stream in money("anyborough", on) for one in stream.warned}
    assert {"overspent-labour", "afterwards", "outlasted", "lapses"} <= warned
    assert not FundingLine.objects.filter(kind="spend", on__gt=day).exists()
    returns = list(GrantReturn.objects.all())
    late = [found for found in returns if found.sent_on and found.sent_on.latest > found.due_on]
    assert len(late) == 1
    reported = return_lines(returns, list(FundingLine.objects.filter(stream__duty_grant=True)), on)
    assert [line.found for line in reported if line.changed] == late
    assert all(found.due_on == days_of_quarter(found.year, found.quarter)[1] + datetime.timedelta(days=14) for found in returns)
    assert all(found.due_on >= on for found in returns if not found.sent_on)
    assert any(not found.sent_on for found in returns)
    partnership = Partnership.objects.get()
    measures = list(measures_of(partnership))
    assert len(measures) == 6
    figures = {found: list(found.readings.all()) for found in measures}
    assert all((max(one.last for one in each) - min(one.first for one in each)).days > 729 for each in figures.values())
    stand = [latest_of(found, each, on) for found, each in figures.items()]
    assert sum(bool(one.out_of_date) for one in stand) == 1
    assert {one.improved for one in stand} == {True, None}
    assert Reading.objects.filter(few=True).exists()
    assert Reading.objects.filter(breaks=True).count() == 1
    assert not Reading.objects.filter(last__gt=on).exists()
    assert Measure.objects.filter(objective__isnull=False).count() == 4
    risks = lines_of(risks_of(partnership), on)
    assert (len(risks), sum(bool(line.overdue) for line in risks)) == (6, 1)
    assert Risk.objects.filter(likelihood_after__isnull=True).count() == 1
    assert sum(line.times > 0 for line in by_sector(training_of(partnership))) >= 5
