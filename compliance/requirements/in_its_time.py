"""What becomes of a rule's answer before the duty began, and outside the time of complete records."""

import dataclasses
import datetime

from compliance.facts import PartnershipFacts
from compliance.finding import NextStep, Status, Strength
from compliance.requirements.requirement import Answer, Requirement
from svduty import dates

SETTLED = (Status.MET, Status.MET_LATE, Status.NOT_APPLICABLE)


def in_its_time(facts: PartnershipFacts, requirement: Requirement, on: datetime.date, answer: Answer) -> Answer:
    """The answer as a finding gives it."""
    return _within_records(facts, requirement, on, _before_the_duty(requirement, on, answer))


def _before_the_duty(requirement: Requirement, on: datetime.date, answer: Answer) -> Answer:
    """Nobody could fail a duty before it began, nor the guidance on it, nor do what the Act only allows, nor miss a day of the law that
    fell before. What is local as a whole is a body's own rule, whatever the Act says."""
    if requirement.strength == Strength.LOCAL or answer.status == Status.MET:
        return answer
    if on < requirement.starts:
        why = f"The duty began on {dates.say(requirement.starts)}; on {dates.say(on)} it did not yet apply."
    elif answer.due and answer.due.in_law and answer.due.on and answer.due.on < requirement.starts:
        why = f"The day for it would have been {dates.say(answer.due.on)}, before the duty began on {dates.say(requirement.starts)}."
    else:
        return answer
    return _replace(answer, Status.NOT_APPLICABLE, why, None)


def _within_records(facts: PartnershipFacts, requirement: Requirement, on: datetime.date, answer: Answer) -> Answer:
    """Outside the time of complete records nothing is called overdue, due or missing: it may stand in records held elsewhere."""
    if answer.status in SETTLED:
        return answer
    if requirement.code in facts.not_in_papers:
        why = "The papers that these records come from say nothing about it, so nothing is claimed."
        return _replace(answer, Status.NOT_HELD, why, answer.next_step)
    due_before = answer.status == Status.OVERDUE and answer.due and answer.due.on and answer.due.on < facts.records_from
    if facts.complete_on(on) and not due_before:
        return answer
    until = f" to {dates.say(facts.records_to)}" if facts.records_to else ""
    held = f"The records held here are complete from {dates.say(facts.records_from)}{until}"
    if due_before and answer.due and answer.due.on:
        why = f"{held}; this was due before, by {dates.say(answer.due.on)}, and may be recorded elsewhere."
    else:
        why = f"{held}. Nothing is claimed about {dates.say(on)}."
    return _replace(answer, Status.NOT_HELD, why, answer.next_step)


def _replace(answer: Answer, status: Status, why: str, next_step: NextStep | None) -> Answer:
    return dataclasses.replace(answer, status=status, why=why, next_step=next_step, late_by=0)
