"""A chain of days, and what falls on each: the answer to "what follows?". Pure."""

import dataclasses
import datetime
from collections import defaultdict

from compliance.finding import Status
from compliance.requirements import BY_CODE
from compliance.supposing import Supposed
from svduty import dates
from svduty.working_days import closed_because, last_working_day_by


@dataclasses.dataclass(frozen=True)
class Item:
    """One thing in the chain. `code` names the duty; `standing` says what the records hold of it already, `note` what to know of it;
    `ours`: its day is our own reckoning."""

    code: str
    what: str
    standing: str = ""
    status: Status | None = None
    note: str = ""
    ours: bool = False

    @property
    def law(self) -> str:
        return "The law sets no date" if self.ours else BY_CODE[self.code].citation

    @property
    def strength(self) -> str:
        return "our own reckoning" if self.ours else BY_CODE[self.code].strength


@dataclasses.dataclass(frozen=True)
class Link:
    """A day of the chain and all that falls on it; `day` None for what has no day. `supposed`: what is thought of for that day."""

    day: datetime.date | None
    items: tuple[Item, ...]
    supposed: str = ""

    @property
    def closed(self) -> str:
        """For a weekend or a bank holiday, a sentence of help."""
        why = closed_because(self.day) if self.day else ""
        if not why or self.day is None:
            return ""
        return f"This is {why}, which does not move the date. The last working day before it is {dates.say(last_working_day_by(self.day))}."


@dataclasses.dataclass(frozen=True)
class Chain:
    """`sentences`: the answer in short; `links` in the order of their days, those without a day last."""

    subject: str
    sentences: tuple[str, ...]
    links: tuple[Link, ...]


class Days:
    """Collects items under their days."""

    def __init__(self, supposed: Supposed) -> None:
        self.items: dict[datetime.date | None, list[Item]] = defaultdict(list)
        words = ((supposed.approve, "You approve it"), (supposed.publish, "You publish it"), (supposed.review, "You review it"))
        self.named = {day: ", ".join(text for other, text in words if other == day) for day, _ in words if day}

    def add(self, day: datetime.date | None, item: Item) -> None:
        self.items[day].append(item)

    def links(self) -> tuple[Link, ...]:
        days = sorted({day for day in [*self.items, *self.named] if day})
        undated = [Link(None, tuple(self.items[None]))] if self.items.get(None) else []
        return (*(Link(day, tuple(self.items.get(day, ())), self.named.get(day, "")) for day in days), *undated)
