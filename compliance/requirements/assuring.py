"""SVD-MON-03: a yearly statement on how the duty is met."""

import dataclasses
import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, StatementFacts
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import Deadline, Happening, Verdict, judge, pending, when
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.versions import Versions
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

OWN_DATE = "the partnership's own date"
SETTLED = (Status.MET, Status.MET_LATE)


def assured_each_year(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Where a partnership makes yearly statements, each is approved by its day, the last one of its month or season (local; DL-13). The
    next rolls from the day that was meant, not from the day of approval."""
    statements = sorted(facts.statements, key=lambda one: (one.year, one.pk))
    if not statements:
        why = "No yearly statement on how the duty is met is recorded; to make one is the partnership's own choice."
        yield whole_partnership(facts, Status.NOT_APPLICABLE, why)
        return
    window = facts.deadline("DL-13").window_days
    answers = [_judged(one, window, on) for one in statements]
    last_made = max((place for place, answer in enumerate(answers) if answer.status in SETTLED), default=-1)
    # What was made is history, and so is what was not made before one that was.
    yield from (dataclasses.replace(answer, current=place > last_made) for place, answer in enumerate(answers))
    if last_made == len(answers) - 1:
        yield _following(statements[-1], window, on)


def _judged(one: StatementFacts, window: int, on: datetime.date) -> Answer:
    ref = RecordRef("assurancestatement", one.pk, f"Assurance statement {one.year}")
    due = _due(one.due, one.due.latest)
    deadline = Deadline.on(one.due.latest, window)
    approved = one.approved_on if one.approved_on and one.approved_on.by(on) is not Truth.NO else None
    doubt = "" if one.approver else "Record which board approved it."
    verdict = judge([Happening(approved, ref, doubt)], deadline, on) if approved else pending(deadline, on)
    step = None if verdict.status in SETTLED else NextStep("Complete the statement", "assurancestatement_change", (("pk", one.pk),))
    why = _why(verdict, approved, one.due.latest)
    return Answer(f"year:{one.year}", f"Statement {one.year}", verdict.status, why, due, (ref,), step, verdict.late_by)


def _why(verdict: Verdict, approved: VagueDate | None, day: datetime.date) -> str:
    if approved is None:
        return f"It {'was' if verdict.status == Status.OVERDUE else 'is'} due by {dates.say(day)}, and no approval is recorded."
    return f"It was approved {when(approved)}. {verdict.doubt or f'It was due by {dates.say(day)}.'}"


def _following(last: StatementFacts, window: int, on: datetime.date) -> Answer:
    day = dates.one_year_on(last.due.latest)
    verdict = pending(Deadline.on(day, window), on)
    due = Due("DL-13", day, f"one year after the last one was due, {dates.say_short(last.due.latest)}", in_law=False, standing=OWN_DATE)
    why = f"The statement for {last.year} is made; the next {'was' if verdict.status == Status.OVERDUE else 'is'} due by {dates.say(day)}."
    step = NextStep("Begin the statement", "assurancestatement_add")
    return Answer(f"year:{last.year + 1}", f"Statement {last.year + 1}", verdict.status, why, due, (), step)


def _due(vague: VagueDate, day: datetime.date) -> Due:
    said = "the day that was entered" if vague.exact else f"the last day of {vague}"
    return Due("DL-13", day, said, in_law=False, standing=OWN_DATE)


REQUIREMENTS = (
    Requirement(
        code="SVD-MON-03",
        family="Watching over it",
        title="Assurance statement",
        plain="A partnership that has agreed to say each year how the duty is met should make that statement by its day.",
        citation="The partnership's own rules; local practice",
        strength=Strength.LOCAL,
        task="Make the yearly statement",
        shortfall="the yearly statement on how the duty is met was not made",
        evidence="A statement for each year, with the board that approved it and the day.",
        rule=assured_each_year,
        deadline="DL-13",
    ),
)
