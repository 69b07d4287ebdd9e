"""SVD-MON-04: frontline staff know of the duty."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, TrainingFacts
from compliance.finding import NextStep, RecordRef, Status, Strength
from compliance.requirements.carried_out import nothing_recorded
from compliance.requirements.judging import when
from compliance.requirements.requirement import Answer, Requirement, listed
from compliance.requirements.versions import Versions
from svduty.vague_dates import Truth

NAMED = 4  # how many sectors a sentence names


def staff_trained(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Training or awareness is recorded with its sector, its numbers and its day (local). It has no date of its own."""
    held = [one for one in facts.training if one.held_on.by(on) is not Truth.NO]
    counted = [one for one in held if one.people and one.held_on.by(on) is Truth.YES]
    if counted:
        refs = tuple(_ref(one) for one in counted)
        yield Answer("partnership", facts.name, Status.MET, _said(counted), None, refs)
    elif held:
        one = max(held, key=lambda training: (training.held_on.latest, training.pk))
        missing = [] if one.people else ["how many people took part"]
        missing += [] if one.held_on.by(on) is Truth.YES else ["the exact day"]
        step = NextStep("Complete the record", "trainingrecord_change", (("pk", one.pk),))
        why = f"“{one.title}” was held {when(one.held_on)}. Record {listed(missing)}."
        yield Answer("partnership", facts.name, Status.CANNOT_TELL, why, None, (_ref(one),), step)
    else:
        yield nothing_recorded(facts, on, everything, "No training", NextStep("Add training", "trainingrecord_add"))


def _said(counted: list[TrainingFacts]) -> str:
    people = sum(one.people or 0 for one in counted)
    sectors = sorted({one.sector for one in counted})
    named = [*sectors[:NAMED], *([f"{len(sectors) - NAMED} more"] if len(sectors) > NAMED else [])]
    last = max(counted, key=lambda one: (one.held_on.latest, one.pk))
    return f"{people} people took part in training ({listed(named)}), last {when(last.held_on)}."


def _ref(one: TrainingFacts) -> RecordRef:
    return RecordRef("trainingrecord", one.pk, one.title)


REQUIREMENTS = (
    Requirement(
        code="SVD-MON-04",
        family="Watching over it",
        title="Frontline staff trained",
        plain="Those who work with people at risk should know of the duty, of the signs, and where to turn.",
        citation="The bodies' own rules on training",
        strength=Strength.LOCAL,
        task="Record the training of frontline staff",
        shortfall="no training of frontline staff is recorded",
        evidence="Training with the sector that took part, how many people, and the day.",
        rule=staff_trained,
    ),
)
