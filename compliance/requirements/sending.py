"""SVD-PUB-03 and 05: sent to the Secretary of State, and in Wales to the Welsh Ministers, within seven days counting the first."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, SubmissionFacts
from compliance.finding import Due, NextStep, RecordRef, Status
from compliance.requirements.bodies import is_specified
from compliance.requirements.judging import Deadline, Happening, Verdict, judge, when
from compliance.requirements.law_dates import DAYS_TO_SEND, DUTY_BEGAN
from compliance.requirements.publishing import NOTHING_YET, in_wales, no_welsh_duty
from compliance.requirements.requirement import Answer, listed, whole_partnership
from compliance.requirements.versions import Judged, Versions, came_before
from svduty import dates
from svduty.vague_dates import Truth

NOT_STARTED = "within 7 days counting the day of publication as the first; no publication is recorded"
CODES = {"home-office": "SVD-PUB-03", "welsh-ministers": "SVD-PUB-05"}
RECIPIENTS = {"home-office": "the Secretary of State", "welsh-ministers": "the Welsh Ministers"}


def to_the_secretary_of_state(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """One of the specified authorities sends each published version to the Secretary of State within the seven days."""
    if not everything:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, NOTHING_YET)
    yield from _all_sent(facts, everything, "home-office", on)


def to_the_welsh_ministers(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Wales only: to the Welsh Ministers within the same seven days."""
    welsh = [judged for judged in everything if in_wales(facts, judged)]
    if not welsh:
        yield no_welsh_duty(facts)
    yield from _all_sent(facts, welsh, "welsh-ministers", on)


def _all_sent(facts: PartnershipFacts, versions: Iterable[Judged], recipient: str, on: datetime.date) -> Iterable[Answer]:
    """For each version. That of the version in force also names the earlier ones that were never sent: each had its own seven days."""
    answers = [(judged, _sent(facts, judged, recipient, on)) for judged in versions]
    missed = [(judged, answer) for judged, answer in answers if not judged.current and _missed(facts, answer, recipient, on)]
    for judged, answer in answers:
        earlier = [found for found in missed if judged.current and judged.published and came_before(facts, found[0], judged)]
        yield dataclasses.replace(answer, why=answer.why + "".join(_never_sent(*found, recipient) for found in earlier))


def _missed(facts: PartnershipFacts, answer: Answer, recipient: str, on: datetime.date) -> bool:
    """Surely not sent in its time, as far as the records that are held here can tell; before the duty began nobody could fail it."""
    last_day = answer.due.on if answer.due else None
    held = CODES[recipient] not in facts.not_in_papers and facts.complete_on(on)
    return answer.status == Status.OVERDUE and last_day is not None and held and last_day >= max(facts.records_from, DUTY_BEGAN)


def _never_sent(judged: Judged, answer: Answer, recipient: str) -> str:
    last_day = answer.due.words if answer.due else ""
    return f" {judged.name}, published before it, has no sending to {RECIPIENTS[recipient]} on record: the last day for it was {last_day}."


def _sent(facts: PartnershipFacts, judged: Judged, recipient: str, on: datetime.date) -> Answer:
    to = RECIPIENTS[recipient]
    recorded = [s for s in judged.version.submissions if s.sent_on.by(on) is not Truth.NO]
    refs = (judged.record, *(RecordRef("submission", s.pk, f"Sent {s.sent_on} by {s.sender}") for s in recorded))
    step = NextStep("Record the sending", "submission_add", (("version_pk", judged.version.pk),))
    if judged.start_first is None or judged.start_last is None:
        why = f"{judged.name} is not published yet. From the day it is, there are 7 days to send it to {to}, that day being the first."
        return Answer(judged.key, judged.name, Status.DUE_LATER, why, Due("DL-03", None, NOT_STARTED), refs, None, 0, judged.current)
    deadline = Deadline(
        dates.last_day_of_period(judged.start_first, DAYS_TO_SEND),
        dates.last_day_of_period(judged.start_last, DAYS_TO_SEND),
        facts.deadline("DL-03").window_days,
    )
    due = Due("DL-03", deadline.first, _worked_out(judged))
    counting = [s for s in recorded if counts(facts, judged, s, recipient)]
    verdict = judge([_happening(judged, s) for s in counting], deadline, on)
    why = _why(judged, verdict, deadline, due, to) + _aside(recorded, counting, recipient, judged)
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    if verdict.status == Status.CANNOT_TELL and verdict.happening:
        step = NextStep("Give the exact date", "submission_change", (("pk", verdict.happening.record.pk),))
    return Answer(judged.key, judged.name, verdict.status, why, due, refs, None if settled else step, verdict.late_by, judged.current)


def counts(facts: PartnershipFacts, judged: Judged, submission: SubmissionFacts, recipient: str) -> bool:
    """To the right recipient, by a specified authority for one of the areas, and not surely before publication."""
    return (
        submission.recipient == recipient
        and is_specified(facts, submission.sender_pk, judged.strategy.area_pks, submission.sent_on)
        and judged.start_first is not None
        and submission.sent_on.latest >= judged.start_first
    )


def _happening(judged: Judged, submission: SubmissionFacts) -> Happening:
    maybe_before = judged.start_last is not None and submission.sent_on.earliest < judged.start_last
    doubt = "It may have been sent before it was published: give the exact dates." if maybe_before else ""
    return Happening(submission.sent_on, RecordRef("submission", submission.pk, f"Sent {submission.sent_on}"), doubt)


def _worked_out(judged: Judged) -> str:
    if judged.start_first and judged.start_first == judged.start_last:
        return f"7 days counting {dates.say_short(judged.start_first)}, the day of first publication, as the first"
    return f"7 days counting the day of first publication, which was {judged.started}"


def _why(judged: Judged, verdict: Verdict, deadline: Deadline, due: Due, to: str) -> str:
    published = f"{judged.name} was first published {judged.started}. "
    if verdict.happening:
        sent = f"It was sent to {to} {when(verdict.happening.on)}"
        if verdict.status == Status.MET:
            return f"{published}{sent}, within the 7 days."
        if verdict.status == Status.MET_LATE:
            return f"{published}{sent}, {dates.say_days(verdict.late_by)} after the last day, {dates.say(deadline.last)}."
        return f"{published}{sent}. {verdict.doubt}"
    if verdict.status == Status.CANNOT_TELL:
        return f"{published}No sending to {to} is recorded. {verdict.doubt}"
    tense = "was" if verdict.status == Status.OVERDUE else "is"
    counted = f"The 7 days include that day, so the last day {tense} {due.words}."
    return f"{published}{counted} No sending to {to} by a specified authority is recorded."


def _aside(recorded: list[SubmissionFacts], counting: list[SubmissionFacts], recipient: str, judged: Judged) -> str:
    """What was sent and does not count, and why not."""
    sentences = [why_it_does_not_count(judged, submission, recipient) for submission in recorded if submission not in counting]
    return "".join(f" {sentence}" for sentence in sentences if sentence)


def why_it_does_not_count(judged: Judged, submission: SubmissionFacts, recipient: str) -> str:
    """Of a sending of a published version that does not count as one to `recipient`; nothing for one that has its own duty."""
    if submission.recipient == recipient and judged.start_first and submission.sent_on.latest < judged.start_first:
        return f"The sending {when(submission.sent_on)} was before publication and does not count."
    if submission.recipient == recipient:
        return f"The sending by {listed([submission.sender])}, not a specified authority for the area, does not count."
    if submission.recipient in ("policing-body", "vru", "other") and recipient == "home-office":
        return f"The sending {when(submission.sent_on)} to another body does not count."
    return ""
