"""What a record says now, and what it said when somebody opened it."""

from partnerships.actions.save_record import Saved, in_words
from partnerships.models import AuditChain, AuditEntry, Partnership
from svduty.editing.records import Record

RAISE_THE_VERSION = ("changed", "ended", "withdrawn", "reviewed")


def as_saved(record: Saved) -> Saved:
    """The record as it stands in the database now; what is given, where it is gone."""
    return type(record)._default_manager.filter(pk=record.pk).first() or record


def words_at(current: Record, version: int, partnership: Partnership | None) -> dict[str, str] | None:
    """Each field's label and value in words as they were at `version`, or None where the history does not tell.

    They are what is saved now, with the entries since then undone.
    """
    kind, since = current.record_kind(), current.version - version
    if version < 1 or since < 0:
        return None
    entries = AuditEntry.objects.filter(
        scope=AuditChain.scope_of(partnership),
        target_kind=kind,
        target_pk=current.pk,
        event__in=[f"{kind}.{verb}" for verb in RAISE_THE_VERSION],
    ).order_by("-number")[:since]
    words = in_words(current)
    undone = 0
    for entry in entries:
        for label, (old, new) in entry.changes.items():
            if label in words and words[label] != new:
                return None
            words[label] = old
        undone += 1
    return words if undone == since else None
