"""A history as a table that leaves."""

import itertools
from collections.abc import Iterator
from typing import IO

from django.db.models import QuerySet

from partnerships.audit.reading import ERASED, changes_of, what_happened
from partnerships.models import AuditEntry
from partnerships.queries_history import with_names
from svduty import clock
from svduty.sheets import csv_lines

COLUMNS = ["Entry", "Day", "Time", "Who", "What happened", "About", "Field", "Before", "After", "Why"]
AT_ONCE = 500


def write_table(entries: QuerySet[AuditEntry], to: IO[bytes]) -> int:
    """Write a row for each changed field, or one for an entry without any. Returns how many entries there were.

    One query and a steady amount of memory, however many.
    """
    count = itertools.count()
    to.writelines(csv_lines(COLUMNS, _rows(entries, count)))
    return next(count)


def _rows(entries: QuerySet[AuditEntry], count: "itertools.count[int]") -> Iterator[list[object]]:
    for entry in with_names(entries).iterator(chunk_size=AT_ONCE):
        next(count)
        at = clock.local(entry.at)
        person = entry.person  # type: ignore[attr-defined]  # with_names adds it
        about = f"{entry.target_label}: {person}" if person else entry.target_label
        told = [entry.number, f"{at:%Y-%m-%d}", f"{at:%H:%M:%S}", _who(entry), what_happened(entry), about]
        for label, old, new in changes_of(entry) or [("", "", "")]:
            yield [*told, label, old, new, entry.comment]


def _who(entry: AuditEntry) -> str:
    if entry.actor_id is None:
        return "The system"
    return entry.who or f"{ERASED} ({entry.actor_id})"  # type: ignore[attr-defined]  # with_names adds it
