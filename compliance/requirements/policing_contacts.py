"""SVD-LPB-01, as far as meetings, visits and reports of the policing body go that ask for an answer."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, PolicingContactFacts
from compliance.finding import Due, NextStep, RecordRef, Status
from compliance.requirements.judging import Deadline, Happening, judge, pending, when
from compliance.requirements.requirement import Answer
from svduty import dates
from svduty.vague_dates import Truth

ASKED_FOR = "the day the policing body asked for"
WHAT = {"meeting": "held a meeting", "visit": "made a visit", "report": "made a report"}


def contacts_answered(facts: PartnershipFacts, on: datetime.date) -> Iterable[Answer]:
    """Those that asked for an answer by a day, and those that were answered without one (DL-17: the law sets no day)."""
    for contact in facts.policing_contacts:
        known = contact.held_on.by(on) is not Truth.NO
        answered = contact.answered_on if contact.answered_on and contact.answered_on.by(on) is not Truth.NO else None
        if known and (contact.answer_by or answered):
            yield _judged(facts, contact, on)


def _judged(facts: PartnershipFacts, contact: PolicingContactFacts, on: datetime.date) -> Answer:
    name = f"{contact.kind.capitalize()} of {contact.by}, {contact.held_on}"
    ref = RecordRef("policingbodycontact", contact.pk, name)
    deadline = Deadline.on(contact.answer_by, facts.deadline("DL-17").window_days) if contact.answer_by else None
    answered = contact.answered_on if contact.answered_on and contact.answered_on.by(on) is not Truth.NO else None
    due, why = None, f"{contact.by} {WHAT[contact.kind]} {when(contact.held_on)}"
    if contact.answer_by:
        due = Due("DL-17", contact.answer_by, "the day that was asked for; the law sets none", in_law=False, standing=ASKED_FOR)
        why += f" and asked for an answer by {dates.say(contact.answer_by)}; the law sets no day"
    verdict = judge([Happening(answered, ref)], deadline, on) if answered else pending(deadline, on)
    said = f"It was answered {when(answered)}. {verdict.doubt}".strip() if answered else "No answer is recorded."
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    step = None if settled else NextStep("Record the answer", "policingbodycontact_change", (("pk", contact.pk),))
    return Answer(f"policingbodycontact:{contact.pk}", name, verdict.status, f"{why}. {said}", due, (ref,), step, verdict.late_by)
