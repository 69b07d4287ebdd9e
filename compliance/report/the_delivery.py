"""What the records of carrying a strategy out say beyond their facts: objectives and figures, for the chapters of the records."""

import dataclasses
import datetime


@dataclasses.dataclass(frozen=True)
class PlannedAction:
    """`objective`: the objective it serves, with its number, or nothing. `post`: who answers for it in the body that does it."""

    pk: int
    objective: str
    post: str


@dataclasses.dataclass(frozen=True)
class Figure:
    """A figure in words, `Fewer than 5` among them, for the days `first` to `last`. `breaks`: not to be compared with those before."""

    measure_pk: int
    first: datetime.date
    last: datetime.date
    said: str
    breaks: bool


@dataclasses.dataclass(frozen=True)
class TheDelivery:
    actions: tuple[PlannedAction, ...] = ()
    figures: tuple[Figure, ...] = ()
