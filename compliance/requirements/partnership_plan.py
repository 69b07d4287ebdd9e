"""SVD-CSP-01: the community safety partnership has a strategy against serious violence."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, PartnershipPlanFacts, lasts_on
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import when
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth

ADD = NextStep("Add the plan", "partnershipplan_add")
ONLY_HELP = "help only, as the 2007 Regulations were made"


def plan_covers_violence(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """The community safety partnership's plan has a strategy against serious violence, or points to this one (CDA 1998 s.6(1)(d)). The day
    before which it is revised (DL-09) is shown as help and makes nothing overdue."""
    known = [plan for plan in facts.partnership_plans if plan.adopted_on is None or plan.adopted_on.by(on) is not Truth.NO]
    plans = [plan for plan in known if lasts_on(plan.period_from, plan.period_to, on)]
    if not plans:
        why = "No plan of the community safety partnership is recorded"
        yield whole_partnership(facts, Status.NOT_MET, f"{why} for this day." if known else f"{why}.", ADD)
        return
    judged = [_judged(facts, plan, on) for plan in sorted(plans, key=lambda plan: plan.pk)]
    yield max(judged, key=lambda answer: answer.status.rank)


def _judged(facts: PartnershipFacts, plan: PartnershipPlanFacts, on: datetime.date) -> Answer:
    ref = RecordRef("partnershipplan", plan.pk, plan.title)
    change = NextStep("Complete the record", "partnershipplan_change", (("pk", plan.pk),))
    _, day = dates.financial_year(dates.financial_year_of(on))
    year = dates.say_financial_year(day.year)
    due = Due("DL-09", day, f"the day before the year {year} begins", in_law=False, standing=ONLY_HELP)

    def answer(status: Status, why: str) -> Answer:
        return Answer("partnership", facts.name, status, why, due, (ref,), None if status == Status.MET else change)

    if plan.covers == "no":
        return answer(Status.NOT_MET, f"“{plan.title}” is recorded as having no strategy against serious violence.")
    if not plan.covers and plan.strategy_pk is None:
        return answer(Status.CANNOT_TELL, f"Of “{plan.title}” it is not recorded whether it has a strategy against serious violence.")
    if plan.adopted_on and plan.adopted_on.by(on) is Truth.MAYBE:
        return answer(Status.CANNOT_TELL, f"“{plan.title}” was adopted {when(plan.adopted_on)}. Give the exact day.")
    covers = "points to the strategy kept here" if plan.strategy_pk else "has a strategy against serious violence"
    revised = f" It was last adopted {when(plan.adopted_on)}." if plan.adopted_on else ""
    return answer(Status.MET, f"“{plan.title}” {covers}.{revised} As a help: a plan for {year} is revised by {dates.say(day)}.")


REQUIREMENTS = (
    Requirement(
        code="SVD-CSP-01",
        family="The partnership plan and scrutiny",
        title="CSP strategy covers serious violence",
        plain="The community safety partnership must have a strategy for preventing and reducing serious violence. It may be this one.",
        citation="Crime and Disorder Act 1998 s.6(1)(d)",
        strength=Strength.STATUTORY,
        task="Record the partnership plan and what it says of serious violence",
        shortfall="no plan of the community safety partnership covers serious violence",
        evidence="The partnership plan, with its strategy against serious violence or the link to the one kept here.",
        rule=plan_covers_violence,
        deadline="DL-09",
    ),
)
