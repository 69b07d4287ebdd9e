"""Carrying a strategy out: what is done, what is measured, what may go wrong, and who was trained."""

import dataclasses
import datetime

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class NewsFacts:
    """What was said of an action on a day. `state`: on-track, at-risk, late, done, stopped. `reasoned`: is it recorded why?"""

    pk: int
    on: datetime.date
    state: str
    reasoned: bool


@dataclasses.dataclass(frozen=True)
class ActionFacts:
    """`strategy_pk`: of the objective it serves; None where it serves none. `owner`/`named`: the body that does it, and the school, prison
    or youth custody body that the strategy names for it (s.8(5)); "" where none is recorded. `carried_from`: the
    action of an earlier strategy that goes on as this one."""

    pk: int
    title: str
    strategy_pk: int | None
    owner_pk: int | None
    owner: str
    named: str
    starts: VagueDate | None
    due: VagueDate | None
    news: tuple[NewsFacts, ...] = ()
    carried_from: int | None = None


@dataclasses.dataclass(frozen=True)
class ReadingFacts:
    """A figure for the days `first` to `last`."""

    pk: int
    first: datetime.date
    last: datetime.date


@dataclasses.dataclass(frozen=True)
class MeasureFacts:
    """`every_months`: how many months one reading covers; `days_to_report`: until it is there, counted from its last day.
    `source`: the body that gives the figures."""

    pk: int
    name: str
    every_months: int
    days_to_report: int
    starts: VagueDate | None
    ends: VagueDate | None
    readings: tuple[ReadingFacts, ...] = ()
    source_pk: int | None = None
    source: str = ""


@dataclasses.dataclass(frozen=True)
class RiskFacts:
    """`owned`: is a body or post recorded that answers for it? `rated`: how likely and how bad?"""

    pk: int
    title: str
    owned: bool
    rated: bool
    reviewed_on: VagueDate | None
    review_on: VagueDate | None
    starts: VagueDate | None
    ends: VagueDate | None


@dataclasses.dataclass(frozen=True)
class TrainingFacts:
    """`sector` in words. `people`: None where nobody counted."""

    pk: int
    title: str
    sector: str
    held_on: VagueDate
    people: int | None
