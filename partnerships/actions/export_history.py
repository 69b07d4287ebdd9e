import tempfile
from typing import IO

from django.db import transaction
from django.db.models import QuerySet

from partnerships.audit.export import write_table
from partnerships.audit.record import record
from partnerships.models import AuditEntry, Partnership, User

IN_MEMORY = 2_000_000  # bytes, beyond which the table is kept on disk until it is sent


@transaction.atomic
def export_history(entries: QuerySet[AuditEntry], *, narrowed_to: str, partnership: Partnership | None, actor: User) -> IO[bytes]:
    """A table of these entries, open at its beginning. That it left is itself an entry, which is not in it.

    `narrowed_to`: in words; "" for all.
    """
    table: IO[bytes] = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed when it has been sent
    try:
        count = write_table(entries, table)
        changes = {"Entries": ["", str(count)]}
        if narrowed_to:
            changes["Narrowed to"] = ["", narrowed_to]
        record("history.exported", actor=actor, partnership=partnership, changes=changes)
    except BaseException:
        table.close()
        raise
    table.seek(0)
    return table
