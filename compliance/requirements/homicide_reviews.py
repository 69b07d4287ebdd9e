"""SVD-OWHR-01: offensive weapons homicide reviews, where they are in force."""

import datetime
from collections.abc import Callable, Iterable

from compliance.facts import HomicideReviewFacts, PartnershipFacts
from compliance.finding import NextStep, RecordRef, Status, Strength
from compliance.requirements.judging import when
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.versions import Versions
from svduty.vague_dates import Truth, VagueDate

SWITCH = NextStep("Say that they are in force here, if they are", "partnership_change")


def homicides_reviewed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Where they are in force, each qualifying homicide that was notified is decided on and, if so decided, reviewed (ss.24 to 25). The
    periods are left to regulations, so nothing here is ever late."""
    if not facts.homicide_reviews:
        why = "Homicide reviews apply only where regulations say so. Where they do, a coordinator says so among the partnership's details."
        yield whole_partnership(facts, Status.NOT_APPLICABLE, why, SWITCH)
        return
    known = [one for one in facts.homicides if one.notified_on.by(on) is not Truth.NO]
    if not known:
        yield whole_partnership(facts, Status.MET, "A register of homicide reviews is kept; none was notified.")
    for one in known:
        yield _judged(one, on)


def _judged(one: HomicideReviewFacts, on: datetime.date) -> Answer:
    ref = RecordRef("homicidereview", one.pk, f"Homicide review {one.reference}")

    def answer(status: Status, why: str) -> Answer:
        step = None if status == Status.MET else NextStep("Complete the record", "homicidereview_change", (("pk", one.pk),))
        return Answer(f"homicidereview:{one.pk}", one.reference, status, why, None, (ref,), step)

    decided, finished = (day if day and day.by(on) is not Truth.NO else None for day in (one.decided_on, one.finished_on))
    vague = next((day for day in (one.notified_on, decided, finished) if day and day.by(on) is Truth.MAYBE), None)
    if vague:
        return answer(Status.CANNOT_TELL, f"It is dated {vague}. Give the exact date.")
    if finished:
        return answer(Status.MET, f"Its report was sent {when(finished)}.")
    if decided is None:
        return answer(Status.DUE_LATER, f"It was notified {when(one.notified_on)}. Whether to review it is not decided yet.")
    return _decided(answer, one, decided)


def _decided(answer: Callable[[Status, str], Answer], one: HomicideReviewFacts, decided: VagueDate) -> Answer:
    if one.under_review is None:
        return answer(Status.CANNOT_TELL, f"It was decided {when(decided)} on a review. Record whether a review is made.")
    if one.under_review:
        return answer(Status.DUE_LATER, f"It was decided {when(decided)} to review it. The report is not sent yet.")
    return answer(Status.MET, f"It was decided {when(decided)} not to review it.")


REQUIREMENTS = (
    Requirement(
        code="SVD-OWHR-01",
        family="Homicide reviews",
        title="Homicide review process",
        plain="Where they are in force, the review partners must review the homicides of adults in which an offensive weapon was used.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.24 and s.25",
        strength=Strength.STATUTORY,
        task="Complete the register of homicide reviews",
        shortfall="a homicide that was notified is not decided on",
        evidence="A register by reference only: notified, decided, and the report sent. No personal information.",
        rule=homicides_reviewed,
    ),
)
