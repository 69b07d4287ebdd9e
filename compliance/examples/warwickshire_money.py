"""Warwickshire's fund: hoped for, as a range a year for three years from April 2023. Nothing of it is money that is there."""

from decimal import Decimal

from compliance.examples.loading import Example
from compliance.examples.warwickshire_texts import para
from strategies.models import FundingLine, FundingStream
from strategies.models.money import LineKind
from svduty.vague_dates import VagueDate

YEARS = (2023, 2024, 2025)
LEAST, MOST = Decimal("100000.00"), Decimal("150000.00")
CONDITIONS = """\
Every partner that the paper names is asked to pay in: police, local councils, fire and rescue, the youth offending service, probation, \
integrated care boards and those who provide education (2.6). How much each pays is not said.

The police and crime commissioner's office may match it if the others show that they will pay in equally (2.9).

Nothing is spent until the fund is there, and in each financial year no more than is in it (2.8)."""


def add_money(example: Example) -> None:
    fund = FundingStream(
        partnership=example.partnership,
        name="Partnership commissioning fund",
        other_funder="All partners named in the paper",
        starts=VagueDate.from_edtf(f"{YEARS[0]}-04"),
        ends=VagueDate.from_edtf(f"{YEARS[-1] + 1}-03"),
        conditions=CONDITIONS,
    )
    example.add(fund, para("2.6 to 2.9"))
    for year in YEARS:
        line = FundingLine(
            stream=fund,
            kind=LineKind.AWARD,
            year=year,
            what="The main programmes of the strategy",
            amount=LEAST,
            up_to=MOST,
            planned=True,
            reference=para("2.7"),
        )
        example.add(line, line.reference)
