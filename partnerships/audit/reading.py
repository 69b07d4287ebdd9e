"""The audit in words a person reads."""

import dataclasses
import datetime
import itertools

from django.urls import reverse
from django.utils.text import Truncator

from partnerships import queries_history
from partnerships.audit.events import EVENTS
from partnerships.models import AuditEntry
from svduty import clock

ERASED = "Somebody whose name has been erased"
Change = tuple[str, str, str]
SHOWN_CHANGES, SHOWN_LETTERS = 4, 200


@dataclasses.dataclass(frozen=True)
class Shown:
    """One entry: when, who, what was done to what, each change as (label, old, new), and the comment.

    `day` is the day in London. `url` leads to the history of its record, `whole` to the entry by itself. `run`: of a text that saved
    itself, the entries told as this one, newest first (partnerships/audit/runs.py).
    """

    number: int
    at: datetime.datetime
    day: datetime.date
    who: str
    what: str
    label: str
    url: str
    whole: str
    changes: list[Change]
    comment: str
    event: str
    actor: int | None
    target: tuple[str, int | None]
    run: list["Shown"] = dataclasses.field(default_factory=list)

    @property
    def since(self) -> datetime.datetime:
        """When the first of its run was made."""
        return self.run[-1].at if self.run else self.at

    @property
    def short_changes(self) -> list[Change]:
        """For a list: the first few, and of each text the beginning."""
        return [(label, _short(old), _short(new)) for label, old, new in self.changes[:SHOWN_CHANGES]]

    @property
    def more_changes(self) -> int:
        return max(0, len(self.changes) - SHOWN_CHANGES)

    @property
    def short_comment(self) -> str:
        return _short(self.comment)


def in_words(entries: list[AuditEntry], slug: str | None) -> list[Shown]:
    """Entries as shown; with the partnership's `slug` each links to the history of its record."""
    names = queries_history.names_of_people(entries)
    shown = []
    for entry, who in queries_history.with_actors(entries):
        about_record = slug and entry.target_kind and entry.target_pk
        shown.append(
            Shown(
                number=entry.number,
                at=entry.at,
                day=clock.day_of(entry.at),
                who=who or ERASED,
                what=what_happened(entry),
                label=names.get((entry.target_kind, entry.target_pk or 0), entry.target_label),
                url=reverse("record_history", args=[slug, entry.target_kind, entry.target_pk]) if about_record else "",
                whole=reverse("history_entry", args=[slug, entry.number])
                if slug
                else reverse("installation_history_entry", args=[entry.number]),
                changes=changes_of(entry),
                comment=entry.comment,
                event=entry.event,
                actor=entry.actor_id,
                target=(entry.target_kind, entry.target_pk),
            )
        )
    return shown


def entry_address(entry: AuditEntry, slug: str | None) -> str:
    return reverse("history_entry", args=[slug, entry.number]) if slug else reverse("installation_history_entry", args=[entry.number])


def by_day(shown: list[Shown]) -> list[tuple[datetime.date, list[Shown]]]:
    """Entries in the order given, under the day of each."""
    return [(day, list(entries)) for day, entries in itertools.groupby(shown, key=lambda entry: entry.day)]


def what_happened(entry: AuditEntry) -> str:
    return EVENTS.get(entry.event, entry.event)


def changes_of(entry: AuditEntry) -> list[Change]:
    return [(label, *_pair(change)) for label, change in entry.changes.items()]


def _pair(change: object) -> tuple[str, str]:
    """Old and new in words; anything but a pair is new."""
    if isinstance(change, list) and len(change) == 2:
        return str(change[0]), str(change[1])
    return "", str(change)


def _short(text: str) -> str:
    return Truncator(text).chars(SHOWN_LETTERS)


def choices_of(events: set[str]) -> list[tuple[str, str]]:
    """What a history can be narrowed to: every event that occurs, below its kind of record where there are several."""
    choices: list[tuple[str, str]] = []
    for kind, group in itertools.groupby(sorted(events), key=lambda event: event.split(".")[0]):
        of_kind = list(group)
        if len(of_kind) > 1:
            choices.append((kind, f"Everything about {_thing(of_kind[0])}"))
        choices += [(event, EVENTS.get(event, event)) for event in of_kind]
    return choices


def people_of(actors: set[int | None]) -> list[tuple[str, str]]:
    """Who can be chosen in a history: key and name, by name, the system last."""
    labels = queries_history.labels_of(actors)
    named = sorted(((str(actor), labels.get(actor) or f"{ERASED} ({actor})") for actor in actors if actor), key=lambda one: one[1])
    return named + ([(queries_history.THE_SYSTEM, "The system")] if None in actors else [])


def _thing(event: str) -> str:
    """ "Added a duty holder" -> "a duty holder"."""
    return EVENTS.get(event, event).partition(" ")[2] or event
