"""Issuing a compliance report: set in type first, then numbered and kept whole in one transaction."""

import dataclasses
import datetime
import hashlib
from collections.abc import Callable

from django.db import transaction

from compliance import queries
from compliance.models import IssuedReport
from compliance.report.content import Issue
from compliance.report.document import report_pdf
from compliance.report.gather import RecordsKeepChanging, gather
from compliance.report.source import ReportSource, seal_of
from partnerships.actions.save_record import lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from svduty import clock, dates

TRIES = 3
Together = Callable[[IssuedReport], None]


@dataclasses.dataclass(frozen=True)
class Issued:
    """`is_new` is False when the newest report already says exactly this: then that one is given back."""

    report: IssuedReport
    is_new: bool


def issue_report(
    partnership: Partnership, *, as_at: datetime.date, signed_off_by: str, actor: User | None, together_with: Together | None = None
) -> Issued:
    """Make the report as at a day and keep its bytes, their SHA-256, and the facts and findings it was made from.

    `together_with` is called in the transaction that keeps a new report; what it raises takes the report back.
    Raises PdfFailed or RecordsKeepChanging with a sentence for people; nothing is kept then.
    """
    for _ in range(TRIES):
        source = gather(partnership, as_at)
        newest = queries.newest_report_of(partnership)
        if newest and _says_the_same(newest, source, signed_off_by):
            return Issued(newest, is_new=False)
        issue = Issue(number=newest.number + 1 if newest else 1, on=clock.today(), signed_off_by=signed_off_by)
        report = _keep(partnership, source, issue, report_pdf(source, issue), actor, together_with)
        if report:
            return Issued(report, is_new=True)
    raise RecordsKeepChanging


def _says_the_same(report: IssuedReport, source: ReportSource, signed_off_by: str) -> bool:
    return report.signed_off_by == signed_off_by and seal_of(report.facts, report.findings) == source.seal


@transaction.atomic
def _keep(
    partnership: Partnership, source: ReportSource, issue: Issue, pdf: bytes, actor: User | None, together_with: Together | None
) -> IssuedReport | None:
    """Nothing is kept, and None returned, when the printed number was taken while the pages were set."""
    lock(partnership)
    newest = queries.newest_report_of(partnership)
    if (newest.number if newest else 0) + 1 != issue.number:
        return None
    report = IssuedReport(
        partnership=partnership,
        number=issue.number,
        as_at=source.as_at,
        signed_off_by=issue.signed_off_by,
        issued_at=clock.now(),
        issued_by_id=actor.pk if actor else None,
        facts=source.facts_json(),
        findings=source.findings_json(),
        pdf=pdf,
        sha256=hashlib.sha256(pdf).hexdigest(),
    )
    report.save()
    changes = {
        "As at": ["", dates.say_short(report.as_at)],
        "Signed off by": ["", report.signed_off_by or "Not signed off"],
        "SHA-256": ["", report.sha256],
    }
    record("report.issued", actor=actor, partnership=partnership, target=report, changes=changes)
    if together_with:
        together_with(report)
    return report
