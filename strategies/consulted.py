"""How a consultation stands on a day: who was asked and answered, and whether it is open. Duties are for the floor above."""

import dataclasses
import datetime
import enum

from strategies.models import Consultation, ConsultationAnswer, Consultee
from strategies.models.consultation import Consulted
from svduty import dates
from svduty.vague_dates import Truth, VagueDate


class Stage(enum.StrEnum):
    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    UNKNOWN = "unknown"


@dataclasses.dataclass(frozen=True)
class Span:
    """From when to when in words, and what that means on the day ("closes in 6 days")."""

    stage: Stage
    words: str
    note: str


@dataclasses.dataclass(frozen=True)
class Turnout:
    """`asked` and `answered` are None when nobody recorded them. `silent` are those of the listed bodies that have not answered."""

    asked: int | None
    answered: int | None
    listed: bool
    silent: list[Consultee]
    answers: list[ConsultationAnswer]


def known(day: VagueDate | None, on: datetime.date) -> bool:
    """Is it recorded, and did it surely or possibly happen by `on`?"""
    return day is not None and day.by(on) is not Truth.NO


def turnout_of(consultation: Consultation, on: datetime.date) -> Turnout:
    """Who was asked, and who had answered by `on`. Bodies listed one by one are counted; what was typed as a number yields to them."""
    listed = [consultee for consultee in consultation.consultees.all() if not consultee.withdrawn_on]
    silent = [consultee for consultee in listed if not known(consultee.answered_on, on)]
    answers = [
        answer
        for answer in consultation.answers.all()
        if not answer.withdrawn_on and (answer.received_on is None or known(answer.received_on, on))
    ]
    asked = len(listed) or consultation.asked
    if consultation.kind == Consulted.SPECIFIED:
        asked = len(consultation.bodies.all())
    answered = max(len(listed) - len(silent), consultation.answers_received or 0) or len(answers)
    if not (answered or listed) and consultation.answers_received is None:
        return Turnout(asked, None, False, silent, answers)
    return Turnout(asked, answered, bool(listed), silent, answers)


def span_of(consultation: Consultation, on: datetime.date) -> Span:
    """The closing day counts as open."""
    opens, closes = consultation.opens_on, consultation.closes_on
    words = f"From {opens}" if closes is None else str(opens) if opens == closes else f"{opens} to {closes}"
    if opens.by(on) is Truth.NO:
        return Span(Stage.PLANNED, words, f"opens {dates.say_distance(opens.earliest, on)}")
    if closes is None:
        return Span(Stage.UNKNOWN, words, "the closing day is not recorded")
    if closes.latest < on:
        return Span(Stage.CLOSED, words, f"closed {dates.say_distance(closes.latest, on)}")
    if closes.earliest >= on:
        return Span(Stage.OPEN, words, f"closes {dates.say_distance(closes.latest, on)}")
    return Span(Stage.UNKNOWN, words, "may have closed; the exact day is not recorded")
