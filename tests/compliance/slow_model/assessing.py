"""What happens here, why, and whether somebody wrote it down before the strategy was approved."""

import datetime
from collections.abc import Callable

from compliance.facts import AssessedAreaFacts, AssessmentFacts, PartnershipFacts, StrategyFacts
from svduty.vague_dates import VagueDate
from tests.compliance.slow_model.days import Answer, Place, by_the_event, placed_against, possibly, surely
from tests.compliance.slow_model.versions import approvals_of, areas_on, on_record


def assessing(facts: PartnershipFacts, on: datetime.date) -> dict[Place, Answer]:
    found: dict[Place, Answer] = {}
    for area in areas_on(facts, on):
        found["SVD-SNA-01", f"area:{area.pk}"] = (identified(facts, area.pk, on, names_a_kind), None, 0)
        found["SVD-SNA-02", f"area:{area.pk}"] = (identified(facts, area.pk, on, names_a_cause), None, 0)
    if not areas_on(facts, on):
        found["SVD-SNA-01", "partnership"] = found["SVD-SNA-02", "partnership"] = ("CANNOT_TELL", None, 0)
    there = [strategy for strategy in facts.strategies if on_record(strategy, on)]
    for strategy in there:
        found["SVD-SNA-03", f"strategy:{strategy.pk}"] = before_the_approval(facts, strategy, on)
    if not there:
        found["SVD-SNA-03", "partnership"] = completed(known(facts, on), [], on)
    return found


def names_a_kind(row: AssessedAreaFacts) -> bool:
    return row.kinds > 0


def names_a_cause(row: AssessedAreaFacts) -> bool:
    """The causes "so far as it is possible": or why it is not."""
    return row.causes > 0 or row.why_no_causes != ""


def own_day(assessment: AssessmentFacts) -> VagueDate | None:
    return assessment.approved_on if assessment.completed_on is None else assessment.completed_on


def known(facts: PartnershipFacts, on: datetime.date) -> list[AssessmentFacts]:
    return [one for one in facts.assessments if (day := own_day(one)) is None or possibly(day, lambda each: each <= on)]


def identified(facts: PartnershipFacts, area_pk: int, on: datetime.date, says: Callable[[AssessedAreaFacts], bool]) -> str:
    telling = [one for one in known(facts, on) if any(row.area_pk == area_pk and says(row) for row in one.areas)]
    if any((day := own_day(one)) is None or surely(day, lambda each: each <= on) for one in telling):
        return "MET"
    there = known(facts, on)
    silent = there and not any(one.areas for one in there)
    return "CANNOT_TELL" if telling or silent else "NOT_MET"


def before_the_approval(facts: PartnershipFacts, strategy: StrategyFacts, on: datetime.date) -> Answer:
    """The assessment the strategy rests on, or any of the partnership's where it names none that is known."""
    there = known(facts, on)
    linked = [one for one in there if one.pk == strategy.assessment_pk]
    return completed(linked or there, approvals_of(on_record(strategy, on), on), on)


def completed(assessments: list[AssessmentFacts], approved: list[datetime.date], on: datetime.date) -> Answer:
    dated = [
        placed_against(one.completed_on, approved, on) if whole(one, on) else ("CANNOT_TELL", 0)
        for one in assessments
        if one.completed_on is not None
    ]
    return by_the_event(approved, on, dated or [("CANNOT_TELL", 0) for _ in assessments])


def whole(one: AssessmentFacts, on: datetime.date) -> bool:
    approved = one.approved_by != "" and (one.approved_on is None or possibly(one.approved_on, lambda day: day <= on))
    return bool(one.period_from and one.period_to and one.sources and approved)
