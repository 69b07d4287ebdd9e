"""One finding in the words in which a report prints it."""

import dataclasses
import datetime

from compliance.answers import said
from compliance.finding import Finding, Status
from compliance.todo import standing


@dataclasses.dataclass(frozen=True)
class Answer:
    """One finding in words. `mark` is its status as the style sheet names it."""

    mark: str
    word: str
    detail: str
    subject: str
    why: str
    due: str
    rests_on: tuple[str, ...]
    next_step: str


def answer_of(finding: Finding, on: datetime.date) -> Answer:
    step = finding.next_step
    return Answer(
        mark=mark_of(finding.status),
        word=finding.status.words,
        detail=_detail(finding, on),
        subject=finding.subject,
        why=finding.why,
        due=_due(finding),
        rests_on=tuple(dict.fromkeys(record.label for record in finding.rests_on)),
        next_step=f"{step.label} ({step.who.lower()})" if step else "",
    )


def mark_of(status: Status) -> str:
    return status.value.lower().replace("_", "-")


def _detail(finding: Finding, on: datetime.date) -> str:
    """What the word alone does not say: by how many days."""
    words = said(finding).capitalize() if finding.status == Status.MET_LATE else standing(finding, on)
    return words.removeprefix(finding.status.words).strip(" ,")


def _due(finding: Finding) -> str:
    due = finding.due
    if due is None:
        return ""
    worked_out = f"{due.worked_out[:1].upper()}{due.worked_out[1:].rstrip('.')}." if due.worked_out else ""
    return f"{due.words}. {worked_out}" if due.on else worked_out
