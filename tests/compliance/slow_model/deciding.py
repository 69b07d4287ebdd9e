"""What the strategy contains, who approved it, and whether equality was considered before they did."""

import datetime

from compliance.facts import PartnershipFacts, StrategyFacts, VersionFacts
from tests.compliance.slow_model.days import Answer, Place, by_the_event, days_of, placed_against, possibly, surely
from tests.compliance.slow_model.versions import APPROVING, all_judged, approvals_of, led_to, publications, starts_of


def deciding(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = {}
    for strategy, version in all_judged(facts, on):
        key = f"version:{version.pk}"
        found["SVD-STR-02", key] = (contains_what_it_should(facts, strategy, version, on), None, 0)
        found["SVD-STR-04", key] = (approved(version, on), None, 0)
        found["SVD-STR-05", key] = equality_considered(strategy, version, on)
    if not found:
        return {(code, "partnership"): ("NOT_APPLICABLE", None, 0) for code in ("SVD-STR-02", "SVD-STR-04", "SVD-STR-05")}
    return found


def contains_what_it_should(facts: PartnershipFacts, strategy: StrategyFacts, version: VersionFacts, on: datetime.date) -> str:
    there = [one for one in version.contents if possibly(one.checked_on, lambda day: day <= on)]
    if not there:
        return "NOT_MET" if approvals_of([version], on) or publications(version, on) else "DUE_LATER"
    newest = max(there, key=lambda one: (days_of(one.checked_on)[-1], one.pk))
    if not surely(newest.checked_on, lambda day: day <= on):
        return "CANNOT_TELL"
    said = dict(newest.answers)
    answers = {element.code: said.get(element.code, "") for element in facts.elements}
    if "no" in answers.values() or "partly" in answers.values():
        return "NOT_MET"
    if "" in answers.values() or (answers.get("aligned") == "yes" and strategy.aligned == 0):
        return "CANNOT_TELL"
    return "MET"


def approved(version: VersionFacts, on: datetime.date) -> str:
    """An approval stands until somebody surely sends the version back."""
    there = [one for one in version.approvals if possibly(one.decided_on, lambda day: day <= on)]
    sure = [one for one in there if one.outcome in (*APPROVING, "sent-back") and surely(one.decided_on, lambda day: day <= on)]
    if sure:
        last = max(sure, key=lambda one: (days_of(one.decided_on)[-1], one.pk))
        if last.outcome == "sent-back":
            return "NOT_MET"
    if any(one.outcome in APPROVING for one in there):
        return "MET" if any(one.outcome in APPROVING for one in sure) else "CANNOT_TELL"
    return "NOT_MET" if publications(version, on) else "DUE_LATER"


def equality_considered(strategy: StrategyFacts, version: VersionFacts, on: datetime.date) -> Answer:
    """By the day the version was first approved, or published where no approval is known."""
    decided = approvals_of([version], on) or starts_of(version, on)
    made = [one.made_on for draft in led_to(strategy, version, on) for one in draft.equality]
    return by_the_event(decided, on, [placed_against(day, decided, on) for day in made if possibly(day, lambda each: each <= on)])
