"""Proving that nobody has rewritten a history.

What it can prove: every entry fits the one before it, none is missing, none was added outside this service, and the last is the one
that the head of the chain names. What it cannot: whoever holds the keys of the database may write a whole chain anew, head and all.
Against that the seal, the hash of the last entry, can be kept elsewhere and compared.
"""

import dataclasses
import datetime
import hashlib
import json
import time
from collections.abc import Iterator

from partnerships.models import AuditChain, AuditEntry
from partnerships.models.audit import INSTALLATION

BEGINNING = "0" * 64
ANOTHER, MISSING, UNREADABLE = "another one stands in its place", "it is missing", "it cannot be read"
UNFITTING, CHANGED = "it does not fit the entry before it", "it was changed"
NO_HEAD, OTHER_HEAD = "the head of the chain is missing", "the head of the chain names another last entry"


@dataclasses.dataclass(frozen=True)
class Broken:
    """The first entry that does not fit: its number, when and what it says it is as far as that can be read, and what is wrong."""

    number: int
    why: str
    at: datetime.datetime | None = None
    event: str = ""


@dataclasses.dataclass(frozen=True)
class Checked:
    """`entries`: up to which number all was whole. `seal`: the hash of that one. `finished`: to the head, or to what is broken."""

    scope: str
    entries: int
    seal: str
    broken: Broken | None = None
    finished: bool = True


def digest(entry: AuditEntry) -> str:
    """SHA-256 over every field of the entry and the hash before it; the actor's label is not covered, so that it can be erased."""
    covered = [
        entry.scope,
        entry.number,
        entry.at.isoformat(),
        entry.event,
        entry.actor_id,
        entry.target_kind,
        entry.target_pk,
        entry.target_label,
        entry.changes,
        entry.comment,
        entry.previous_hash,
    ]
    return hashlib.sha256(json.dumps(covered, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def check_chain(scope: str, *, after: int = 0, seconds: float | None = None) -> Checked:
    """Go through a chain from its first entry, or from behind one that was found whole before, for no longer than `seconds`."""
    ends_at = time.monotonic() + seconds if seconds else None
    number, seal, last_pk = _start(scope, after)
    while True:
        began = number
        for entry in _entries(scope, number):
            if ends_at and time.monotonic() > ends_at:
                return Checked(scope, number, seal, finished=False)
            if broken := _what_is_wrong(entry, scope, number + 1, seal, last_pk):
                return Checked(scope, number, seal, broken)
            assert entry is not None  # noqa: S101 - one that cannot be read is broken
            number, seal, last_pk = entry.number, entry.hash, entry.pk
        # Asked for only now: what is added meanwhile moves the head in the same transaction.
        head = AuditChain.objects.filter(scope=scope).first()
        if head is None or head.number <= number or number == began:
            return Checked(scope, number, seal, _wrong_head(head, number, seal))


def _wrong_head(head: AuditChain | None, number: int, seal: str) -> Broken | None:
    if head is None:
        return Broken(number, NO_HEAD) if number else None
    if head.number > number:
        return Broken(number + 1, MISSING)
    return None if (head.number, head.hash) == (number, seal) else Broken(number, OTHER_HEAD)


def _start(scope: str, after: int) -> tuple[int, str, int]:
    entry = AuditEntry.objects.filter(scope=scope, number=after).first() if after else None
    return (entry.number, entry.hash, entry.pk) if entry else (0, BEGINNING, 0)


def _entries(scope: str, after: int) -> Iterator[AuditEntry | None]:
    """In order; None for one whose row makes no sense any more, after which there is nothing to read on for."""
    entries = AuditEntry.objects.filter(scope=scope).order_by("number", "pk")
    if after:
        entries = entries.filter(number__gt=after)
    try:
        yield from entries.iterator()
    except (ValueError, TypeError, AttributeError):
        yield None


def _what_is_wrong(entry: AuditEntry | None, scope: str, number: int, seal: str, last_pk: int) -> Broken | None:
    if entry is None:
        return Broken(number, UNREADABLE)
    found = Broken(number, "", entry.at, entry.event)
    if entry.number != number:
        return Broken(number, MISSING if str(entry.number).isdecimal() and entry.number > number else ANOTHER)
    if entry.previous_hash != seal:
        return dataclasses.replace(found, why=UNFITTING)
    belongs = f"partnership-{entry.partnership_id}" if entry.partnership_id else INSTALLATION
    try:
        whole = entry.hash == digest(entry) and belongs == scope and entry.pk > last_pk
    except (ValueError, TypeError, AttributeError):
        return dataclasses.replace(found, why=UNREADABLE)
    return None if whole else dataclasses.replace(found, why=CHANGED)


def scopes() -> list[str]:
    """Every chain there is, the installation's first; one whose head is gone included."""
    heads = set(AuditChain.objects.values_list("scope", flat=True))
    found = heads | set(AuditEntry.objects.order_by().values_list("scope", flat=True).distinct())
    return sorted(found, key=lambda scope: (scope != INSTALLATION, len(scope), scope))
