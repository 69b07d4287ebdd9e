"""Anyborough's money, invented: the grant over two years by type of cost, a fund that ends, a budget with a rest, and returns.

In the year before, more was spent on labour than was awarded for it, and sixty pence were left. One return went out late, with sixty
pounds less than the records say now.
"""

import datetime
from decimal import Decimal
from typing import Any

from compliance.examples.loading import Example, ago
from partnerships.models import Organisation
from strategies.models import Action, FundingLine, FundingStream, GrantReturn
from strategies.models.money import CostType, LineKind, Quarter
from strategies.money import days_of_quarter
from svduty import dates
from svduty.vague_dates import VagueDate

COMMISSIONER, DISTRICT = "Anyshire Police and Crime Commissioner", "Anyborough District Council"
POLICE = "Anyshire Police"
LABOUR, NON_LABOUR = CostType.LABOUR, CostType.NON_LABOUR
AWARD, COMMITMENT, SPEND = LineKind.AWARD, LineKind.COMMITMENT, LineKind.SPEND
ANALYST, YOUTH_WORK = "Analyst, four days a week", "Youth work in the three areas"
SAFE_SPACE = "Run the safe space on Fridays and Saturdays"
# What was spent in each quarter of the year before, and in each of this year so far.
SPENT_BEFORE = {LABOUR: ("6077.60", "6077.60", "6077.60", "6930.35"), NON_LABOUR: ("3250.00", "4875.50", "5120.25", "4141.65")}
SPENT_NOW = {LABOUR: ("6260.00",) * 4, NON_LABOUR: ("2980.45", "3415.20", "2760.00", "3105.10")}
EACH_YEAR = "The council sets it anew each February."
RETURN_WITHIN = 14  # days after its quarter
LATE_QUARTER, LATE_BY = Quarter.THIRD, 3
FOUND_AFTERWARDS = Decimal("60.00")  # paid in the late quarter, and recorded only when its return was out


def add_money(example: Example, bodies: dict[str, Organisation], on: datetime.date) -> None:
    """Add the streams up to the day `on`. The actions are there."""
    year = dates.financial_year_of(on)
    _grant(example, bodies, year, on)
    _prevention_fund(example, bodies, year, on)
    _council_budget(example, bodies, year, on)
    pooled = _stream(
        example, "Pooled fund of the partners", other_funder="Police, both councils and health", conditions="Under discussion."
    )
    hoped = {"up_to": Decimal("15000.00"), "planned": True, "matched": True, "from_body": bodies[POLICE]}
    _line(example, pooled, AWARD, year + 1, "10000.00", what="The police's share, if the others pay in too", **hoped)


def _grant(example: Example, bodies: dict[str, Organisation], year: int, on: datetime.date) -> None:
    grant = _stream(
        example,
        "Serious Violence Duty grant",
        funder=bodies[COMMISSIONER],
        duty_grant=True,
        starts=VagueDate.of(dates.financial_year(year - 1)[0]),
        conditions="Labour and non-labour are awarded and reported apart. What is not spent by 31 March goes back.",
        afterwards="Each year's grant is made known late. The district council pays the analyst until then.",
    )
    for when, kinds in {
        year - 1: {AWARD: ("24310.40", "18240.75"), COMMITMENT: ("24310.40", "17900.00")},
        year: {AWARD: ("25040.00", "17610.33"), COMMITMENT: ("25040.00", "12500.00")},
    }.items():
        day = VagueDate.from_edtf(f"{when}-04")
        for kind, (labour, non_labour) in kinds.items():
            _line(example, grant, kind, when, labour, cost_type=LABOUR, what=ANALYST, on=day)
            _line(example, grant, kind, when, non_labour, cost_type=NON_LABOUR, what=YOUTH_WORK, on=day)
    for when, spent in {year - 1: SPENT_BEFORE, year: SPENT_NOW}.items():
        for cost, quarters in spent.items():
            for quarter, pounds in enumerate(quarters, start=1):
                paid = dates.days_after(days_of_quarter(when, quarter)[1], -20)
                if paid <= on:
                    what = ANALYST if cost == LABOUR else YOUTH_WORK
                    _line(example, grant, SPEND, when, pounds, cost_type=cost, what=what, on=VagueDate.of(paid))
    _line(example, grant, AWARD, year + 1, "42000.00", planned=True, what="As much as this year, if the grant goes on")
    _returns(example, grant, year, on)


def _returns(example: Example, grant: FundingStream, year: int, on: datetime.date) -> None:
    """Those of the quarters that are over, one of them late, and those that are asked for next."""
    for when in (year - 1, year):
        for quarter in (Quarter.FIRST, Quarter.SECOND, Quarter.THIRD, Quarter.FOURTH):
            first, last = days_of_quarter(when, quarter)
            due, late = dates.days_after(last, RETURN_WITHIN), when == year - 1 and quarter == LATE_QUARTER
            if first > on:
                continue
            sent = None if on <= due else VagueDate.of(dates.days_after(due, LATE_BY if late else -2))
            amount = _spent_in(when == year, quarter) - (FOUND_AFTERWARDS if late else 0) if sent else None
            example.add(GrantReturn(stream=grant, year=when, quarter=quarter, due_on=due, sent_on=sent, amount_sent=amount))


def _spent_in(now: bool, quarter: int) -> Decimal:
    return sum((Decimal(quarters[quarter - 1]) for quarters in (SPENT_NOW if now else SPENT_BEFORE).values()), Decimal(0))


def _prevention_fund(example: Example, bodies: dict[str, Organisation], year: int, on: datetime.date) -> None:
    """It ends within half a year, before an action that it pays for, and nobody has said what comes then."""
    fund = _stream(example, "Commissioner's prevention fund", funder=bodies[COMMISSIONER], ends=ago(on, -130))
    action = Action.objects.get(partnership=example.partnership, title=SAFE_SPACE)
    for when, spent in ((year - 1, "30000.00"), (year, "1250.00")):
        _line(example, fund, AWARD, when, "30000.00", what="The safe space", action=action)
        _line(example, fund, COMMITMENT, when, "30000.00", what="The youth charity that runs it", action=action)
        _line(example, fund, SPEND, when, spent, what="The youth charity that runs it", action=action)


def _council_budget(example: Example, bodies: dict[str, Organisation], year: int, on: datetime.date) -> None:
    """What was left of the year before is spent in this one."""
    budget = _stream(example, "Community safety budget", funder=bodies[DISTRICT], may_carry_over=True, afterwards=EACH_YEAR)
    for when, spent in ((year - 1, "17120.00"), (year, "910.00")):
        _line(example, budget, AWARD, when, "18500.00", what="Lights, cameras and small works")
        _line(example, budget, SPEND, when, spent, what="Lights, cameras and small works")


def _stream(example: Example, name: str, **fields: Any) -> FundingStream:
    return example.add(FundingStream(partnership=example.partnership, name=name, **fields))


def _line(example: Example, stream: FundingStream, kind: str, year: int, pounds: str, **fields: Any) -> None:
    example.add(FundingLine(stream=stream, kind=kind, year=year, amount=Decimal(pounds), **fields))
