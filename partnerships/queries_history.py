"""Named reads of the audit: what a history can be narrowed to, narrowing it, and what its entries are about."""

import dataclasses
import datetime
import json
from collections.abc import Iterable

from django.core.cache import cache
from django.db.models import Case, CharField, Max, OuterRef, Q, QuerySet, Subquery, TextField, When
from django.db.models.functions import Cast
from django.utils import timezone

from partnerships.models import ActorLabel, AuditEntry, Handover, Invitation, RoleGrant, User

THE_SYSTEM = "system"
A_DAY = 24 * 3600


@dataclasses.dataclass(frozen=True)
class Asked:
    """What a history is narrowed to. `event`: one ("dutyholder.added") or all of a kind ("dutyholder"). `who`: a person's key, or
    THE_SYSTEM. `since` and `until`: days, both of them included. `words`: all of them must stand somewhere in the entry."""

    event: str = ""
    who: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    words: str = ""


def narrowed(entries: QuerySet[AuditEntry], asked: Asked) -> QuerySet[AuditEntry]:
    if asked.event:
        entries = entries.filter(event=asked.event) if "." in asked.event else entries.filter(event__startswith=f"{asked.event}.")
    if asked.who == THE_SYSTEM:
        entries = entries.filter(actor_id__isnull=True)
    elif asked.who:
        entries = entries.filter(actor_id=asked.who)
    if asked.since:
        entries = entries.filter(at__gte=_midnight(asked.since))
    if asked.until:
        entries = entries.filter(at__lt=_midnight(asked.until + datetime.timedelta(days=1)))
    if asked.words:
        entries = entries.alias(changed=Cast("changes", TextField()))
        for word in asked.words.split():
            # SQLite keeps JSON with its letters escaped.
            in_json = json.dumps(word)[1:-1]
            changed = Q(changed__icontains=word) | Q(changed__icontains=in_json)
            entries = entries.filter(Q(target_label__icontains=word) | Q(comment__icontains=word) | changed)
    return entries


def _midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def events_and_actors(scope: str) -> tuple[set[str], set[int | None]]:
    """Which events occur in a history, and who did something. Only what came since the last time is looked through."""
    key = f"history-choices/{scope}"
    number, events, actors = cache.get(key, (0, set(), set()))
    fresh = AuditEntry.objects.filter(scope=scope, number__gt=number).order_by()
    for event, actor, last in fresh.values_list("event", "actor_id").annotate(last=Max("number")):
        events, actors, number = events | {event}, actors | {actor}, max(number, last)
    cache.set(key, (number, events, actors), A_DAY)
    return events, actors


def labels_of(actors: Iterable[int | None]) -> dict[int, str]:
    """How people are called beside what they did; "" for one who was erased."""
    return dict(ActorLabel.objects.filter(pk__in={actor for actor in actors if actor}).values_list("actor_id", "label"))


def with_actors(entries: list[AuditEntry]) -> list[tuple[AuditEntry, str]]:
    """Each entry with the label of who did it; a person who was erased has none."""
    labels = labels_of(entry.actor_id for entry in entries)
    return [(entry, labels.get(entry.actor_id, "") if entry.actor_id else "The system") for entry in entries]


def names_of_people(entries: list[AuditEntry]) -> dict[tuple[str, int], str]:
    """(kind, pk) of what names people in these entries -> how to call it; the audit itself holds no names."""
    wanted: dict[str, set[int]] = {"user": set(), "rolegrant": set(), "invitation": set(), "handover": set()}
    for entry in entries:
        if entry.target_kind in wanted and entry.target_pk:
            wanted[entry.target_kind].add(entry.target_pk)
    rows = {
        "user": User.objects.all(),
        "rolegrant": RoleGrant.objects.select_related("user"),
        "invitation": Invitation.objects.all(),
        "handover": Handover.objects.select_related("leaver", "taker"),
    }
    return {(kind, row.pk): str(row) for kind, keys in wanted.items() if keys for row in rows[kind].filter(pk__in=keys)}


def with_names(entries: QuerySet[AuditEntry]) -> QuerySet[AuditEntry]:
    """The same in one query however many there are: `who` did it, None for the system, and `person`, the name behind the target."""
    names = {
        "user": User.objects.filter(pk=OuterRef("target_pk")).values("name"),
        "rolegrant": RoleGrant.objects.filter(pk=OuterRef("target_pk")).values("user__name"),
        "invitation": Invitation.objects.filter(pk=OuterRef("target_pk")).values("name"),
        "handover": Handover.objects.filter(pk=OuterRef("target_pk")).values("leaver__name"),
    }
    person = Case(*[When(target_kind=kind, then=Subquery(name)) for kind, name in names.items()], output_field=CharField())
    who = Subquery(ActorLabel.objects.filter(pk=OuterRef("actor_id")).values("label"))
    return entries.annotate(who=who, person=person)
