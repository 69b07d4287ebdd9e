"""A slow second opinion on every finding, written from the law and not from the engine.

A vague date is the list of all days it could be, one by one; a sentence is sure when it is true of every such day and possible when it
is true of one. Nothing here is clever, quick or shared with the code it judges.
"""

import datetime

from compliance.facts import PartnershipFacts
from tests.compliance.slow_model.assessing import assessing
from tests.compliance.slow_model.consulting import consulting
from tests.compliance.slow_model.days import ANY_DAY, DUTY_BEGAN, Answer
from tests.compliance.slow_model.deciding import deciding
from tests.compliance.slow_model.delivery import carrying_out
from tests.compliance.slow_model.delivery import history as carried_out_before
from tests.compliance.slow_model.meeting import meeting, past_years
from tests.compliance.slow_model.planning import planning
from tests.compliance.slow_model.publishing import preparing, publishing, sending
from tests.compliance.slow_model.reviewing import reviewing
from tests.compliance.slow_model.revising import revising
from tests.compliance.slow_model.scrutinising import history as scrutinised_before
from tests.compliance.slow_model.scrutinising import scrutinising
from tests.compliance.slow_model.sharing import sharing
from tests.compliance.slow_model.versions import existed_for_the_first, on_record, publications, replaced
from tests.compliance.slow_model.who import defining, taking_part
from tests.compliance.slow_model.yearly_papers import yearly_papers

__all__ = [
    "ANY_DAY",
    "DUTY_BEGAN",
    "Answer",
    "answers",
    "current_strategies",
    "current_versions",
    "ended",
    "existed_for_the_first",
    "past_years",
]

COUNTED_FROM_AN_EVENT = ("SVD-STR-03", "SVD-STR-05", "SVD-PUB-03", "SVD-PUB-05", "SVD-SCRU-02")
BODIES_OWN_RULES = (
    *("SVD-STR-04", "SVD-PART-05"),
    *("SVD-FUND-01", "SVD-FUND-02", "SVD-MON-02", "SVD-MON-03", "SVD-MON-04"),
)


def answers(facts: PartnershipFacts, on: datetime.date) -> dict[tuple[str, str], Answer]:
    """The answer for each requirement and subject, by code and key."""
    plain: dict[tuple[str, str], Answer] = {}
    plain |= taking_part(facts, on)
    plain |= defining(facts, on)
    plain |= preparing(facts, on)
    plain |= publishing(facts, on)
    plain |= sending(facts, on)
    plain |= assessing(facts, on)
    plain |= consulting(facts, on)
    plain |= deciding(facts, on)
    plain |= reviewing(facts, on)
    plain |= planning(facts, on)
    plain |= meeting(facts, on)
    plain |= sharing(facts, on)
    plain |= carrying_out(facts, on)
    plain |= scrutinising(facts, on)
    plain |= yearly_papers(facts)
    plain |= revising(facts, on, plain, in_its_time)
    return {place: in_its_time(facts, on, place[0], answer) for place, answer in plain.items()}


def current_versions(facts: PartnershipFacts, on: datetime.date) -> set[int]:
    """The versions that are not history: of each strategy the newest and the newest published one, so that a draft hides no duty."""
    current = set()
    for strategy in facts.strategies:
        if not replaced(facts, strategy, on):
            there = on_record(strategy, on)
            for some in (there, [version for version in there if publications(version, on)]):
                current |= {max(some, key=lambda version: version.number).pk} if some else set()
    return current


def current_strategies(facts: PartnershipFacts, on: datetime.date) -> set[int]:
    """The strategies that no published one has taken the place of."""
    return {strategy.pk for strategy in facts.strategies if not replaced(facts, strategy, on)}


def ended(facts: PartnershipFacts, on: datetime.date) -> set[tuple[str, str]]:
    """What of carrying out and of scrutiny is history."""
    return carried_out_before(facts, on) | scrutinised_before(facts, on)


def in_its_time(facts: PartnershipFacts, on: datetime.date, code: str, answer: Answer) -> Answer:
    """Before the duty there was nothing to breach; outside complete records, or where papers are silent, nothing is held against anyone."""
    status, due, late_by = answer
    if on < DUTY_BEGAN and code not in BODIES_OWN_RULES and status != "MET":
        return "NOT_APPLICABLE", None, 0
    if code in COUNTED_FROM_AN_EVENT and due is not None and due < DUTY_BEGAN and status != "MET":
        return "NOT_APPLICABLE", None, 0
    if status in ("MET", "MET_LATE", "NOT_APPLICABLE"):
        return status, due, late_by
    if code in facts.not_in_papers:
        return "NOT_HELD", due, 0
    if on < facts.records_from or (facts.records_to is not None and on > facts.records_to):
        return "NOT_HELD", due, 0
    if status == "OVERDUE" and due is not None and due < facts.records_from:
        return "NOT_HELD", due, 0
    return status, due, late_by
