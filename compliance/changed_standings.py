"""What changed beside each other's partnerships since somebody last said that they had seen how they stand."""

import dataclasses
import hashlib
import json
from collections.abc import Iterable

from compliance.finding import Status
from compliance.models import SeenStandings
from compliance.oversight import FAMILIES, Standing
from partnerships.models import Partnership

Worst = dict[str, dict[str, str]]
Row = tuple[Partnership, Standing]


@dataclasses.dataclass(frozen=True)
class Change:
    """A family of duties whose worst status is another now; none before or now where no duty of it had an answer. Without a family:
    the partnership was not there before."""

    partnership: Partnership
    family: str = ""
    before: Status | None = None
    now: Status | None = None


def worst_of(rows: Iterable[Row]) -> Worst:
    """As it is kept: the families by name, since a catalogue to come may have others."""
    return {
        str(partnership.pk): {family: status.value for family, status in zip(FAMILIES, standing.worst, strict=True) if status}
        for partnership, standing in rows
    }


def mark_of(rows: Iterable[Row]) -> str:
    """Says whether what somebody saw is how they still stand."""
    return hashlib.sha256(json.dumps(worst_of(rows), sort_keys=True).encode()).hexdigest()


def changes_since(seen: SeenStandings, rows: Iterable[Row]) -> list[Change]:
    """In the order of the rows and of the families."""
    found = []
    for partnership, standing in rows:
        before = seen.worst.get(str(partnership.pk))
        if before is None:
            found.append(Change(partnership))
            continue
        for family, now in zip(FAMILIES, standing.worst, strict=True):
            was = Status(before[family]) if family in before else None
            if was != now:
                found.append(Change(partnership, family, was, now))
    return found
