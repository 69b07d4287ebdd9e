"""Which evidence still holds when a strategy is carried over."""

import datetime

from compliance.models import Evidence
from compliance.queries import standing_evidence_of
from compliance.reviewing.block import counted
from partnerships.models import Partnership
from strategies.rolling import Line
from svduty import dates


def evidence_lines(partnership: Partnership, on: datetime.date) -> tuple[list[Line], list[Line]]:
    """What stays, and what is too old to be shown again: evidence whose own date is more than a year back. It stays on record."""
    stays: list[Evidence] = []
    old: list[Evidence] = []
    for one in standing_evidence_of(partnership):
        fresh = dates.one_year_on(one.dated.latest) >= on
        (stays if fresh else old).append(one)
    kept = [Line(f"{counted(len(stays), 'piece')} of evidence", "Not older than a year, so it can be shown again.")] if stays else []
    why = "more than a year ago. It stays on record for its own time."
    return kept, [Line(f"Evidence: {one.title}", f"Dated {one.dated}, {why}") for one in old]
