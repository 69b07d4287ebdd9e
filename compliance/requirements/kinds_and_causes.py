"""SVD-SNA-01 and 02: what serious violence there is in each area, and why."""

import datetime
from collections.abc import Callable, Iterable

from compliance.facts import AreaFacts, AssessedAreaFacts, AssessmentFacts, PartnershipFacts
from compliance.finding import NextStep, RecordRef, Status
from compliance.requirements.requirement import Answer, whole_partnership
from compliance.requirements.taking_part import ADD_AREA
from compliance.requirements.versions import Versions, areas_on
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

ADD_ASSESSMENT = NextStep("Record the needs assessment", "needsassessment_add")
Found = Callable[[AssessedAreaFacts], str]  # what is recorded of an area, in words; empty for nothing


def kinds_identified(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """For each area an assessment names at least one kind of serious violence (s.8(3)(a))."""
    return _identified(facts, on, "kind of serious violence", lambda row: _number(row.kinds, "kind") if row.kinds else "")


def causes_identified(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """For each area an assessment names causes, or says why none could be found: "so far as it is possible" (s.8(3)(b))."""

    def found(row: AssessedAreaFacts) -> str:
        return _number(row.causes, "cause") if row.causes else "why causes could not be found" if row.why_no_causes else ""

    return _identified(facts, on, "cause of it, nor why causes could not be found,", found)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'} of serious violence"


def _identified(facts: PartnershipFacts, on: datetime.date, missing: str, found: Found) -> Iterable[Answer]:
    areas = areas_on(facts, on)
    if not areas:
        yield whole_partnership(facts, Status.CANNOT_TELL, "No area is recorded yet, so there is none to look at.", ADD_AREA)
    known = known_assessments(facts, on)
    for area in areas:
        yield _for_area(area, known, on, missing, found)


def _for_area(area: AreaFacts, known: list[AssessmentFacts], on: datetime.date, missing: str, found: Found) -> Answer:
    key, refs = f"area:{area.pk}", tuple(ref_of(assessment) for assessment in known)
    saying = [a for a in known if any(found(row) for row in a.areas if row.area_pk == area.pk)]
    sure = [a for a in saying if own_day(a) is None or _by(a, on) is Truth.YES]
    if not saying:
        looked = any(assessment.areas for assessment in known)
        if known and not looked:
            why = f"“{max(known, key=newness).title}” is recorded, but not what it found."
            return Answer(key, area.name, Status.CANNOT_TELL, why, None, refs, _step(area, known))
        why = f"No needs assessment recorded here names any {missing} for {area.name}." if looked else ""
        why = why or f"No needs assessment is recorded for {area.name}, and so no {missing.removesuffix(',')}."
        return Answer(key, area.name, Status.NOT_MET, why, None, refs, _step(area, known))
    newest = max(sure or saying, key=newness)
    said = next(found(row) for row in newest.areas if row.area_pk == area.pk and found(row))
    day = own_day(newest)
    if not sure:
        why = f"“{newest.title}” gives {said} for {area.name}, but whether by {dates.say(on)} cannot be told: give the exact day of {day}."
        step = NextStep("Give the exact date", "needsassessment_change", (("pk", newest.pk),))
        return Answer(key, area.name, Status.CANNOT_TELL, why, None, refs, step)
    undated = "" if day else " The day it was completed is not recorded."
    return Answer(key, area.name, Status.MET, f"“{newest.title}” gives {said} for {area.name}.{undated}", None, (ref_of(newest),))


def _step(area: AreaFacts, known: list[AssessmentFacts]) -> NextStep:
    if not known:
        return ADD_ASSESSMENT
    newest = max(known, key=newness)
    row = next((row for row in newest.areas if row.area_pk == area.pk), None)
    if row:
        return NextStep("Complete what was found", "assessedarea_change", (("pk", row.pk),))
    return NextStep("Record what was found", "assessedarea_add", (("assessment_pk", newest.pk),))


def known_assessments(facts: PartnershipFacts, on: datetime.date) -> list[AssessmentFacts]:
    """Those whose own day is not surely after `on`; one without a day does not stand in its own way."""
    return [assessment for assessment in facts.assessments if _by(assessment, on) is not Truth.NO]


def own_day(assessment: AssessmentFacts) -> VagueDate | None:
    return assessment.completed_on or assessment.approved_on


def _by(assessment: AssessmentFacts, on: datetime.date) -> Truth:
    day = own_day(assessment)
    return day.by(on) if day else Truth.YES


def newness(assessment: AssessmentFacts) -> tuple[datetime.date, int]:
    day = own_day(assessment)
    return (day.latest if day else datetime.date.min), assessment.pk


def ref_of(assessment: AssessmentFacts) -> RecordRef:
    return RecordRef("needsassessment", assessment.pk, assessment.title)
