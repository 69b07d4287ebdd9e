"""What waits for whoever leads the work on a strategy: comments, rounds that can end, and a version that may go out. Pure."""

import dataclasses
import datetime
from collections.abc import Mapping

from compliance.facts import PartnershipFacts, StrategyFacts, VersionFacts
from compliance.finding import NextStep
from compliance.requirements.asking import Asked, asked_on
from compliance.requirements.versions import APPROVING
from svduty import dates


@dataclasses.dataclass(frozen=True)
class Leading:
    """A line of what to do, in the words of the list."""

    when: str
    what: str
    where: str
    step: NextStep


def leading_steps(facts: PartnershipFacts, open_comments: Mapping[int, int], on: datetime.date) -> list[Leading]:
    """Strategy by strategy. `open_comments`: how many comments on a strategy have no answer. What was sent back is a duty's own line."""
    return [line for strategy in facts.strategies for line in _of_strategy(facts, strategy, open_comments.get(strategy.pk, 0), on)]


def _of_strategy(facts: PartnershipFacts, strategy: StrategyFacts, comments: int, on: datetime.date) -> list[Leading]:
    found = []
    if comments:
        what = f"Answer {comments} comment{'' if comments == 1 else 's'}"
        step = NextStep("See the comments", "comments", (("pk", strategy.pk),), query=(("state", "open"),))
        found.append(Leading("Not answered", what, strategy.title, step))
    newest = max(strategy.versions, key=lambda version: version.number, default=None)
    for version in strategy.versions:
        for asked in asked_on(facts, version, on):
            if asked.running and newest:
                found += _of_round(asked, version, newest, on)
    if newest and not newest.publications and _approved(newest):
        step = NextStep("Publish", "version_publish", (("version_pk", newest.pk),))
        found.append(Leading("Approved", f"Publish version {newest.number}", newest.title, step))
    return found


def _of_round(asked: Asked, version: VersionFacts, newest: VersionFacts, on: datetime.date) -> list[Leading]:
    one, about = asked.facts, f"{version.title}, version {version.number}; {asked.so_far}"
    if newest.number > version.number:
        step = NextStep("Withdraw the round", "round_withdraw", (("pk", one.pk),))
        return [Leading("Overtaken", f"Withdraw the round of {asked.board}", f"{about}; version {newest.number} is newer", step)]
    if asked.seats and asked.answered == asked.seats:
        when = "All have answered"
    elif one.answer_by < on:
        when = f"Ended {dates.say_distance(one.answer_by, on)}"
    else:
        return []
    return [Leading(when, f"Close the round of {asked.board}", about, NextStep("Close the round", "round_close", (("pk", one.pk),)))]


def _approved(version: VersionFacts) -> bool:
    """Is the last that was decided about it an approval?"""
    decided = [one for one in version.approvals if one.outcome in (*APPROVING, "sent-back")]
    last = max(decided, key=lambda one: (one.decided_on.latest, one.pk), default=None)
    return last is not None and last.outcome in APPROVING
