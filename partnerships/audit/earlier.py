"""What a record says now, and what it said when somebody opened it."""

from partnerships.actions.save_record import Saved, in_words
from partnerships.models import AuditChain, AuditEntry, Partnership, User
from svduty.editing.records import Record

RAISE_THE_VERSION = ("changed", "ended", "withdrawn", "reviewed")


def as_saved(record: Saved) -> Saved:
    """The record as it stands in the database now; what is given, where it is gone."""
    return type(record)._default_manager.filter(pk=record.pk).first() or record


def words_at(current: Record, version: int, partnership: Partnership | None) -> dict[str, str] | None:
    """Each field's label and value in words as they were at `version`, or None where the history does not tell.

    They are what is saved now, with the entries since then undone.
    """
    entries = _entries_since(current, version, partnership)
    if entries is None:
        return None
    words = in_words(current)
    for entry in entries:
        for label, (old, new) in entry.changes.items():
            if label in words and words[label] != new:
                return None
            words[label] = old
    return words


def saved_only_by(actor: User, current: Record, version: int, partnership: Partnership | None) -> bool:
    """Has this person alone saved the record since `version`? False where the history does not tell."""
    entries = _entries_since(current, version, partnership)
    return bool(entries) and all(entry.actor_id == actor.pk for entry in entries or ())


def _entries_since(current: Record, version: int, partnership: Partnership | None) -> list[AuditEntry] | None:
    """One entry for each save since, the latest first."""
    kind, since = current.record_kind(), current.version - version
    if version < 1 or since < 0:
        return None
    entries = AuditEntry.objects.filter(
        scope=AuditChain.scope_of(partnership),
        target_kind=kind,
        target_pk=current.pk,
        event__in=[f"{kind}.{verb}" for verb in RAISE_THE_VERSION],
    ).order_by("-number")[:since]
    return list(entries) if len(entries) == since else None
