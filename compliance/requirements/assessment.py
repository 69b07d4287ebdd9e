"""SVD-SNA: what serious violence there is, why, and that the evidence is written down."""

import datetime
from collections.abc import Iterable

from compliance.facts import AssessmentFacts, PartnershipFacts
from compliance.finding import GUIDANCE, Due, NextStep, Status, Strength
from compliance.requirements.judging import Deadline, Happening, Verdict, judge, pending, when
from compliance.requirements.kinds_and_causes import ADD_ASSESSMENT, causes_identified, kinds_identified, known_assessments, ref_of
from compliance.requirements.requirement import Answer, Requirement, listed
from compliance.requirements.versions import Versions, approved_by, by_strategy, first_approval, known_versions
from svduty import dates
from svduty.vague_dates import Truth, VagueDate


def completed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """A written assessment with its period, sources and approval, done by the day the strategy on it was approved (DL-10)."""
    groups, known = by_strategy(everything), known_assessments(facts, on)
    if not groups:
        yield _behind(on, "partnership", facts.name, known, None, True)
    for pk, versions in groups.items():
        strategy = versions[0].strategy
        linked = [assessment for assessment in known if assessment.pk == strategy.assessment_pk]
        approval = first_approval([approval for version in known_versions(strategy, on) for approval in approved_by(version, on)])
        current = any(judged.current for judged in versions)
        yield _behind(on, f"strategy:{pk}", strategy.title, linked or known, approval, current)


def _behind(
    on: datetime.date,
    key: str,
    subject: str,
    assessments: list[AssessmentFacts],
    approval: tuple[datetime.date, datetime.date] | None,
    current: bool,
) -> Answer:
    dated = [(a, a.completed_on) for a in assessments if a.completed_on and a.completed_on.by(on) is not Truth.NO]
    undated = [a for a in assessments if a.completed_on is None]
    happenings = [Happening(day, ref_of(assessment), _doubt(assessment, on)) for assessment, day in dated]
    if not happenings:
        happenings = [Happening(VagueDate.of(on), ref_of(assessment), "Say on which day it was completed.") for assessment in undated]
    deadline = Deadline(*approval, 0) if approval else None
    verdict = judge(happenings, deadline, on) if happenings else pending(deadline, on) if deadline else Verdict(Status.DUE_LATER)
    due = Due("DL-10", None, "on or before the day the strategy is approved; the law sets no date", in_law=False, standing=GUIDANCE)
    if approval:
        due = Due("DL-10", approval[0], "the day the strategy was approved; the law sets no date", in_law=False, standing=GUIDANCE)
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    step = ADD_ASSESSMENT
    if verdict.happening:
        step = NextStep("Complete the record", "needsassessment_change", (("pk", verdict.happening.record.pk),))
    refs = tuple(happening.record for happening in happenings)
    why = _why(verdict, approval, dated=bool(dated))
    return Answer(key, subject, verdict.status, why, due, refs, None if settled else step, verdict.late_by, current)


def _doubt(assessment: AssessmentFacts, on: datetime.date) -> str:
    missing = []
    if assessment.period_from is None or assessment.period_to is None:
        missing.append("the time it looks at")
    if not assessment.sources:
        missing.append("where its data come from")
    if not assessment.approved_by:
        missing.append("who approved it")
    elif assessment.approved_on and assessment.approved_on.by(on) is Truth.NO:
        return "It was not approved yet."
    return f"Record {listed(missing)}." if missing else ""


def _why(verdict: Verdict, approval: tuple[datetime.date, datetime.date] | None, *, dated: bool) -> str:
    decided = _decided(approval) if approval else ""
    if verdict.happening is None:
        if verdict.status == Status.DUE_LATER:
            return "No needs assessment is recorded yet. It should be complete before the strategy is approved."
        return f"No complete needs assessment is recorded, and the strategy was approved {decided}. {verdict.doubt}".rstrip()
    if not dated:
        return f"“{verdict.happening.record.label}” is recorded. {verdict.doubt}"
    done = f"“{verdict.happening.record.label}” was completed {when(verdict.happening.on)}"
    if verdict.status == Status.MET:
        return f"{done}; the strategy was approved {decided}." if decided else f"{done}, with its period, sources and approval."
    if verdict.status == Status.MET_LATE:
        return f"{done}, {dates.say_days(verdict.late_by)} after the strategy was approved {decided}. No law sets that date."
    return f"{done}. {verdict.doubt}"


def _decided(approval: tuple[datetime.date, datetime.date]) -> str:
    first, last = approval
    return f"on {dates.say(first)}" if first == last else f"between {dates.say(first)} and {dates.say(last)}"


FAMILY = "The needs assessment"
ACT = "Police, Crime, Sentencing and Courts Act 2022"
REQUIREMENTS = (
    Requirement(
        code="SVD-SNA-01",
        family=FAMILY,
        title="Kinds of serious violence identified",
        plain="The authorities must find out what kinds of serious violence there are in the area.",
        citation=f"{ACT} s.8(3)(a); s.9(3) for a wider area",
        strength=Strength.STATUTORY,
        task="Find out what kinds of serious violence there are",
        shortfall="no kinds of serious violence are recorded",
        evidence="For each area a needs assessment with at least one kind of serious violence. It need not be published.",
        rule=kinds_identified,
    ),
    Requirement(
        code="SVD-SNA-02",
        family=FAMILY,
        title="Causes identified",
        plain="The authorities must find out the causes of that violence, so far as that is possible.",
        citation=f"{ACT} s.8(3)(b); s.9(3) for a wider area",
        strength=Strength.STATUTORY,
        task="Find out the causes of serious violence",
        shortfall="no causes of serious violence are recorded",
        evidence="For each area causes or risk factors, or a note why none could be found.",
        rule=causes_identified,
    ),
    Requirement(
        code="SVD-SNA-03",
        family=FAMILY,
        title="Needs assessment completed and approved",
        plain="There should be a written needs assessment, with the time it looks at, where its data come from and who approved it, done "
        "before the strategy that rests on it is approved.",
        citation="Statutory guidance under s.19",
        strength=Strength.GUIDANCE,
        task="Complete the needs assessment",
        shortfall="the needs assessment was not complete",
        evidence="The day it was completed, its period, its sources of data, and who approved it.",
        rule=completed,
        deadline="DL-10",
    ),
)
