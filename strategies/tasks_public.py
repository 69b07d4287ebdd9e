"""The PDF of a public page, made in the background."""

from typing import Any

from partnerships.models import User
from strategies.actions.keep_public_pdf import keep_public_pdf
from strategies.export.pdf import TextTooLarge
from strategies.export.writing import NothingToExport
from strategies.models import PublicPage
from strategies.models.version import Form
from svduty.pdf import PdfFailed, PdfRefused
from svduty.tasks.kinds import task
from svduty.tasks.queue import queue
from svduty.tasks.running import Run


@task(
    "publicpage.pdf",
    "Make the PDF that anyone can read of a strategy",
    tries=3,
    waits=(5, 30),
    says=(PdfFailed,),
    never_again=(NothingToExport, PdfRefused, TextTooLarge),
)
def make_public_pdf(run: Run, *, page_pk: int) -> dict[str, Any]:
    """Repeated, it finds what was kept. The task ends in the transaction that keeps the file."""
    done = {"page": page_pk}
    keep_public_pdf(page_pk, together_with=lambda: run.finish(done))
    return done


def ask_for_public_pdf(page: PublicPage, *, actor: User | None) -> None:
    """Have it made of a page whose text we hold; a document or a link has its own file."""
    version = page.strategy_version
    if version.form == Form.TYPED:
        asked_by_id = actor.pk if actor else None
        partnership_id = version.strategy.partnership_id
        queue(make_public_pdf, key=str(page.pk), partnership_id=partnership_id, asked_by_id=asked_by_id, page_pk=page.pk)
