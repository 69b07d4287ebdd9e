"""What a workbook would change: plain data for the page and for taking it."""

import dataclasses
import hashlib
import json
from collections.abc import Iterator
from decimal import Decimal

from svduty.editing.money import say_money


@dataclasses.dataclass(frozen=True)
class Change:
    """One cell. `clash`: somebody changed the same here after the workbook was taken out. `pounds`: it holds an amount of money."""

    key: str
    column: str
    heading: str
    was: str
    becomes: str
    clash: bool = False
    pounds: bool = False

    @property
    def shown_was(self) -> str:
        return self._shown(self.was)

    @property
    def shown_becomes(self) -> str:
        return self._shown(self.becomes)

    def _shown(self, words: str) -> str:
        """As pages write it; the cell keeps it as a spreadsheet takes it."""
        return f"£{say_money(Decimal(words))}" if self.pounds and words else words


@dataclasses.dataclass(frozen=True)
class Group:
    """What one row does to one record. `pk` None: it is a new one, taken as a whole under the group's own key.

    `record`: as audit events know it. `belongs`: the key of the record that a new one belongs to. `doubt`: why it is not ticked.
    """

    key: str
    record: str
    one: str
    pk: int | None
    version: int
    sheet: str
    row: int
    title: str
    changes: tuple[Change, ...]
    belongs: int | None = None
    doubt: str = ""

    @property
    def keys(self) -> list[str]:
        """Of what can be ticked."""
        return [change.key for change in self.changes] if self.pk else [self.key]

    @property
    def ready(self) -> list[str]:
        """Of what is ticked from the beginning."""
        if self.doubt:
            return []
        return [change.key for change in self.changes if not change.clash] if self.pk else [self.key]


@dataclasses.dataclass(frozen=True)
class Subject:
    """The action, measure or stream that groups are shown under."""

    key: str
    title: str
    groups: tuple[Group, ...]


@dataclasses.dataclass(frozen=True)
class Trouble:
    """What is not taken, and why. `column`: its heading; empty where the whole row is meant."""

    sheet: str
    row: int
    column: str
    words: str

    @property
    def where(self) -> str:
        return f"“{self.sheet}”, row {self.row}" + (f", {self.column}" if self.column else "")


@dataclasses.dataclass(frozen=True)
class Comparison:
    """`remarks`: sentences on the workbook as a whole."""

    subjects: tuple[Subject, ...]
    troubles: tuple[Trouble, ...]
    remarks: tuple[str, ...]

    @property
    def groups(self) -> Iterator[Group]:
        return (group for subject in self.subjects for group in subject.groups)

    @property
    def keys(self) -> set[str]:
        return {key for group in self.groups for key in group.keys}

    @property
    def ready(self) -> set[str]:
        return {key for group in self.groups for key in group.ready}

    @property
    def clashes(self) -> int:
        return sum(change.clash for group in self.groups for change in group.changes)

    @property
    def fingerprint(self) -> str:
        """The same as long as taking it would do the same."""
        told = json.dumps([dataclasses.asdict(subject) for subject in self.subjects], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()
