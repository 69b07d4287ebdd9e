"""The PDF of a public page: set in type first, then kept, so that everybody gets the same bytes."""

from collections.abc import Callable

from django.db import transaction

from partnerships.actions.store_file import store_pdf
from partnerships.audit.record import record
from partnerships.models import StoredFile
from strategies.export.pdf import set_in_type
from strategies.export.version_writing import version_writing
from strategies.models import PublicPage
from strategies.queries_public import page_to_print


def keep_public_pdf(page_pk: int, *, together_with: Callable[[], None] | None = None) -> PublicPage:
    """Make the PDF of what the page says now, unless it is kept already or the page is closed.

    `together_with` is called in the transaction that keeps it. Raises NothingToExport of a document or a link, and PdfFailed.
    """
    page = page_to_print(page_pk)
    version = page.strategy_version
    writing = version_writing(version, public=True)
    if page.withdrawn_on or page.made_from == writing.made_from:
        return page
    made = set_in_type(writing)
    partnership = version.strategy.partnership
    name = f"{partnership.slug}-strategy-version-{version.number}.pdf"
    stored: StoredFile | None = None
    try:
        with transaction.atomic():
            current = PublicPage.objects.select_for_update(of=("self",)).get(pk=page_pk)
            stored = store_pdf(made.pdf, name, partnership=partnership, actor=None)
            current.pdf, current.made_from = stored, writing.made_from
            current.save(update_fields=["pdf", "made_from"])
            changes = {"PDF (SHA-256)": ["", stored.sha256]}
            record("publicpage.changed", actor=None, partnership=partnership, target=current, changes=changes)
            if together_with:
                together_with()
            return current
    except BaseException:
        # The transaction takes the rows back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise
