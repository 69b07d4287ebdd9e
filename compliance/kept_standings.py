"""How partnerships stand beside each other, kept in the database and worked out anew when their records, the day or the rules change."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Any

from compliance.evaluate import evaluate
from compliance.finding import Status
from compliance.load_facts import load_facts
from compliance.models import KeptStanding
from compliance.oversight import Standing, standing_of
from compliance.requirements import CATALOGUE_VERSION
from partnerships.as_at import default_day
from partnerships.audit.heads import memory_keys
from partnerships.models import Partnership


def standings_for(partnerships: Iterable[Partnership], today: datetime.date) -> list[Standing]:
    """How each stands on the day its pages open as at, in the order given. What did not change since it was worked out is remembered,
    for all processes and over a restart."""
    chosen = list(partnerships)
    days = {partnership.pk: default_day(partnership, today) for partnership in chosen}
    keys = {pk: f"standing-{CATALOGUE_VERSION}-{days[pk]}-{key}" for pk, key in memory_keys(chosen).items()}
    found = _kept(keys)
    missing = [partnership for partnership in chosen if partnership.pk not in found]
    if missing:
        # The facts are let go again: those of hundreds of partnerships would push out what their own pages remember.
        fresh = {facts.pk: standing_of(evaluate(facts, days[facts.pk]), days[facts.pk]) for facts in load_facts(missing)}
        _keep(fresh, keys)
        found |= fresh
    return [found[partnership.pk] for partnership in chosen]


def _kept(keys: dict[int, str]) -> dict[int, Standing]:
    rows = KeptStanding.objects.filter(pk__in=keys).values_list("pk", "standing")
    return {pk: _read(kept) for pk, kept in rows if kept["key"] == keys[pk]}


def _keep(standings: dict[int, Standing], keys: dict[int, str]) -> None:
    # In one order, so that two who keep many at once do not wait for each other.
    rows = [
        KeptStanding(partnership_id=pk, standing=dataclasses.asdict(one) | {"key": keys[pk], "on": one.on.isoformat()})
        for pk, one in sorted(standings.items())
    ]
    KeptStanding.objects.bulk_create(rows, update_conflicts=True, unique_fields=["partnership"], update_fields=["standing"])


def _read(kept: dict[str, Any]) -> Standing:
    worst = tuple(status and Status(status) for status in kept["worst"])
    return Standing(datetime.date.fromisoformat(kept["on"]), worst, kept["overdue"], tuple(kept["missed"]))
