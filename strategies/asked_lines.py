"""The actions of a mail that asked for news, as whoever opens its link sees them."""

import dataclasses
import datetime

from partnerships.models import User
from strategies.action_lines import ActionLine, lines_of
from strategies.chasing import where_to_ask
from strategies.delivery import NO_NEWS, Standing
from strategies.models import ActionAsked, NewsAsked, ProgressUpdate

WITHDRAWN = "This action was withdrawn. Nothing is asked about it any more."
GIVEN_AWAY = "This action was given to another body since. Nothing is asked of you about it any more."
ELSEWHERE = "News of this action is asked at another address now."


@dataclasses.dataclass(frozen=True)
class AskedLine:
    """`closed`: why it can no longer be answered here, or "". `answer`: what was last said by this link."""

    asked: ActionAsked
    line: ActionLine
    closed: str
    answer: ProgressUpdate | None

    @property
    def standing(self) -> Standing:
        return self.line.standing

    @property
    def open(self) -> bool:
        """May it be answered? What was said to be over by this very link can be put right by it."""
        return not self.closed and (self.standing.open or self.answer is not None)

    @property
    def may_stand_still(self) -> bool:
        return self.open and self.standing.open and self.standing.state != NO_NEWS


def asked_line(line: ActionAsked, asking: NewsAsked, contributors: dict[int, list[User]], on: datetime.date) -> AskedLine:
    """`line` comes with its action and that action's standing news (`told`)."""
    action = line.action
    told = action.told  # type: ignore[attr-defined]  # queries_progress.lines_of
    mine = [one for one in told if one.asked_id == asking.pk]
    answer = max(mine, key=lambda one: one.pk, default=None)
    return AskedLine(line, lines_of([action], on)[0], _closed(line, asking, contributors), answer)


def _closed(line: ActionAsked, asking: NewsAsked, contributors: dict[int, list[User]]) -> str:
    if line.action.withdrawn_on:
        return WITHDRAWN
    if line.owner_id != line.action.owner_id:
        return GIVEN_AWAY
    known = {one.address for one in where_to_ask(line.action, contributors)}
    speakers = {user.email for user in contributors.get(line.action.owner_id or 0, ())}
    return "" if asking.to in known | speakers else ELSEWHERE
