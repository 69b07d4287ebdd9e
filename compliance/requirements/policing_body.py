"""SVD-LPB-01: co-operation with the local policing body."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, PolicingRequestFacts
from compliance.finding import LOCAL_TARGET, Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import Deadline, Happening, judge, pending, when
from compliance.requirements.policing_contacts import ASKED_FOR, contacts_answered
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth

WHAT = {"information": "for information", "meeting": "to come to a meeting", "monitoring": "about how the duty is met"}


def policing_body_answered(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each request of the local policing body is answered within its limits, and each meeting, visit or report that asks for an answer
    (s.14(6), s.17(4), SI 2022/1304 reg 9; DL-17)."""
    contacts = list(contacts_answered(facts, on))
    yield from contacts
    requests = [request for request in facts.policing_requests if request.asked_on.by(on) is not Truth.NO]
    if not requests and not contacts:
        why = "No request of the local policing body is recorded, so there is nothing to answer."
        yield whole_partnership(facts, Status.NOT_APPLICABLE, why)
    for request in requests:
        yield _judged(facts, request, on)


def _judged(facts: PartnershipFacts, request: PolicingRequestFacts, on: datetime.date) -> Answer:
    ref = RecordRef("policingbodyrequest", request.pk, f"Request to {request.asked_of} of {request.asked_on}")
    due, deadline = _due(facts, request)
    asked = f"{request.asked_by} asked {request.asked_of} {WHAT[request.kind]} {when(request.asked_on)}"
    answer_it = NextStep(
        "Record the answer", "policingbodyrequest_answer", (("pk", request.pk),), who=request.asked_of, for_body=request.asked_of_pk
    )

    def answered(status: Status, said: str, step: NextStep | None = answer_it, late_by: int = 0) -> Answer:
        subject = f"{request.asked_of}, asked {request.asked_on}"
        return Answer(f"policingbodyrequest:{request.pk}", subject, status, f"{asked}. {said}", due, (ref,), step, late_by)

    if request.answered_on is None or request.answered_on.by(on) is Truth.NO:
        # Without a day nothing is ever late: the law sets none.
        status = pending(deadline, on).status if deadline else Status.DUE_LATER
        return answered(status, f"No answer is recorded. {_says_when(due)}")
    if request.answered_on.by(on) is Truth.MAYBE:
        return answered(Status.CANNOT_TELL, f"The answer is dated {request.answered_on}. Give the exact date.")
    if not request.answer:
        return answered(Status.CANNOT_TELL, f"It was answered {when(request.answered_on)}. Record what the answer was.")
    if request.answer == "refused":
        look = NextStep("Look at the request", "policingbodyrequest", (("pk", request.pk),))
        return answered(Status.NOT_MET, "It refused, and not because the Act asks less: it must co-operate.", look)
    if request.answer == "partly":
        return answered(Status.CANNOT_TELL, "It was done in part. Record whether the rest is more than the Act asks, or do it.")
    verdict = judge([Happening(request.answered_on, ref)], deadline, on)
    done = f"It was done {when(request.answered_on)}."
    if request.answer == "not-held":
        done = f"The answer {when(request.answered_on)} was that this is more than the Act asks."
    if verdict.status == Status.MET_LATE:
        return answered(verdict.status, f"{done} {_says_when(due)}", None, verdict.late_by)
    if verdict.status == Status.CANNOT_TELL:
        return answered(verdict.status, f"{done} {verdict.doubt}")
    return answered(Status.MET, done, None)


def _due(facts: PartnershipFacts, request: PolicingRequestFacts) -> tuple[Due, Deadline | None]:
    rule = facts.deadline("DL-17")
    if request.answer_by:
        said = "the day that was asked for; the law sets none"
        return Due("DL-17", request.answer_by, said, in_law=False, standing=ASKED_FOR), Deadline.on(request.answer_by, rule.window_days)
    if rule.target_days is None:
        return Due("DL-17", None, "the law sets no day", in_law=False), None
    first, last = (dates.days_after(day, rule.target_days) for day in (request.asked_on.earliest, request.asked_on.latest))
    said = f"{dates.say_days(rule.target_days)} after it was asked, {request.asked_on}; the law sets no day"
    return Due("DL-17", first, said, in_law=False, standing=LOCAL_TARGET), Deadline(first, last, rule.window_days)


def _says_when(due: Due) -> str:
    if due.on is None:
        return "The law sets no day for it."
    said = "it was asked for by" if due.standing == ASKED_FOR else "our local target is"
    return f"The law sets no day; {said} {dates.say(due.on)}."


REQUIREMENTS = (
    Requirement(
        code="SVD-LPB-01",
        family="The local policing body",
        title="Co-operation with the policing body",
        plain="Each authority must co-operate with the local policing body: answer its requests for information, come to the meetings it "
        "calls, and let it monitor how the duty is met.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.14(6), s.17(4); SI 2022/1304 reg 9",
        strength=Strength.STATUTORY,
        task="Answer the policing body",
        shortfall="a request of the local policing body was not answered",
        evidence="Each request with the day it was asked, the day it was answered, and the answer; and each meeting, visit or report that "
        "asked for an answer, with the day it was given.",
        rule=policing_body_answered,
        deadline="DL-17",
    ),
)
