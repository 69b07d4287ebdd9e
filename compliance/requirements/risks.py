"""SVD-MON-02: the risks to carrying the strategy out are held, rated and looked at again."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, RiskFacts, lasts_on
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.carried_out import nothing_recorded
from compliance.requirements.judging import Deadline, pending, when
from compliance.requirements.requirement import Answer, Requirement, listed
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth

AS_ENTERED = "the day that was entered"
SOON_DAYS = 30  # How early we remind; no rule sets it.


def risks_held(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each risk has somebody who answers for it, a rating, and a day on which it is looked at again, which is not past (local)."""
    risks = [risk for risk in facts.risks if lasts_on(risk.starts, risk.ends, on)]
    if not risks:
        yield nothing_recorded(facts, on, everything, "No risk", NextStep("Add a risk", "risk_add"))
    for risk in risks:
        yield _judged(risk, on)


def _judged(risk: RiskFacts, on: datetime.date) -> Answer:
    ref = RecordRef("risk", risk.pk, risk.title)
    change = NextStep("Look at the risk again", "risk_change", (("pk", risk.pk),))

    def answer(status: Status, why: str, due: Due | None = None) -> Answer:
        return Answer(f"risk:{risk.pk}", risk.title, status, why, due, (ref,), None if status == Status.MET else change)

    looked = risk.reviewed_on if risk.reviewed_on and risk.reviewed_on.by(on) is not Truth.NO else None
    wanting = [words for words, there in (("who answers for it", risk.owned), ("how likely and how bad it is", risk.rated)) if not there]
    if wanting or risk.review_on is None:
        return answer(Status.CANNOT_TELL, f"It is not recorded {listed([*wanting, *([] if risk.review_on else [NEXT])])}.")
    if looked and looked.earliest >= risk.review_on.latest:
        return answer(Status.CANNOT_TELL, f"It was looked at {when(looked)}; {NEXT} is not recorded.")
    day = risk.review_on.latest
    worked_out = AS_ENTERED if risk.review_on.exact else f"the last day of {risk.review_on}, as it was entered"
    due = Due("", day, worked_out, in_law=False, standing=AS_ENTERED)
    status = pending(Deadline.on(day, SOON_DAYS), on).status
    before = f"It was last looked at {when(looked)}; it" if looked else "It"
    if status == Status.OVERDUE:
        return answer(status, f"{before} was to be looked at again by {dates.say(day)}.", due)
    held = Status.MET if status == Status.DUE_LATER else status
    return answer(held, f"{before} is to be looked at again by {dates.say(day)}.", due)


NEXT = "when it is looked at again"
REQUIREMENTS = (
    Requirement(
        code="SVD-MON-02",
        family="Watching over it",
        title="Risks held",
        plain="What may keep the partnership from carrying its strategy out should be recorded, rated and looked at again.",
        citation="The bodies' own rules on risk",
        strength=Strength.LOCAL,
        task="Look at the risks again",
        shortfall="risks are not recorded, or were not looked at again",
        evidence="Each risk with who answers for it, how likely and how bad it is, and when it is looked at again.",
        rule=risks_held,
    ),
)
