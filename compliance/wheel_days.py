"""When each part of a strategy's year happened, as the records have it. Whether that was in time the findings say. Pure."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable

from compliance.facts import PartnershipFacts, StrategyFacts
from compliance.requirements.consulting import ended_after, known_consultations
from compliance.requirements.definition import current_definition
from compliance.requirements.judging import when
from compliance.requirements.sending import counts
from compliance.requirements.versions import Judged, approved_by, published_by
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

ASKED_BY_THE_ACT = ("education", "prison", "youth-custody", "specified")


@dataclasses.dataclass(frozen=True)
class Day:
    """`what` reads on with the day: "Published" on 16 November 2026."""

    what: str
    day: VagueDate

    @property
    def words(self) -> str:
        """`Published on 16 November 2026 (Monday)`, `Completed in October 2023`, `Open until 11 January 2027 (Monday)`."""
        if self.what.endswith("until"):
            return f"{self.what} {dates.say(self.day.earliest) if self.day.exact else self.day}"
        return f"{self.what} {when(self.day)}"

    @property
    def short(self) -> str:
        """`16 Nov 2026`, for tight places."""
        if not self.day.exact:
            return str(self.day)
        first = self.day.earliest
        return f"{first.day} {dates.MONTHS[first.month - 1][:3]} {first.year}"


Subject = tuple[StrategyFacts | None, Judged | None]
DayOf = Callable[[PartnershipFacts, Subject, datetime.date], Day | None]


def defined(facts: PartnershipFacts, subject: Subject, on: datetime.date) -> Day | None:
    definition = current_definition(facts, on)
    return Day("Agreed", definition.agreed_on) if definition and definition.agreed_on else None


def assessed(facts: PartnershipFacts, subject: Subject, on: datetime.date) -> Day | None:
    """The newest completion of the assessment it rests on, or of any where none is named."""
    strategy = subject[0]
    linked = [assessment for assessment in facts.assessments if strategy and assessment.pk == strategy.assessment_pk]
    return _last("Completed", (assessment.completed_on for assessment in linked or facts.assessments), on)


def consulted(facts: PartnershipFacts, subject: Subject, on: datetime.date) -> Day | None:
    """The last closing day of the consultations that the Act asks for, or until when one is still open."""
    judged = subject[1]
    if judged is None:
        return None
    bearing = [c for kind in ASKED_BY_THE_ACT for c in known_consultations(judged, kind, on) if not ended_after(c, judged)]
    closing = max((c.closes_on for c in bearing if c.closes_on), key=lambda day: (day.latest, day.earliest), default=None)
    if closing is None:
        return _last("Opened", (c.opens_on for c in bearing), on)
    return Day("Closed" if closing.latest < on else "Open until", closing)


def approved(facts: PartnershipFacts, subject: Subject, on: datetime.date) -> Day | None:
    return _first("Approved", (approval.decided_on for approval in approved_by(subject[1].version, on)), on) if subject[1] else None


def published(facts: PartnershipFacts, subject: Subject, on: datetime.date) -> Day | None:
    return _first("Published", (one.published_on for one in published_by(subject[1].version, on)), on) if subject[1] else None


def sent(facts: PartnershipFacts, subject: Subject, on: datetime.date) -> Day | None:
    """The first sending to the Secretary of State that counts."""
    judged = subject[1]
    if judged is None:
        return None
    return _first("Sent", (s.sent_on for s in judged.version.submissions if counts(facts, judged, s, "home-office")), on)


def reviewed(facts: PartnershipFacts, subject: Subject, on: datetime.date) -> Day | None:
    return _last("Last reviewed", (review.held_on for review in subject[0].reviews), on) if subject[0] else None


def _known(days: Iterable[VagueDate | None], on: datetime.date) -> list[VagueDate]:
    return [day for day in days if day is not None and day.by(on) is not Truth.NO]


def _first(what: str, days: Iterable[VagueDate | None], on: datetime.date) -> Day | None:
    found = min(_known(days, on), key=lambda day: (day.earliest, day.latest), default=None)
    return Day(what, found) if found else None


def _last(what: str, days: Iterable[VagueDate | None], on: datetime.date) -> Day | None:
    found = max(_known(days, on), key=lambda day: (day.latest, day.earliest), default=None)
    return Day(what, found) if found else None
