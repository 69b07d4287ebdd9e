"""A frozen version of a strategy, and what happened to it."""

import dataclasses
import datetime

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class ApprovalFacts:
    """`outcome`: approved, conditions, noted, sent-back."""

    pk: int
    decided_by: str
    decided_on: VagueDate
    outcome: str


@dataclasses.dataclass(frozen=True)
class CheckFacts:
    """A sensitivity check. `complete`: all five questions answered; `result`: nothing, removed, still-there."""

    pk: int
    complete: bool
    result: str
    checked_by: str
    checked_on: VagueDate


@dataclasses.dataclass(frozen=True)
class PublicationFacts:
    """`way`: website or other. `languages`: "en", "cy". `owner_pk` is None when nobody said whose website it is."""

    pk: int
    way: str
    published_on: VagueDate
    languages: tuple[str, ...]
    area_pk: int | None
    owner_pk: int | None
    owner: str
    address: str
    other_form: str
    audience: str
    reason: str


@dataclasses.dataclass(frozen=True)
class SubmissionFacts:
    """`recipient`: home-office, welsh-ministers, policing-body, vru, other."""

    pk: int
    recipient: str
    sender_pk: int
    sender: str
    sent_on: VagueDate


@dataclasses.dataclass(frozen=True)
class ConsultationFacts:
    """`kind`: education, prison, youth-custody, specified, community, professionals. `area_pk`: None for all areas of the strategy.

    `asked`: how many were asked, counted from the list of bodies where there is one; None when not recorded. `body_pks`: the
    specified authorities asked.
    """

    pk: int
    kind: str
    area_pk: int | None
    opens_on: VagueDate
    closes_on: VagueDate | None
    asked: int | None
    body_pks: tuple[int, ...] = ()


@dataclasses.dataclass(frozen=True)
class EqualityFacts:
    pk: int
    title: str
    made_on: VagueDate


@dataclasses.dataclass(frozen=True)
class ContentsFacts:
    """A contents check. `answers`: (element code, yes / partly / no / not-needed) for each element that was answered."""

    pk: int
    checked_on: VagueDate
    answers: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True)
class RoundFacts:
    """A round in which a board is asked about a version. `part`: decides or comments. `ended_on`: the day it was closed.

    `outcome`: approved, conditions, sent-back, noted, not-decided, or "" while it is open. `votes`: (seat, day of its answer).
    """

    pk: int
    board_pk: int
    part: str
    opened_on: datetime.date
    answer_by: datetime.date
    ended_on: datetime.date | None
    outcome: str
    votes: tuple[tuple[int, datetime.date], ...] = ()


@dataclasses.dataclass(frozen=True)
class VersionFacts:
    pk: int
    number: int
    title: str
    dated: VagueDate
    approvals: tuple[ApprovalFacts, ...] = ()
    checks: tuple[CheckFacts, ...] = ()
    publications: tuple[PublicationFacts, ...] = ()
    submissions: tuple[SubmissionFacts, ...] = ()
    consultations: tuple[ConsultationFacts, ...] = ()
    equality: tuple[EqualityFacts, ...] = ()
    contents: tuple[ContentsFacts, ...] = ()
    rounds: tuple[RoundFacts, ...] = ()
