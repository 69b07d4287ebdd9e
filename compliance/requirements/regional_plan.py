"""SVD-FUND-02: the actions under the themes of a region's funder are sent to it."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, SendingFacts
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import Deadline, Happening, judge, pending, when
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth

RECIPIENTS_DAY = "the recipient's day"


def regional_plan_sent(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each regional plan is sent by the day that its recipient set for the year (a funder's condition; DL-08). The day is entered and
    never assumed, so it applies only where one is recorded."""
    plans = sorted(facts.regional_plans, key=lambda plan: (plan.due_on, plan.pk))
    if not plans:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, "No regional plan is recorded as asked for.")
    answers = [_judged(plan, facts.deadline("DL-08").window_days, on) for plan in plans]
    settled = [place for place, answer in enumerate(answers) if answer.status in (Status.MET, Status.MET_LATE)]
    for place, answer in enumerate(answers):
        # The newest stands for the duty; one that was sent, or that a later one has overtaken, is history.
        past = place < len(answers) - 1 and place <= max(settled, default=-1)
        yield dataclasses.replace(answer, current=not past)


def _judged(plan: SendingFacts, window: int, on: datetime.date) -> Answer:
    ref = RecordRef("regionalplansending", plan.pk, plan.title)
    deadline = Deadline.on(plan.due_on, window)
    sent = plan.sent_on if plan.sent_on and plan.sent_on.by(on) is not Truth.NO else None
    verdict = judge([Happening(sent, ref)], deadline, on) if sent else pending(deadline, on)
    why = f"{plan.recipient} asked for it by {dates.say(plan.due_on)}. "
    why += f"It was sent {when(sent)}. {verdict.doubt}".strip() if sent else "No sending is recorded."
    due = Due("DL-08", plan.due_on, "the day that the recipient set for this year", in_law=False, standing=RECIPIENTS_DAY)
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    step = None if settled else NextStep("Record that it was sent", "regionalplansending_change", (("pk", plan.pk),))
    subject = f"{plan.title}, due {dates.say_short(plan.due_on)}"
    return Answer(f"regionalplan:{plan.pk}", subject, verdict.status, why, due, (ref,), step, verdict.late_by)


REQUIREMENTS = (
    Requirement(
        code="SVD-FUND-02",
        family="Money",
        title="Regional action plan sent",
        plain="Where a region's funder asks for the actions under its own themes, they should be sent by the day it set.",
        citation="The funder's own rules (in London: the violence and vulnerability action plan)",
        strength=Strength.LOCAL,
        task="Send the regional action plan",
        shortfall="the regional action plan was not sent",
        evidence="The plan with the day its recipient set and the day it was sent.",
        rule=regional_plan_sent,
        deadline="DL-08",
    ),
)
