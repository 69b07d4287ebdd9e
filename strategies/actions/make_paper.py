"""Making a paper: set in type first, then kept whole in one transaction."""

import dataclasses
from collections.abc import Callable

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.store_file import store_pdf
from partnerships.audit.record import record
from partnerships.models import StoredFile, User
from strategies import queries_exports as queries
from strategies.export.papers import gather, made_from
from strategies.export.pdf import set_in_type
from strategies.models import IssuedPaper, Strategy, Version
from svduty import clock
from svduty.files.names import safe_name

Together = Callable[[IssuedPaper], None]


@dataclasses.dataclass(frozen=True)
class MadePaper:
    """`is_new` is False when a paper that says exactly this is kept already: then that one is given back."""

    paper: IssuedPaper
    is_new: bool


def make_paper(
    kind: str, strategy: Strategy, version: Version | None, *, actor: User | None, together_with: Together | None = None
) -> MadePaper:
    """Make the PDF and keep it. `together_with` is called in the transaction that keeps a new one; what it raises takes the paper back.

    Raises NothingToExport or PdfFailed with a sentence for people; nothing is kept then.
    """
    writing_at = gather(kind, strategy, version)
    key = made_from(writing_at)
    held = queries.paper_made_from(strategy, kind, key)
    if held:
        return MadePaper(held, is_new=False)
    now = clock.now()
    writing = writing_at(now)
    printed = set_in_type(writing)
    stored: StoredFile | None = None
    try:
        with transaction.atomic():
            lock_row(strategy)
            held = queries.paper_made_from(strategy, kind, key)
            if held:
                return MadePaper(held, is_new=False)
            stored = store_pdf(printed.pdf, safe_name(writing.file_name("pdf")), partnership=strategy.partnership, actor=actor)
            paper = IssuedPaper(
                strategy=strategy,
                strategy_version=version,
                kind=kind,
                title=writing.title,
                made_from=key,
                file=stored,
                page_count=printed.pages,
                made_at=now,
                made_by_id=actor.pk if actor else None,
            )
            paper.save()
            changes = {"Pages": ["", str(paper.page_count)], "SHA-256": ["", stored.sha256]}
            record("issuedpaper.made", actor=actor, partnership=strategy.partnership, target=paper, changes=changes)
            if together_with:
                together_with(paper)
            return MadePaper(paper, is_new=True)
    except BaseException:
        # The transaction takes the rows back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise
