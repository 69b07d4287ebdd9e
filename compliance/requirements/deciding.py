"""SVD-STR-02 and 05: what a strategy contains, and that equality was considered before it was approved."""

import datetime
from collections.abc import Iterable

from compliance.facts import ContentsFacts, PartnershipFacts
from compliance.finding import Due, NextStep, RecordRef, Status
from compliance.requirements.approving import NOTHING_YET
from compliance.requirements.judging import Deadline, Happening, Verdict, judge, when
from compliance.requirements.requirement import Answer, listed, whole_partnership
from compliance.requirements.versions import Judged, Versions, approved_by, drafts_of, first_approval
from svduty import dates
from svduty.vague_dates import Truth

NAMED = 4  # how many missing elements a sentence names


def contents_complete(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Held against the list of what a strategy should contain, and found to contain it."""
    if not everything:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, NOTHING_YET)
    for judged in everything:
        checks = [check for check in judged.version.contents if check.checked_on.by(on) is not Truth.NO]
        newest = max(checks, key=lambda check: (check.checked_on.latest, check.pk), default=None)
        status, why = _contents(facts, judged, newest, on) if newest else _never_checked(judged, on)
        step = NextStep("Check the contents", "contentscheck_add", (("version_pk", judged.version.pk),))
        if newest:
            step = NextStep("Go on with the check", "contentscheck_change", (("pk", newest.pk),))
        refs = tuple(RecordRef("contentscheck", check.pk, f"Contents check of {check.checked_on}") for check in checks)
        settled = status == Status.MET
        yield Answer(judged.key, judged.name, status, why, None, (judged.record, *refs), None if settled else step, current=judged.current)


def _never_checked(judged: Judged, on: datetime.date) -> tuple[Status, str]:
    done = judged.published or approved_by(judged.version, on)
    why = f"Nobody has recorded a check of what {judged.name} contains."
    return (Status.NOT_MET, why) if done else (Status.DUE_LATER, f"{why} It is best made before the strategy is approved.")


def _contents(facts: PartnershipFacts, judged: Judged, check: ContentsFacts, on: datetime.date) -> tuple[Status, str]:
    made = f"The check {when(check.checked_on)}"
    if check.checked_on.by(on) is Truth.MAYBE:
        return Status.CANNOT_TELL, f"{made} may have been later than {dates.say(on)}. Give its exact date."
    answers = dict(check.answers)
    lacking = [element.name for element in facts.elements if answers.get(element.code) in ("no", "partly")]
    unanswered = [element.name for element in facts.elements if element.code not in answers]
    if lacking:
        return Status.NOT_MET, f"{made} found missing, or there only in part: {_some(lacking)}."
    if unanswered:
        return Status.CANNOT_TELL, f"{made} does not say whether it contains: {_some(unanswered)}."
    if answers.get("aligned") == "yes" and not judged.strategy.aligned:
        return Status.CANNOT_TELL, f"{made} found everything, but with which other strategies it works is not recorded."
    return Status.MET, f"{made} found all {len(facts.elements)} expected elements, or a reason why one is not needed."


def _some(names: list[str]) -> str:
    quoted = [f"“{name}”" for name in names]
    return listed([*quoted[:NAMED], f"{len(quoted) - NAMED} more"] if len(quoted) > NAMED else quoted)


def equality_considered(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """The public sector equality duty was considered by the day of the decision (Equality Act 2010 s.149)."""
    if not everything:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, NOTHING_YET)
    for judged in everything:
        yield _equality(judged, on)


def _equality(judged: Judged, on: datetime.date) -> Answer:
    known = [a for version in drafts_of(judged, on) for a in version.equality if a.made_on.by(on) is not Truth.NO]
    happenings = [Happening(a.made_on, RecordRef("equalityassessment", a.pk, a.title)) for a in known]
    decided = first_approval(approved_by(judged.version, on))
    deadline, day = _decision_day(judged, decided)
    due = Due("STR-05", None, "before the strategy is approved")
    if deadline:
        due = Due("STR-05", deadline.first, f"the day the strategy was {day}, that day included")
    verdict = judge(happenings, deadline, on)
    if not happenings and deadline is None:
        verdict = Verdict(Status.DUE_LATER)
    step = NextStep("Record the equality assessment", "equalityassessment_add", (("version_pk", judged.version.pk),))
    if verdict.happening:
        step = NextStep("Give the exact date", "equalityassessment_change", (("pk", verdict.happening.record.pk),))
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    refs = (judged.record, *(happening.record for happening in happenings))
    why = _equality_why(verdict, due, day)
    return Answer(judged.key, judged.name, verdict.status, why, due, refs, None if settled else step, verdict.late_by, judged.current)


def _decision_day(judged: Judged, decided: tuple[datetime.date, datetime.date] | None) -> tuple[Deadline | None, str]:
    if decided:
        return Deadline(*decided, 0), "approved"
    if judged.start_first and judged.start_last:
        return Deadline(judged.start_first, judged.start_last, 0), "published"
    return None, ""


def _equality_why(verdict: Verdict, due: Due, day: str) -> str:
    if verdict.happening is None:
        if due.on is None:
            return "No equality assessment is recorded yet. The duty is to consider equality before the decision, not after it."
        return f"No equality assessment is recorded; the strategy was {day} on {dates.say(due.on)}. {verdict.doubt}".rstrip()
    made = f"“{verdict.happening.record.label}” was made {when(verdict.happening.on)}"
    if verdict.status == Status.MET:
        return f"{made}, by the day the strategy was {day}." if due.on else f"{made}."
    if verdict.status == Status.MET_LATE and due.on:
        return f"{made}, {dates.say_days(verdict.late_by)} after the strategy was {day} on {dates.say(due.on)}."
    return f"{made}. {verdict.doubt}"
