"""Actions with where each stands, as lists show them."""

import dataclasses
import datetime
from collections.abc import Iterable

from strategies.delivery import Standing, standing_of
from strategies.models import Action


@dataclasses.dataclass(frozen=True)
class ActionLine:
    action: Action
    standing: Standing


def lines_of(actions: Iterable[Action], on: datetime.date) -> list[ActionLine]:
    """Each action, read by `queries_delivery.with_news`, with where it stands on a day, in the order given."""
    return [ActionLine(action, standing_of(action.due, action.told, on)) for action in actions]  # type: ignore[attr-defined]  # with_news
