"""Days that are still to come in a partnership's findings, offered when the way of a paper is planned."""

import datetime
from collections.abc import Iterator

from compliance.answers import findings_for
from compliance.finding import Due, Finding, Status
from partnerships.legal_dates import LegalDate
from partnerships.models import Partnership

TO_COME = (Status.DUE_SOON, Status.DUE_LATER)


def days_to_come(partnership: Partnership, on: datetime.date) -> Iterator[LegalDate]:
    """The due days of today's cycle that have not passed, with what is due and by which law; a local target says that it is one."""
    for finding in findings_for(partnership, on):
        if finding.current and finding.status in TO_COME and finding.due and finding.due.on and finding.due.on >= on:
            yield LegalDate(finding.due.on, _words(finding, finding.due))


def _words(finding: Finding, due: Due) -> str:
    standing = "" if due.in_law else f" ({due.standing}, not law)"
    return f"{finding.title}, {finding.subject}: {finding.citation}{standing}"[:300]
