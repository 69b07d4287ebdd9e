"""One block of what changed, and what is said of the time it looks at."""

import dataclasses
import datetime

from svduty import dates
from svduty.vague_dates import Truth, VagueDate


@dataclasses.dataclass(frozen=True)
class Span:
    """The time a review looks back on: what happened after `since`, up to `on` and that day included. `words`: what `since` is."""

    since: datetime.date
    on: datetime.date
    words: str

    def holds(self, day: VagueDate | datetime.date | None) -> bool:
        """Did it surely or possibly happen in this time?"""
        if day is None:
            return False
        if isinstance(day, datetime.date):
            return self.since < day <= self.on
        return day.latest > self.since and day.by(self.on) is not Truth.NO

    @property
    def said(self) -> str:
        return f"Since {self.words}, {dates.say_short(self.since)}"


@dataclasses.dataclass(frozen=True)
class Row:
    """The first cell names what the row is about; `kind` and `pk` say which record that is."""

    cells: tuple[str, ...]
    kind: str = ""
    pk: int | None = None


@dataclasses.dataclass(frozen=True)
class Block:
    """`said`: what changed, in a sentence or two. `source`: where it comes from, with the route of the page that leads there. `numeric`:
    the columns that hold nothing but amounts."""

    key: str
    title: str
    said: str
    source: str
    route: str
    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    numeric: tuple[str, ...] = ()


def counted(number: int, one: str, many: str = "") -> str:
    """`1 action`, `3 actions`."""
    return f"{number} {one}" if number == 1 else f"{number} {many or one + 's'}"


def shortened(text: str, most: int = 400) -> str:
    """In one line, cut at a word where it is too long to quote whole."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[:most].rsplit(" ", 1)[0].rstrip(",;:.") + " …"
