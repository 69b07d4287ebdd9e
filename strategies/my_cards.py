"""Actions as cards, in the order in which news of them is wanted. Pure: no database."""

import dataclasses
import datetime
from collections.abc import Iterable

from strategies.delivery import NO_NEWS, Standing, standing_of
from strategies.models import Action, NewsAsked

LATE, ASKED, SILENT, THE_REST = range(4)
FAR = datetime.date.max


@dataclasses.dataclass(frozen=True)
class Card:
    """`asked`: news was asked for then, and none has come since. `rank`: LATE, ASKED, SILENT or THE_REST."""

    action: Action
    standing: Standing
    asked: NewsAsked | None
    rank: int

    @property
    def wanted(self) -> bool:
        return self.rank != THE_REST

    @property
    def may_stand_still(self) -> bool:
        """Is there anything that could be unchanged?"""
        return self.standing.state != NO_NEWS and self.standing.open


def cards_of(actions: Iterable[Action], on: datetime.date) -> list[Card]:
    """The open ones of these actions, read by `with_askings`: late ones first, then those that were asked about, then those whose news
    is due, then the rest by their day."""
    cards = [_card(action, on) for action in actions]
    return sorted((card for card in cards if card.standing.open), key=_order)


def _card(action: Action, on: datetime.date) -> Card:
    standing = standing_of(action.due, action.told, on)  # type: ignore[attr-defined]  # with_askings
    asking = next((one for one in action.askings if one.asked_on <= on), None)  # type: ignore[attr-defined]  # with_askings
    asked = asking if asking and (standing.said_on is None or standing.said_on < asking.asked_on) else None
    rank = LATE if standing.behind else ASKED if asked else SILENT if standing.silent(on) else THE_REST
    return Card(action, standing, asked, rank)


def _order(card: Card) -> tuple[int, int, datetime.date, int]:
    due = card.action.due
    return card.rank, -card.standing.late_by, due.latest if due else FAR, card.action.pk
