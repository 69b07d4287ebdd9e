"""Which actions there are on a day, what was last said of each, and whether there is a strategy to carry out yet."""

import datetime

from compliance.facts import ActionFacts, NewsFacts, PartnershipFacts
from compliance.finding import NextStep, RecordRef, Status
from compliance.requirements.requirement import Answer, whole_partnership
from compliance.requirements.versions import Judged, Versions, by_strategy
from svduty.vague_dates import Truth

STOPPED, DONE = "stopped", "done"
IN_WORDS = {"on-track": "on track", "at-risk": "at risk", "late": "late", DONE: "done", STOPPED: "stopped"}


def actions_on(facts: PartnershipFacts, everything: Versions) -> list[ActionFacts]:
    """Those of strategies that are on record, and those that serve no objective of any."""
    there = by_strategy(everything)
    return [action for action in facts.actions if action.strategy_pk is None or action.strategy_pk in there]


def current_strategies(everything: Versions) -> set[int | None]:
    """Those whose place no other has taken; None among them: what serves no objective of any is of today."""
    return {None, *(judged.strategy.pk for judged in everything if judged.current)}


def as_they_go_on(facts: PartnershipFacts, everything: Versions, on: datetime.date) -> list[tuple[ActionFacts, ActionFacts]]:
    """Each action with the one by which it is judged: itself, or, where it was stopped because it goes on in a strategy to come, the
    one carried over there, for as long as its own strategy has to be carried out."""
    there = {None, *(strategy.pk for strategy in facts.strategies)}
    later = {action.carried_from: action for action in facts.actions if action.carried_from and action.strategy_pk in there}
    current = current_strategies(everything)
    found = []
    for action in actions_on(facts, everything):
        stands = action
        while stands.pk in later and action.strategy_pk in current and state_on(stands, on) == STOPPED:
            stands = later[stands.pk]
        found.append((action, stands))
    return found


def last_said(action: ActionFacts, on: datetime.date) -> tuple[NewsFacts, ...]:
    """The newest news by the day and what said the same before it without a break, oldest first; nothing where nobody said a word."""
    told = sorted([news for news in action.news if news.on <= on], key=_by_day)
    first = len(told)
    while first and told[first - 1].state == told[-1].state:
        first -= 1
    return tuple(told[first:])


def state_on(action: ActionFacts, on: datetime.date) -> str:
    """How it stood; "" where nobody said a word."""
    newest = max([news for news in action.news if news.on <= on], key=_by_day, default=None)
    return newest.state if newest else ""


def _by_day(news: NewsFacts) -> tuple[datetime.date, int]:
    return news.on, news.pk


def action_ref(action: ActionFacts) -> RecordRef:
    return RecordRef("action", action.pk, action.title)


def surely_out(versions: list[Judged] | Versions, on: datetime.date) -> bool:
    """Is one of these versions published, without doubt?"""
    return any(one.published_on.by(on) is Truth.YES for judged in versions for one in judged.version.publications)


def nothing_recorded(facts: PartnershipFacts, on: datetime.date, everything: Versions, what: str, step: NextStep) -> Answer:
    """The answer where a partnership recorded nothing of a kind: nobody asks for it before the strategy is published."""
    if surely_out(everything, on):
        return whole_partnership(facts, Status.NOT_MET, f"{what} is recorded, and the strategy is published.", step)
    return whole_partnership(facts, Status.DUE_LATER, f"{what} is recorded yet; it is asked for once the strategy is published.", step)
