"""Actions as cards, in the order in which news of them is wanted. Pure: no database."""

import dataclasses
import datetime
from collections.abc import Iterable

from strategies.action_lines import ActionLine, lines_of
from strategies.delivery import NO_NEWS, Standing
from strategies.models import Action, NewsAsked

LATE, ASKED, SILENT, THE_REST, TOLD_TODAY = range(5)
FAR = datetime.date.max


@dataclasses.dataclass(frozen=True)
class Card:
    """`asked`: news was asked for then, and none has come since. `silent`: the day of the next news has passed.
    `rank`: LATE, ASKED, SILENT, THE_REST or TOLD_TODAY."""

    line: ActionLine
    asked: NewsAsked | None
    silent: bool
    rank: int

    @property
    def action(self) -> Action:
        return self.line.action

    @property
    def standing(self) -> Standing:
        return self.line.standing

    @property
    def wanted(self) -> bool:
        return self.rank < THE_REST

    @property
    def may_stand_still(self) -> bool:
        """Is there anything that could be unchanged since?"""
        return self.standing.state != NO_NEWS and self.standing.open and self.rank != TOLD_TODAY


def cards_of(actions: Iterable[Action], on: datetime.date) -> list[Card]:
    """The open ones of these actions, read by `with_askings`: late ones first, then those that were asked about, then those whose news
    is due or never came, then the rest by their day; what was told of today last."""
    cards = [_card(line, on) for line in lines_of(actions, on)]
    return sorted((card for card in cards if card.standing.open), key=_order)


def _card(line: ActionLine, on: datetime.date) -> Card:
    standing = line.standing
    asking = next((one for one in line.action.askings if one.asked_on <= on), None)  # type: ignore[attr-defined]  # with_askings
    asked = asking if asking and (standing.said_on is None or standing.said_on < asking.asked_on) else None
    silent = standing.silent(on)
    if standing.said_on == on:
        return Card(line, None, silent, TOLD_TODAY)
    rank = LATE if standing.behind else ASKED if asked else SILENT if silent or standing.state == NO_NEWS else THE_REST
    return Card(line, asked, silent, rank)


def _order(card: Card) -> tuple[int, int, datetime.date, int]:
    due = card.action.due
    return card.rank, -card.standing.late_by, due.latest if due else FAR, card.action.pk
