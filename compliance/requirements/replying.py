"""SVD-SCRU-02: a report of scrutiny is answered in writing within 28 days."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, ScrutinyReportFacts
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import Deadline, Happening, judge, pending, when
from compliance.requirements.law_dates import DAYS_TO_REPLY
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth


def scrutiny_answered(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each report or recommendation is answered in writing within 28 days from its date, the day after it being the first (2009 Regs reg 7;
    DL-04), or as soon as reasonably possible after that."""
    reports = [report for report in facts.scrutiny_reports if report.dated.by(on) is not Truth.NO]
    if not reports:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, "No report of scrutiny is recorded, so there is nothing to answer.")
    for report in reports:
        yield _judged(report, facts.deadline("DL-04").window_days, on)


def _judged(report: ScrutinyReportFacts, window: int, on: datetime.date) -> Answer:
    ref = RecordRef("scrutinyreport", report.pk, report.title)
    first, last = (dates.days_after(day, DAYS_TO_REPLY) for day in (report.dated.earliest, report.dated.latest))
    deadline = Deadline(first, last, window)
    due = Due("DL-04", first, f"{DAYS_TO_REPLY} days from the date of the report, {report.dated}, the day after it being the first")
    replied = report.replied_on if report.replied_on and report.replied_on.by(on) is not Truth.NO else None
    verdict = judge([Happening(replied, ref)], deadline, on) if replied else pending(deadline, on)
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    reply = NextStep(
        "Record the reply", "scrutinyreport_reply", (("pk", report.pk),), report.asked_of or "Coordinator", for_body=report.asked_of_pk
    )
    day = dates.say(first) if first == last else f"between {dates.say(first)} and {dates.say(last)}"
    why = f"The report is dated {report.dated}; a written reply {'was' if on > last else 'is'} due by {day}. "
    why += f"It was replied to {when(replied)}." if replied else "No reply is recorded."
    why = f"{why} {verdict.doubt}".strip()
    return Answer(
        f"scrutinyreport:{report.pk}", report.title, verdict.status, why, due, (ref,), None if settled else reply, verdict.late_by
    )


REQUIREMENTS = (
    Requirement(
        code="SVD-SCRU-02",
        family="The partnership plan and scrutiny",
        title="Scrutiny answered in 28 days",
        plain="Those to whom a scrutiny committee makes a report or recommendation must answer it in writing within 28 days from its date, "
        "or as soon as reasonably possible after that.",
        citation="SI 2009/942 reg 7",
        strength=Strength.STATUTORY,
        task="Answer the scrutiny report in writing",
        shortfall="a report of scrutiny was not answered",
        evidence="Each report with its date, who has to reply, and the day of the written reply.",
        rule=scrutiny_answered,
        deadline="DL-04",
    ),
)
