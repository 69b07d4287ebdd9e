"""The one plain object from which every document to take away is made."""

import dataclasses
import datetime
import hashlib
import json
from typing import ClassVar

# Rises when the same words are set in type differently, so that a kept paper is made anew.
LAYOUT = 1


class NothingToExport(Exception):
    """The version is a document or a link, or the draft has no sections: there is no text of ours. The message is for people."""


@dataclasses.dataclass(frozen=True)
class Prose:
    """Markdown as somebody wrote it."""

    kind: ClassVar[str] = "prose"
    text: str


@dataclasses.dataclass(frozen=True)
class Plain:
    """Words of ours or of somebody's, in which no sign means anything but itself."""

    kind: ClassVar[str] = "plain"
    text: str


@dataclasses.dataclass(frozen=True)
class Table:
    """The first cell of each row heads it."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclasses.dataclass(frozen=True)
class Spoken:
    """What somebody said: who and when, the words it is about, what was said, the replies, and what became of it."""

    kind: ClassVar[str] = "spoken"
    head: str
    text: str
    quote: str = ""
    replies: tuple["Spoken", ...] = ()
    became: str = ""


Block = Prose | Plain | Table | Spoken


@dataclasses.dataclass(frozen=True)
class Chapter:
    heading: str
    blocks: tuple[Block, ...]


@dataclasses.dataclass(frozen=True)
class Writing:
    """A whole document. `facts` stand on its cover; `marking` is what nobody may overlook; `foot` runs along the foot of each page.

    `made_on`: the day written into the document's properties. `seal`: the SHA-256 of the text it was made from.
    """

    product: str
    title: str
    of: str
    marking: str
    facts: tuple[tuple[str, str], ...]
    foot: str
    seal: str
    made_on: datetime.date
    chapters: tuple[Chapter, ...]

    @property
    def name(self) -> str:
        """By which the document is known to people who cannot see it."""
        return f"{self.marking}. {self.title}" if self.marking else self.title

    def file_name(self, ending: str) -> str:
        """By which it is saved: `Strategy, version 2.pdf`."""
        return f"{self.title[:100].replace(': ', ', ').strip()}.{ending}"

    @property
    def short_seal(self) -> str:
        return short_seal(self.seal)

    @property
    def made_from(self) -> str:
        """SHA-256, in hexadecimal, over everything it says: the same as long as it would be the same document."""
        told = json.dumps([LAYOUT, dataclasses.asdict(self)], sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(told.encode()).hexdigest()


def short_seal(seal: str) -> str:
    """`9F2C 41A7 D05E 77B1`: as much of it as a person compares by eye."""
    return " ".join(seal[at : at + 4].upper() for at in range(0, 16, 4))
