"""The PDF of a yearly review, made off the request and kept with it."""

from typing import Any

from django.db import transaction

from compliance import queries
from compliance.reviewing.paper import Reviewed, reviewed, writing_of
from partnerships.actions.store_file import store_pdf
from partnerships.audit.record import record
from strategies.export.pdf import TextTooLarge, pdf_of
from svduty.files.names import safe_name
from svduty.pdf import PdfFailed, PdfRefused
from svduty.tasks.kinds import task
from svduty.tasks.models import State, Task
from svduty.tasks.queries import tasks_of
from svduty.tasks.queue import queue
from svduty.tasks.running import Run


@task(
    "reviewpaper.make",
    "Make a PDF of a yearly review",
    tries=3,
    waits=(5, 30),
    says=(PdfFailed,),
    never_again=(PdfRefused, TextTooLarge),
)
def make_review_paper(run: Run, *, of: str, pk: int) -> dict[str, Any]:
    """Make it as the review stands now. The same as before is not made again."""
    partnership, actor = queries.partnership_and_person(run.task.partnership_id or 0, run.task.asked_by_id)
    found = reviewed(of, partnership, pk)
    if found is None:
        return {}
    writing = writing_of(found)
    if found.paper_id and found.paper_of == writing.made_from:
        return {"file": found.paper_id}
    pdf = pdf_of(writing)
    stored = None
    try:
        with transaction.atomic():
            stored = store_pdf(pdf, safe_name(writing.file_name("pdf")), partnership=partnership, actor=actor)
            type(found)._default_manager.filter(pk=found.pk).update(paper=stored, paper_of=writing.made_from)
            changes = {"SHA-256": ["", stored.sha256]}
            record("review.printed", actor=actor, partnership=partnership, target=found, changes=changes)
            run.finish({"file": stored.pk})
    except BaseException:
        # The transaction takes the rows back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise
    return {"file": stored.pk}


def ask_for_review_paper(found: Reviewed, *, asked_by_id: int) -> Task:
    """The task that makes it. The same asked for while it is being made is the same task."""
    kind = found.record_kind()
    return queue(
        make_review_paper,
        key=f"{kind}-{found.pk}",
        partnership_id=found.strategy.partnership_id,
        asked_by_id=asked_by_id,
        of=kind,
        pk=found.pk,
    )


def newest_task_of(found: Reviewed) -> Task | None:
    """The last one asked for, while it is open or when it failed; one that is done is seen by its paper."""
    asked = tasks_of(make_review_paper, found.strategy.partnership_id).filter(key=f"{found.record_kind()}-{found.pk}")
    last = asked.order_by("-pk").first()
    return last if last and last.state != State.DONE else None
