"""SVD-STR: that a strategy stands, and that what must not be in it isn't."""

import datetime
from collections.abc import Iterable

from compliance.facts import AreaFacts, CheckFacts, PartnershipFacts
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.approving import approved
from compliance.requirements.deciding import contents_complete, equality_considered
from compliance.requirements.judging import Deadline, Happening, judge, when
from compliance.requirements.requirement import Answer, Requirement, whole_partnership
from compliance.requirements.taking_part import ADD_AREA
from compliance.requirements.versions import Judged, Versions, approved_by, areas_on
from svduty import dates
from svduty.vague_dates import Truth

ADD_STRATEGY = NextStep("Record the strategy", "strategy_add")


def prepared(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """A strategy for the area exists (s.8(3)(c)): a frozen version with title, areas and period, a document or link counting too.

    The Act sets no period; a strategy that has outrun its own stands no longer.
    """
    areas = areas_on(facts, on)
    if not areas:
        why = "No area is recorded yet, so it cannot be said for which area a strategy stands."
        yield whole_partnership(facts, Status.CANNOT_TELL, why, ADD_AREA)
    for area in areas:
        yield _prepared_for(area, [judged for judged in everything if area.pk in judged.strategy.area_pks], on)


def _prepared_for(area: AreaFacts, covering: list[Judged], on: datetime.date) -> Answer:
    standing = [judged for judged in covering if judged.strategy.period_to is None or judged.strategy.period_to.latest >= on]
    if not covering:
        why = f"No version of a strategy for {area.name} is recorded."
        return Answer(f"area:{area.pk}", area.name, Status.NOT_MET, why, next_step=ADD_STRATEGY)
    newest = max(standing or covering, key=lambda judged: (judged.version.dated.latest, judged.version.pk))
    strategy = newest.strategy
    if not standing and strategy.period_to:
        why = (
            f"The period of “{strategy.title}” ended {when(strategy.period_to)} and no later strategy for {area.name} is recorded. "
            "The Act sets no period; this one is the strategy's own."
        )
        return Answer(f"area:{area.pk}", area.name, Status.NOT_MET, why, None, (newest.record,), ADD_STRATEGY)
    period = f", for {strategy.period_from} to {strategy.period_to}" if strategy.period_from and strategy.period_to else ""
    why = f"“{newest.name}” covers {area.name}{period}.{_unsaid(newest, on)}"
    return Answer(f"area:{area.pk}", area.name, Status.MET, why, None, (newest.record,))


def _unsaid(newest: Judged, on: datetime.date) -> str:
    """What a reader should know beside the answer, though the duty does not turn on it."""
    approved = bool(approved_by(newest.version, on))
    sentences = []
    if not approved and not newest.published:
        sentences.append(" Neither its approval nor its publication is recorded yet.")
    if newest.strategy.period_to is None:
        sentences.append(" Its period is not recorded.")
    if not newest.strategy.section_8:
        sentences.append(" It is made under section 9 only; if it is also the area's section 8 strategy, record both sections.")
    return "".join(sentences)


def sensitive_material_kept_out(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Somebody checked, on or before the day of publication, that nothing barred is in the public version (s.8(8), s.9(9))."""
    if not everything:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, "There is no version to check yet.")
    for judged in everything:
        yield _kept_out(judged, on)


def _kept_out(judged: Judged, on: datetime.date) -> Answer:
    version = judged.version
    checks = [check for check in version.checks if check.checked_on.by(on) is not Truth.NO]
    refs = tuple(RecordRef("sensitivitycheck", check.pk, f"Sensitivity check of {check.checked_on}") for check in checks)
    step = NextStep("Record the check", "sensitivitycheck_add", (("version_pk", version.pk),))
    due = _due(judged)

    def answer(status: Status, why: str, *, late_by: int = 0, settled: bool = False) -> Answer:
        return Answer(judged.key, judged.name, status, why, due, (judged.record, *refs), None if settled else step, late_by, judged.current)

    latest = max(checks, key=lambda check: (check.checked_on.latest, check.pk), default=None)
    if latest and latest.result == "still-there":
        return answer(Status.NOT_MET, f"The check {when(latest.checked_on)} found that barred material is still in it.")
    deadline = Deadline(judged.start_first, judged.start_last, 0) if judged.start_first and judged.start_last else None
    if not checks and deadline is None:
        why = "Nobody has recorded the check for barred material yet. It must be made on or before the day the version is published."
        return answer(Status.DUE_LATER, why)
    verdict = judge([_happening(check) for check in checks if check.result != "still-there"], deadline, on)
    made = f"The check was made {when(verdict.happening.on)}" if verdict.happening else "No check for barred material is recorded"
    if verdict.status == Status.MET:
        published = f"; the version was first published {judged.started}" if judged.published else ", before publication"
        return answer(Status.MET, f"{made}{published}.", settled=True)
    if verdict.status == Status.MET_LATE:
        why = f"{made}, {dates.say_days(verdict.late_by)} after the version was first published {judged.started}."
        return answer(Status.MET_LATE, why, late_by=verdict.late_by, settled=True)
    if verdict.status == Status.CANNOT_TELL:
        return answer(Status.CANNOT_TELL, f"{made}. {verdict.doubt or 'Give the exact date of publication.'}")
    tense = "had" if verdict.status == Status.OVERDUE else "has"
    return answer(verdict.status, f"{made}, and the version was published {judged.started}. It {tense} to be made by that day.")


def _happening(check: CheckFacts) -> Happening:
    doubt = "" if check.complete else "Not all five statements of the check are answered yes."
    return Happening(check.checked_on, RecordRef("sensitivitycheck", check.pk, f"Sensitivity check of {check.checked_on}"), doubt)


def _due(judged: Judged) -> Due:
    if judged.start_first is None:
        return Due("STR-03", None, "on or before the day it is published")
    return Due("STR-03", judged.start_first, "the day the version was first published, that day included")


FAMILY = "The strategy"
REQUIREMENTS = (
    Requirement(
        code="SVD-STR-01",
        family=FAMILY,
        title="Strategy prepared",
        plain="There must be a strategy for preventing and reducing serious violence in the area.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(3)(c); s.9(3) for a wider area",
        strength=Strength.STATUTORY,
        task="Prepare a strategy",
        shortfall="no strategy that still runs is recorded",
        evidence="A frozen version of a strategy with its title, areas and period. A document or a link counts.",
        rule=prepared,
    ),
    Requirement(
        code="SVD-STR-02",
        family=FAMILY,
        title="Strategy contents complete",
        plain="The strategy should contain what is expected of one: who works together, what was found, what will be done by whom, how it "
        "is paid for, measured and reviewed.",
        citation="Statutory guidance under s.19; the list is ours and can be edited",
        strength=Strength.GUIDANCE,
        task="Check what the strategy contains",
        shortfall="it is not shown that the strategy contains all that is expected",
        evidence="A check of the version against the list, with the post that made it and its date; the other strategies it works with.",
        rule=contents_complete,
    ),
    Requirement(
        code="SVD-STR-03",
        family=FAMILY,
        title="Sensitive material kept out",
        plain="What is published must not put anyone's safety at risk, prejudice the prevention, investigation or prosecution of crime, or "
        "compromise security, good order or discipline in a school, prison or youth custody.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(8); s.9(9) for a wider area",
        strength=Strength.STATUTORY,
        task="Check the strategy for barred material",
        shortfall="the strategy is not recorded as cleared of barred material",
        evidence="A check of the version, with the post that made it, its date and result, on or before publication. The Act "
        "bars the material; that somebody looked for it, and when, is our way of showing it.",
        rule=sensitive_material_kept_out,
    ),
    Requirement(
        code="SVD-STR-04",
        family=FAMILY,
        title="Approved",
        plain="The strategy should be approved by those who decide under the bodies' own rules, such as a board or a cabinet.",
        citation="The bodies' own rules",
        strength=Strength.LOCAL,
        task="Have the strategy approved",
        shortfall="no approval of the strategy is recorded",
        evidence="A decision on the version: by whom, when, and the minute or paper; or what a round of a board came to.",
        rule=approved,
    ),
    Requirement(
        code="SVD-STR-05",
        family=FAMILY,
        title="Equality considered",
        plain="Public bodies must have due regard to equality when they decide. The Act asks for no particular document.",
        citation="Equality Act 2010 s.149",
        strength=Strength.STATUTORY,
        task="Record how equality was considered",
        shortfall="nothing shows that equality was considered",
        evidence="An equality assessment of the version, or of a draft that led to it, made by the day it was approved.",
        rule=equality_considered,
    ),
)
