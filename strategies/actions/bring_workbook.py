"""A workbook that was filled in is brought: read and kept, and nothing of it is taken yet."""

from typing import Any

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.actions.store_file import store_file
from partnerships.audit.record import record
from partnerships.models import Partnership, StoredFile, User
from strategies import queries_workbooks as queries
from strategies.models import ImportState, WorkbookImport
from strategies.workbooks.found import Found
from svduty import clock


def bring_workbook(upload: Any, found: Found, kind: str, on_behalf: str, *, actor: User, partnership: Partnership) -> WorkbookImport:
    """Keep the file and what stands in its cells. The same file, brought again before it was decided on, is kept once."""
    stored: StoredFile | None = None
    try:
        with transaction.atomic():
            lock_row(partnership)
            twin = queries.waiting_workbook(partnership, upload.checked.sha256)
            if twin:
                return twin
            stored = store_file(upload, partnership=partnership, actor=actor)
            brought = WorkbookImport.objects.create(
                partnership=partnership,
                kind=kind,
                file=stored,
                on_behalf=on_behalf,
                cells=found.to_plain(),
                read_at=clock.now(),
                read_by=actor,
            )
            changes = {
                "What it holds": ["", brought.get_kind_display()],
                "Who filled it in": ["", on_behalf],
                "SHA-256": ["", stored.sha256],
            }
            record("workbookimport.added", actor=actor, partnership=partnership, target=brought, changes=changes)
            return brought
    except BaseException:
        # The transaction takes the rows back; the bytes lie outside it.
        if stored:
            stored.content.storage.delete(str(stored.content.name))
        raise


@transaction.atomic
def set_aside(brought: WorkbookImport, *, actor: User, partnership: Partnership) -> bool:
    """Take nothing of it. False, having written nothing, when it was decided on already."""
    current = queries.import_to_decide(brought)
    if current.state != ImportState.WAITING:
        return False
    current.state, current.over_at, current.over_by = ImportState.SET_ASIDE, clock.now(), actor
    current.save()
    record("workbookimport.set-aside", actor=actor, partnership=partnership, target=current)
    return True
