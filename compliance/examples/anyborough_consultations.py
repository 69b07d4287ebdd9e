"""Whom Anyborough asked: for its earlier strategy three schools too few, for today's all of them, for its revision all of them again."""

import datetime
from collections.abc import Sequence

from compliance.examples import anyborough_year_texts as texts
from compliance.examples.loading import Example, ago, met_on
from partnerships.models import LocalGovernmentArea
from strategies.models import Consultation, ConsultationAnswer, Consultee, Version
from strategies.models.consultation import Consulted

WEEKS = 6
OPENED = 120  # days ago


def add_earlier_consultation(example: Example, version: Version, area: LocalGovernmentArea, on: datetime.date) -> None:
    """Six days, and an old list of schools."""
    hurried = Consultation(
        strategy_version=version,
        kind=Consulted.EDUCATION,
        area=area,
        opens_on=ago(on, 1129),
        closes_on=ago(on, 1123),
        how="One message to every school on the county's mailing list.",
        asked=38,
        answers_received=9,
        effect="Nothing was changed: there was no time left before the board met.",
        note="The mailing list was a year old. Three schools were not on it and were not asked.",
    )
    example.add(hurried)


def add_consultations(example: Example, published: Version, area: LocalGovernmentArea, on: datetime.date) -> None:
    """Schools one by one, residents and professionals, on the draft that became the published version."""
    closed = OPENED - WEEKS * 7
    window = {"strategy_version": published, "opens_on": ago(on, OPENED), "weeks": WEEKS, "closes_on": ago(on, closed)}
    schools = Consultation(kind=Consulted.EDUCATION, area=area, how=texts.SCHOOLS_HOW, effect=texts.SCHOOLS_EFFECT, **window)
    example.add(schools)
    for place, name in enumerate(texts.SCHOOLS):
        silent = place % 5 == 4
        answered = None if silent else ago(on, closed + 1 + place * 7 % 38)
        example.add(Consultee(consultation=schools, name=name, answered_on=answered))
    _answers(example, schools, texts.SCHOOLS_SAID, on, closed)
    residents = Consultation(
        kind=Consulted.COMMUNITY, how=texts.RESIDENTS_HOW, answers_received=612, effect=texts.RESIDENTS_EFFECT, **window
    )
    example.add(residents)
    _answers(example, residents, texts.RESIDENTS_SAID, on, closed)
    day = met_on(on, OPENED - 10)
    workshop = Consultation(
        strategy_version=published,
        kind=Consulted.PROFESSIONALS,
        opens_on=day,
        closes_on=day,
        how="A workshop of one day, at tables that mixed the bodies.",
        asked=36,
        answers_received=31,
        effect="A section on sharing information was added.",
    )
    example.add(workshop)
    _answers(example, workshop, texts.PROFESSIONALS_SAID, on, OPENED - 10)


def add_open_consultation(example: Example, published: Version, on: datetime.date) -> None:
    """Open on the day of loading. It asks about the delivery plan, so the published text is not in question."""
    plan = Consultation(
        strategy_version=published,
        kind=Consulted.COMMUNITY,
        opens_on=ago(on, 5),
        weeks=4,
        closes_on=ago(on, 5 - 28),
        how="A short survey, on paper in libraries and the sports centre too.",
        answers_received=57,
        note="Which actions of the delivery plan should come first. The strategy itself stands.",
    )
    example.add(plan)


def ask_schools_again(example: Example, revised: Version, area: LocalGovernmentArea, on: datetime.date) -> None:
    """A revised strategy is consulted on anew (s.8(11)). Open on the day of loading, until two days before the board's answers are due."""
    schools = Consultation(
        strategy_version=revised,
        kind=Consulted.EDUCATION,
        area=area,
        opens_on=ago(on, 6),
        weeks=2,
        closes_on=ago(on, 6 - 14),
        how="A letter to each governing body or proprietor with what has changed since version 1, and two questions about it.",
        asked=texts.SCHOOLS_THERE,
        answers_received=11,
    )
    example.add(schools)


def _answers(example: Example, consultation: Consultation, said: Sequence[tuple[str, str, str, str]], on: datetime.date, last: int) -> None:
    for place, (by, words, outcome, reason) in enumerate(said):
        received = met_on(on, last + 2 * place)
        answer = ConsultationAnswer(consultation=consultation, by=by, received_on=received, said=words, outcome=outcome, reason=reason)
        example.add(answer)
