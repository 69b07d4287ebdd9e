"""Named reads of the history of a text or paper that was made from the records: what came after it, and the PDFs made of it."""

from django.db.models import QuerySet

from partnerships import queries
from partnerships.models import AuditEntry, Partnership, StoredFile
from strategies.actions.put_text import COMPOSED
from svduty.editing.records import Record

PRINTED = ("composed.printed", "review.printed")
# What happens in a partnership and changes none of the records that a text is composed from.
NOT_OF_RECORDS = {"event__in": (*PRINTED, "history.exported", "report.issued", "boardpack.made", "issuedpaper.made", "version.read")}
NOT_RECORDS = {
    "target_kind__in": ("user", "rolegrant", "invitation", "handover", "section", "draftimport", "comment", "committeereport"),
}


def last_composed(found: Record, partnership: Partnership) -> AuditEntry | None:
    """The entry of the moment at which its text was composed from the records last."""
    return _history_of(found, partnership).filter(comment__startswith=COMPOSED).first()


def last_printed(found: Record, partnership: Partnership) -> AuditEntry | None:
    return _history_of(found, partnership).filter(event__in=PRINTED).first()


def changes_after(entry: AuditEntry, partnership: Partnership) -> QuerySet[AuditEntry]:
    """The entries after this one about other records than its own, newest first."""
    later = queries.history_of_partnership(partnership).filter(number__gt=entry.number)
    own = {"target_kind": entry.target_kind, "target_pk": entry.target_pk}
    return later.exclude(**NOT_OF_RECORDS).exclude(**NOT_RECORDS).exclude(**own)


def printed_papers(found: Record, partnership: Partnership) -> list[StoredFile]:
    """Every PDF that was made of it, newest first."""
    changes = _history_of(found, partnership).filter(event__in=PRINTED).values_list("changes", flat=True)
    return list(partnership.files.filter(sha256__in=[one["SHA-256"][1] for one in changes]).order_by("-uploaded_at", "-pk"))


def _history_of(found: Record, partnership: Partnership) -> QuerySet[AuditEntry]:
    return queries.history_of_record(partnership, found.record_kind(), found.pk)
