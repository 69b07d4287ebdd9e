"""The audit in words a person reads."""

import dataclasses
import datetime
import itertools

from django.urls import reverse

from partnerships import queries
from partnerships.audit.events import EVENTS
from partnerships.models import AuditEntry


@dataclasses.dataclass(frozen=True)
class Shown:
    """One entry: when, who, what was done to what, each change as (label, old, new), and the comment."""

    number: int
    at: datetime.datetime
    who: str
    what: str
    label: str
    url: str
    changes: list[tuple[str, str, str]]
    comment: str


def in_words(entries: list[AuditEntry], slug: str | None) -> list[Shown]:
    """Entries as shown; with the partnership's `slug` each links to the history of its record."""
    names = queries.names_of_people(entries)
    shown = []
    for entry, who in queries.with_actors(entries):
        about_record = slug and entry.target_kind and entry.target_pk
        shown.append(
            Shown(
                number=entry.number,
                at=entry.at,
                who=who or "Somebody whose name has been erased",
                what=EVENTS.get(entry.event, entry.event),
                label=names.get((entry.target_kind, entry.target_pk or 0), entry.target_label),
                url=reverse("record_history", args=[slug, entry.target_kind, entry.target_pk]) if about_record else "",
                changes=[(label, *_pair(change)) for label, change in entry.changes.items()],
                comment=entry.comment,
            )
        )
    return shown


def _pair(change: object) -> tuple[str, str]:
    """Old and new in words; anything but a pair is new."""
    if isinstance(change, list) and len(change) == 2:
        return str(change[0]), str(change[1])
    return "", str(change)


def choices_of(events: list[str]) -> list[tuple[str, str]]:
    """What a history can be narrowed to: every event that occurs, below its kind of record where there are several."""
    choices: list[tuple[str, str]] = []
    for kind, group in itertools.groupby(sorted(events), key=lambda event: event.split(".")[0]):
        of_kind = list(group)
        if len(of_kind) > 1:
            choices.append((kind, f"Everything about {_thing(of_kind[0])}"))
        choices += [(event, EVENTS.get(event, event)) for event in of_kind]
    return choices


def _thing(event: str) -> str:
    """ "Added a duty holder" -> "a duty holder"."""
    return EVENTS.get(event, event).partition(" ")[2] or event
