"""What the local policing body asked and did, in the order of its days. Pure."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships.answering import answer_by, is_open
from partnerships.models import PolicingBodyContact, PolicingBodyRequest
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class Line:
    """`route` and `record`: where it is looked at; `waits_until`: by when it waits for an answer, if it does; `why`: whose day that is."""

    on: VagueDate
    route: str
    record: PolicingBodyRequest | PolicingBodyContact
    what: str
    about: str
    findings: tuple[str, ...]
    answered: VagueDate | None
    waits: bool
    waits_until: datetime.date | None
    why: str


def in_order(requests: Iterable[PolicingBodyRequest], contacts: Iterable[PolicingBodyContact], target_days: int) -> list[Line]:
    """The newest first; what was withdrawn last."""
    lines = [*(_of_request(one, target_days) for one in requests), *(_of_contact(one) for one in contacts)]
    by_day = sorted(lines, key=lambda line: (line.on.latest, line.record.pk), reverse=True)
    return sorted(by_day, key=lambda line: line.record.withdrawn_on is not None)


def findings_of(contact: PolicingBodyContact) -> tuple[str, ...]:
    return tuple(line.strip() for line in contact.findings.splitlines() if line.strip())


def waits_for_answer(contact: PolicingBodyContact) -> bool:
    """Did it ask for an answer, by naming a day or by a finding, that is not recorded?"""
    return contact.withdrawn_on is None and contact.answered_on is None and bool(contact.answer_by or findings_of(contact))


def _of_request(found: PolicingBodyRequest, target_days: int) -> Line:
    due = answer_by(found, target_days) if is_open(found) else None
    what = f"{found.get_kind_display()}: asked of {found.asked_of}"
    day, why = (due.day, due.why) if due else (None, "")
    return Line(found.asked_on, "policingbodyrequest", found, what, found.about, (), found.answered_on, bool(due), day, why)


def _of_contact(found: PolicingBodyContact) -> Line:
    why = "the day it asked for; the law sets none" if found.answer_by else "it named no day, and the law sets none"
    return Line(
        found.held_on,
        "policingbodycontact",
        found,
        found.get_kind_display(),
        found.about,
        findings_of(found),
        found.answered_on,
        waits_for_answer(found),
        found.answer_by,
        why,
    )
