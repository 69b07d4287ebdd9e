"""The PDF of a composed text, made off the request and kept with its record."""

from typing import Any

from django.db import transaction

from compliance import queries
from partnerships.actions.store_file import store_pdf
from partnerships.audit.record import record
from strategies.export.composed_writing import composed_writing
from strategies.export.pdf import TextTooLarge, pdf_of
from strategies.export.writing import NothingToExport
from strategies.models import AssuranceStatement, CommitteeReport
from strategies.queries_committee import composed_of
from svduty.files.names import safe_name
from svduty.pdf import PdfFailed, PdfRefused
from svduty.tasks.kinds import task
from svduty.tasks.models import State, Task
from svduty.tasks.queries import tasks_of
from svduty.tasks.queue import queue
from svduty.tasks.running import Run


@task(
    "composedpaper.make",
    "Make a PDF of a statement or a report to a committee",
    tries=3,
    waits=(5, 30),
    says=(PdfFailed,),
    never_again=(NothingToExport, PdfRefused, TextTooLarge),
)
def make_composed_paper(run: Run, *, of: str, pk: int) -> dict[str, Any]:
    """Make it of the text as it stands now. The same as before is not made again."""
    partnership, actor = queries.partnership_and_person(run.task.partnership_id or 0, run.task.asked_by_id)
    found = composed_of(of, partnership).get(pk=pk)
    writing = composed_writing(found)
    if found.paper_id and found.paper_of == writing.made_from:
        return {"file": found.paper_id}
    pdf = pdf_of(writing)
    stored = None
    try:
        with transaction.atomic():
            stored = store_pdf(pdf, safe_name(writing.file_name("pdf")), partnership=partnership, actor=actor)
            type(found)._default_manager.filter(pk=found.pk).update(paper=stored, paper_of=writing.made_from)
            changes = {"SHA-256": ["", stored.sha256]}
            record("composed.printed", actor=actor, partnership=partnership, target=found, changes=changes)
            run.finish({"file": stored.pk})
    except BaseException:
        # The transaction takes the rows back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise
    return {"file": stored.pk}


def ask_for_composed_paper(found: AssuranceStatement | CommitteeReport, *, asked_by_id: int) -> Task:
    """The task that makes it. The same asked for while it is being made is the same task."""
    kind = found.record_kind()
    return queue(
        make_composed_paper,
        key=f"{kind}-{found.pk}",
        partnership_id=found.partnership_id,
        asked_by_id=asked_by_id,
        of=kind,
        pk=found.pk,
    )


def newest_task_of(found: AssuranceStatement | CommitteeReport) -> Task | None:
    """The last one asked for, while it is open or when it failed; one that is done is seen by its paper."""
    last = tasks_of(make_composed_paper, found.partnership_id).filter(key=f"{found.record_kind()}-{found.pk}").order_by("-pk").first()
    return last if last and last.state != State.DONE else None
