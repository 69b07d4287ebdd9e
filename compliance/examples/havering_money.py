"""Havering's money for two years, from the table in the financial implications: eleven lines, to the penny.

The table gives no day and no split into labour and non-labour, and says neither what was promised nor what was spent.
"""

from decimal import Decimal

from compliance.examples.havering_texts import para
from compliance.examples.loading import Example
from partnerships.models import Organisation
from strategies.models import FundingLine, FundingStream
from strategies.models.money import LineKind

PLACE = "Financial implications 1.2 and 1.3"
MOPAC, UNIT = "Mayor's Office for Policing and Crime (MOPAC)", "MOPAC Violence Reduction Unit"
FIRST_YEAR = 2023
NOT_SPLIT = "The paper does not say which part is labour and which is not."
PRIMARY_FUND = "London Crime Prevention Fund 2022-25"
DUTY_GRANT = "Serious Violence Duty funding"
# The stream, and who pays it: a body of the register, or a name.
STREAMS = {
    PRIMARY_FUND: MOPAC,
    DUTY_GRANT: MOPAC,
    "Violence Reduction Unit funding": UNIT,
    "Havering Council": "London Borough of Havering",
    "Probation Service": "London Probation Service",
    "Business Improvement District": "",
    "Safer Neighbourhood Board": "",
}
# Its stream, what it is for, and the pounds of 2023/24 and of 2024/25.
LINES = [
    (PRIMARY_FUND, "An analyst for violence reduction", "45000.00", "45000.00"),
    ("Havering Council", "One full-time adviser for victims of domestic abuse", "45000.00", "45000.00"),
    (PRIMARY_FUND, "Two full-time advisers for victims of domestic abuse", "85000.00", "85000.00"),
    (PRIMARY_FUND, "Mentoring for people aged 11 to 25", "60000.00", "60000.00"),
    ("Probation Service", "Mentoring for people aged 11 to 25", "10000.00", "10000.00"),
    ("Violence Reduction Unit funding", "Night marshals in Romford town centre", "50000.00", "50000.00"),
    ("Business Improvement District", "First aid and triage in Romford town centre", "50000.00", "50000.00"),
    (DUTY_GRANT, "Analysis and project support", "20232.36", "19260.43"),
    (DUTY_GRANT, "Youth work in the streets of Romford and Harold Hill", "19496.51", "9888.45"),
    ("Safer Neighbourhood Board", "A project in which young people say what they think of safety", "2950.00", ""),
    ("Safer Neighbourhood Board", "Materials on preventing crime", "4461.00", ""),
]


def add_money(example: Example, bodies: dict[str, Organisation]) -> None:
    streams = {name: _stream(example, name, payer, bodies) for name, payer in STREAMS.items()}
    for name, what, *years in LINES:
        for year, pounds in enumerate(years, start=FIRST_YEAR):
            if pounds:
                line = FundingLine(stream=streams[name], kind=LineKind.AWARD, year=year, what=what, amount=Decimal(pounds))
                line.reference = para(PLACE)
                example.add(line, line.reference)


def _stream(example: Example, name: str, payer: str, bodies: dict[str, Organisation]) -> FundingStream:
    stream = FundingStream(
        partnership=example.partnership,
        name=name,
        funder=bodies.get(payer),
        other_funder="" if payer in bodies else payer or name,
        duty_grant=name == DUTY_GRANT,
        conditions=NOT_SPLIT,
    )
    return example.add(stream, para(PLACE))
