"""What every loader of facts is put together from: rows grouped by what they belong to, and parts of a row fetched with it."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models
from django.db.models.functions import Coalesce

Joined = dict[tuple[Any, ...], list[tuple[Any, ...]]]
STANDING: dict[str, Any] = {"withdrawn_on__isnull": True}


def grouped(rows: Iterable[Any], key: Callable[[Any], int], make: Callable[[Any], Any]) -> dict[int, tuple[Any, ...]]:
    """Facts made of rows, by the key of what they belong to; an empty tuple for what has none."""
    found: dict[int, tuple[Any, ...]] = defaultdict(tuple)
    lists = defaultdict(list)
    for row in rows:
        lists[key(row)].append(make(row))
    found.update({owner: tuple(items) for owner, items in lists.items()})
    return found


def linked(*links: tuple[models.QuerySet[Any], str, str]) -> list[dict[int, tuple[int, ...]]]:
    """For each of `links`, rows with the names of their owner's and the other's column: the keys of what each owner is linked with,
    in order. One query for all."""
    marked = [rows.order_by().values_list(models.Value(mark), owner, other) for mark, (rows, owner, other) in enumerate(links)]
    found = sorted(marked[0].union(*marked[1:], all=True))
    return [grouped((row for row in found if row[0] == mark), lambda row: row[1], lambda row: row[2]) for mark in range(len(links))]


def number_of(model: type[models.Model], owner: str) -> Coalesce:
    """How many records of the model that stand belong to each row, counted in the row's own query."""
    of_row = model._default_manager.filter(**{owner: models.OuterRef("pk")}, **STANDING).order_by().values(owner)
    return Coalesce(models.Subquery(of_row.annotate(number=models.Count("pk")).values("number")), 0)


def with_parts(rows: Any, relation: str, own: tuple[str, ...], parts: tuple[str, ...]) -> Joined:
    """Each row's own values with those of its standing `relation` rows, in one query. The first of `parts` is the part's key."""
    standing = models.FilteredRelation(relation, condition=models.Q(**{f"{relation}__withdrawn_on__isnull": True}))
    wanted = rows.annotate(part=standing).order_by("pk", "part__pk").values_list(*own, *(f"part__{name}" for name in parts))
    found: Joined = {}
    for values in wanted:
        held = found.setdefault(values[: len(own)], [])
        if values[len(own)] is not None:
            held.append(values[len(own) :])
    return found
