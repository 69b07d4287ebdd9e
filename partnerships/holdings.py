"""What a body and what a person holds in a partnership: asked when one body follows another, and when somebody hands over or leaves.

Every floor adds its kinds in `AppConfig.ready()`, a line each. tests/guards/test_holdings.py finds a kind that nobody added.
"""

import dataclasses
import datetime
import enum
from collections.abc import Callable, Iterable
from typing import Any

from django.db import models

from partnerships.directory import is_over
from partnerships.models import Organisation, Partnership, User
from svduty.editing.records import Lasting, Withdrawable

Holder = Organisation | User
# What the holder holds there on that day. Outside every partnership: what they hold of the installation.
Rows = Callable[[Partnership | None, Any, datetime.date], Iterable[models.Model]]
Move = Callable[[Any, "Passing"], models.Model]


class Of(enum.StrEnum):
    BODY = "body"
    PERSON = "person"


@dataclasses.dataclass(frozen=True)
class Passing:
    """To whom something passes, from which day on, by whom, and why (for the history)."""

    partnership: Partnership | None
    taker: Any
    on: datetime.date
    actor: User | None
    why: str


@dataclasses.dataclass(frozen=True)
class Holding:
    """One kind. `kind` names the model and the field by which it is held: "dutyholder.organisation".

    `words`: a heading for the list of them; `label` names one, no person among its words. `move(record, passing)` gives it to the
    taker, writes the history, and returns what the taker then holds; without one it stays, and `stays` says why in a sentence.
    `dated`: it ends and begins on days, so that it can pass on a day to come.
    """

    kind: str
    words: str
    of: Of
    rows: Rows
    move: Move | None
    stays: str
    label: Callable[[Any], str]
    dated: bool = False

    @property
    def moves(self) -> bool:
        return self.move is not None


@dataclasses.dataclass(frozen=True)
class Held:
    """What somebody holds of one kind; never empty."""

    holding: Holding
    records: list[models.Model]

    @property
    def labels(self) -> list[str]:
        return [self.holding.label(row) for row in self.records]


HOLDINGS: dict[tuple[Of, str], Holding] = {}


def register_holding(
    kind: str,
    words: str,
    *,
    of: Of,
    rows: Rows,
    move: Move | None = None,
    stays: str = "",
    label: Callable[[Any], str] = str,
    dated: bool = False,
) -> None:
    """Make a kind known. Lists show the kinds in the order in which they were registered."""
    if not move and not stays:
        raise ValueError(f"Say why {kind} stays where it is, or how it moves.")
    HOLDINGS[of, kind] = Holding(kind, words, of, rows, move, stays, label, dated)


def rows_of(
    model: type[models.Model], field: str, *, inside: str = "partnership", only: models.Q | None = None, related: tuple[str, ...] = ()
) -> Rows:
    """The usual rows: those whose `field` is the holder and which are neither over nor withdrawn.

    `inside`: the way from the model to its partnership. `only`: what else must hold, for example that it is still open. `related`:
    what the name of a row needs.
    """
    conditions = only or models.Q()
    if issubclass(model, Withdrawable):
        conditions &= models.Q(withdrawn_on__isnull=True)

    def rows(partnership: Partnership | None, holder: Holder, on: datetime.date) -> list[models.Model]:
        found = model._default_manager.filter(conditions, **{inside: partnership, field: holder}).select_related(*related)
        return [row for row in found if not (isinstance(row, Lasting) and is_over(row, on))]

    return rows


def held_by(holder: Holder, partnership: Partnership | None, on: datetime.date) -> list[Held]:
    """Everything a body or a person holds in the partnership on that day, kind by kind. A fixed number of queries."""
    of = Of.PERSON if isinstance(holder, User) else Of.BODY
    found = [Held(holding, list(holding.rows(partnership, holder, on))) for holding in HOLDINGS.values() if holding.of == of]
    return [held for held in found if held.records]
