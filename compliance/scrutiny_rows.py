"""The scrutiny page: each committee's report and request with where its answer stands, each council with when it meets next. Pure."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.finding import Finding, RecordRef
from compliance.todo import degree
from strategies.models import ScrutinyReport

YEARLY, REPLY = "SVD-SCRU-01", "SVD-SCRU-02"


@dataclasses.dataclass(frozen=True)
class Judged:
    """`finding` is the answer on it, if there is one; `degree` by how much: `in 6 days`, `by 2 days`."""

    finding: Finding
    degree: str


def councils_judged(findings: Iterable[Finding], on: datetime.date) -> list[Judged]:
    """Whether each council's committee meets often enough, in the order of the findings."""
    return [Judged(finding, degree(finding, on)) for finding in findings if finding.code == YEARLY and finding.current]


def replies_judged(reports: Iterable[ScrutinyReport], findings: Iterable[Finding], on: datetime.date) -> dict[int, Judged]:
    """By the key of a report: whether the reply to it is in time, and by when it is due."""
    of_record: dict[tuple[str, int], Finding] = {}
    for finding in findings:
        if finding.code == REPLY:
            for record in finding.rests_on:
                of_record.setdefault(_key(record), finding)
    asked = {report.pk: of_record.get((report.record_kind(), report.pk)) for report in reports}
    return {pk: Judged(finding, degree(finding, on)) for pk, finding in asked.items() if finding}


def _key(record: RecordRef) -> tuple[str, int]:
    return record.kind, record.pk
