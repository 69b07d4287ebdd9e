"""By when a version is to be published, and where that stands while it is not."""

import datetime

from compliance.facts import AreaFacts, PartnershipFacts
from compliance.finding import Due, Status
from compliance.requirements.asking import Asked, asked_on
from compliance.requirements.judging import Deadline, Verdict, pending
from compliance.requirements.law_dates import FIRST_STRATEGY_DUE
from compliance.requirements.versions import APPROVING, Judged, Versions, approved_by, is_first
from svduty import dates

NO_FIXED_DATE = "as soon as reasonably practicable after it is prepared; the law sets no date"
FIRST_DUE = Due("DL-01", FIRST_STRATEGY_DUE, "fixed by SI 2022/1304 reg 3(1) for the area's first section 8 strategy, that day included")


def due_to_publish(
    facts: PartnershipFacts, judged: Judged, areas: list[AreaFacts], everything: Versions, on: datetime.date
) -> tuple[Due, Deadline | None]:
    """DL-01 where this is the first section 8 strategy of one of `areas`; else DL-02: a local target counted from approval, if any."""
    if any(is_first(judged, area, everything) for area in areas):
        return FIRST_DUE, Deadline.on(FIRST_STRATEGY_DUE, facts.deadline("DL-01").window_days)
    rule = facts.deadline("DL-02")
    approvals = approved_by(judged.version, on)
    if not approvals or rule.target_days is None:
        return Due("DL-02", None, NO_FIXED_DATE), None
    approved = min(approval.decided_on.latest for approval in approvals)
    target = dates.days_after(approved, rule.target_days)
    worked_out = f"{NO_FIXED_DATE}. Our local target is {dates.say_days(rule.target_days)} after approval on {dates.say(approved)}"
    return Due("DL-02", target, worked_out, in_law=False), Deadline.on(target, rule.window_days)


def waiting_for(facts: PartnershipFacts, judged: Judged, deadline: Deadline | None, on: datetime.date) -> Verdict:
    """Where publishing stands while nothing is published in that way. A version that boards are being asked about, or that one did not
    approve, is known not to be approved yet: it waits for them. Of comments that were given nothing of the sort is known."""
    if deadline is None and not judged.published and any(_not_approved_by(asked) for asked in asked_on(facts, judged.version, on)):
        return Verdict(Status.DUE_LATER)
    return pending(deadline, on)


def _not_approved_by(asked: Asked) -> bool:
    return asked.running or (asked.facts.part == "decides" and asked.facts.outcome not in APPROVING)
