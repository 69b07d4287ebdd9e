"""What the top floor has done in the background."""

import datetime
import hashlib
from typing import Any

from compliance import queries
from compliance.actions.issue_report import issue_report
from compliance.report.gather import RecordsKeepChanging
from partnerships.models import Partnership, User
from svduty.pdf import PdfFailed, PdfLimit, PdfRefused
from svduty.tasks.kinds import task
from svduty.tasks.models import Task
from svduty.tasks.queue import queue
from svduty.tasks.running import Run


@task(
    "report.make",
    "Make a compliance report",
    tries=3,
    waits=(5, 30),
    says=(PdfFailed, RecordsKeepChanging),
    never_again=(PdfLimit, PdfRefused),
)
def make_report(run: Run, *, as_at: str, signed_off_by: str) -> dict[str, Any]:
    """Issue the report that `ask_for_report` asked for. The task ends in the transaction that keeps the report: so there is one."""
    partnership, actor = queries.partnership_and_person(run.task.partnership_id or 0, run.task.asked_by_id)
    issued = issue_report(
        partnership,
        as_at=datetime.date.fromisoformat(as_at),
        signed_off_by=signed_off_by,
        actor=actor,
        together_with=lambda report: run.finish({"number": report.number, "is_new": True}),
    )
    return {"number": issued.report.number, "is_new": issued.is_new}


def ask_for_report(partnership: Partnership, *, as_at: datetime.date, signed_off_by: str, actor: User) -> Task:
    """The task that makes it. The same report asked for while it is being made is the same task."""
    signed = hashlib.sha256(signed_off_by.encode()).hexdigest()[:32]
    return queue(
        make_report,
        key=f"{partnership.pk}/{as_at.isoformat()}/{signed}",
        partnership_id=partnership.pk,
        asked_by_id=actor.pk,
        as_at=as_at.isoformat(),
        signed_off_by=signed_off_by,
    )
