"""What a requirement is, and what its rule answers."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable

from compliance.facts import PartnershipFacts
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.law_dates import DUTY_BEGAN
from compliance.requirements.versions import Versions


@dataclasses.dataclass(frozen=True)
class Answer:
    """A rule's answer for one subject; `evaluate` makes a finding of it. Fields as in Finding.

    `strength` is None where it is the requirement's; it differs where the same duty is law for some subjects only.
    """

    key: str
    subject: str
    status: Status
    why: str
    due: Due | None = None
    rests_on: tuple[RecordRef, ...] = ()
    next_step: NextStep | None = None
    late_by: int = 0
    current: bool = True
    strength: Strength | None = None


# Called with the facts, the day, and the versions judged on it, which are worked out once for all rules.
Rule = Callable[[PartnershipFacts, datetime.date, Versions], Iterable[Answer]]


@dataclasses.dataclass(frozen=True)
class Requirement:
    """One row of the catalogue. Codes are never used again for another duty.

    `plain` is the duty in plain English, `citation` the law, `evidence` what satisfies it; `starts`/`ends`: when it is law.
    `task` is the duty as something to do; `shortfall` what a chair says of it when it is overdue or not met, reading on with
    "by 22 November 2026".
    """

    code: str
    family: str
    title: str
    plain: str
    citation: str
    strength: Strength
    task: str
    shortfall: str
    evidence: str
    rule: Rule
    deadline: str = ""
    starts: datetime.date = DUTY_BEGAN
    ends: datetime.date | None = None


def whole_partnership(facts: PartnershipFacts, status: Status, why: str, next_step: NextStep | None = None) -> Answer:
    """An answer about the partnership as a whole."""
    return Answer("partnership", facts.name, status, why, next_step=next_step)


def listed(names: Iterable[str]) -> str:
    """`a, b and c`."""
    *rest, last = list(names)
    return f"{', '.join(rest)} and {last}" if rest else last
