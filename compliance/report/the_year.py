"""What the records of the year say beyond their facts: texts, names and lists, for the chapters of the records."""

import dataclasses

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class AssessmentTexts:
    """`kept`: the name and hash of the paper as a file, or its address; empty when neither is here."""

    pk: int
    reference: str
    kept: str
    findings: tuple[str, ...]
    recommendations: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class AssessedAreaTexts:
    pk: int
    kinds: tuple[str, ...]
    causes: tuple[str, ...]


@dataclasses.dataclass(frozen=True)
class SourceOfData:
    """`gap`: what is missing of it, and why."""

    assessment_pk: int
    body: str
    what: str
    received_on: VagueDate | None
    gap: str


@dataclasses.dataclass(frozen=True)
class ConsultationTexts:
    """`answered`: how many had answered by the report's day; None when nobody recorded it."""

    pk: int
    how: str
    answered: int | None
    effect: str


@dataclasses.dataclass(frozen=True)
class AnswerGiven:
    """What somebody said in a consultation. `outcome` is empty when nobody has said what became of it."""

    consultation_pk: int
    by: str
    received_on: VagueDate | None
    said: str
    outcome: str
    reason: str


@dataclasses.dataclass(frozen=True)
class EqualityTexts:
    pk: int
    made_by: str
    effect: str
    reference: str


@dataclasses.dataclass(frozen=True)
class ContentsTexts:
    """`where`: (element code, where in the text it stands)."""

    pk: int
    checked_by: str
    where: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True)
class OtherStrategy:
    """A strategy of the area with which the one of that key works."""

    strategy_pk: int
    name: str
    owner: str
    how: str
    standing: str


@dataclasses.dataclass(frozen=True)
class ReviewTexts:
    pk: int
    findings: str
    decided_by: str
    assessment_note: str
    reference: str


@dataclasses.dataclass(frozen=True)
class ArrangementTexts:
    pk: int
    reference: str


@dataclasses.dataclass(frozen=True)
class TheYear:
    assessments: tuple[AssessmentTexts, ...] = ()
    areas: tuple[AssessedAreaTexts, ...] = ()
    sources: tuple[SourceOfData, ...] = ()
    consultations: tuple[ConsultationTexts, ...] = ()
    answers: tuple[AnswerGiven, ...] = ()
    equality: tuple[EqualityTexts, ...] = ()
    contents: tuple[ContentsTexts, ...] = ()
    aligned: tuple[OtherStrategy, ...] = ()
    reviews: tuple[ReviewTexts, ...] = ()
    arrangements: tuple[ArrangementTexts, ...] = ()
