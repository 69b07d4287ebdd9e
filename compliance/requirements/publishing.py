"""SVD-PUB-01, 02 and 04: published on a website for each area, in another form, and in Wales in both languages."""

import datetime
from collections.abc import Iterable

from compliance.facts import AreaFacts, PartnershipFacts, PublicationFacts
from compliance.finding import Due, NextStep, RecordRef, Status
from compliance.requirements.bodies import is_policing_body, is_specified
from compliance.requirements.due_to_publish import FIRST_DUE, due_to_publish, waiting_for
from compliance.requirements.judging import Deadline, Happening, Verdict, judge, pending, when
from compliance.requirements.law_dates import DUTY_BEGAN, FIRST_STRATEGY_DUE
from compliance.requirements.requirement import Answer, listed, whole_partnership
from compliance.requirements.versions import (
    Judged,
    Versions,
    areas_of,
    areas_on,
    had_the_first_deadline,
    published_by,
)
from svduty import dates
from svduty.vague_dates import Truth

NOTHING_YET = "There is no strategy to publish yet."


def on_a_website(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """For each area of the strategy: placed on the site of a specified authority for it, or of its policing body.

    Regs 4(1)(a) and 5(1)(a).
    """
    for judged in everything:
        areas = areas_of(facts, judged.strategy)
        for area in areas:
            yield _for_area(facts, judged, area, everything, on)
        if not areas:
            why = "Which areas the strategy covers is not recorded, so it cannot be said for which it has to be on a website."
            step = NextStep("Record its areas", "strategy_change", (("pk", judged.strategy.pk),))
            yield Answer(judged.key, judged.name, Status.CANNOT_TELL, why, None, (judged.record,), step, current=judged.current)
    yield from _nothing_prepared(facts, everything, on)


def _nothing_prepared(facts: PartnershipFacts, everything: Versions, on: datetime.date) -> Iterable[Answer]:
    """Areas that no strategy covers yet: their first one was due by 31 January 2024 all the same."""
    covered = {pk for judged in everything for pk in judged.strategy.area_pks}
    areas = [area for area in areas_on(facts, on) if area.pk not in covered and had_the_first_deadline(area)]
    if not everything and (not areas or on < DUTY_BEGAN):
        yield whole_partnership(facts, Status.NOT_APPLICABLE, NOTHING_YET)
        return
    for area in areas:
        verdict = pending(Deadline.on(FIRST_STRATEGY_DUE, facts.deadline("DL-01").window_days), on)
        had = "had" if on > FIRST_STRATEGY_DUE else "has"
        last = f"The area's first {had} to be published by {dates.say(FIRST_STRATEGY_DUE)}."
        why = f"No version of a strategy for {area.name} is recorded. {last}"
        step = NextStep("Record the strategy", "strategy_add")
        yield Answer(f"area:{area.pk}", area.name, verdict.status, why, FIRST_DUE, (), step)


def _for_area(facts: PartnershipFacts, judged: Judged, area: AreaFacts, everything: Versions, on: datetime.date) -> Answer:
    sites = [p for p in published_by(judged.version, on) if p.way == "website" and p.area_pk == area.pk]
    counting = [p for p in sites if p.owner_pk is None or _counts(facts, p, area)]
    happenings = [
        Happening(p.published_on, _ref(p), "" if p.owner_pk else "Say whose website it is: only some bodies' websites count.")
        for p in counting
    ]
    due, deadline = due_to_publish(facts, judged, [area], everything, on)
    verdict = judge(happenings, deadline, on) if happenings else waiting_for(facts, judged, deadline, on)
    others = sorted({p.owner for p in sites if p not in counting})
    aside = f" A publication on the website of {listed(others)} is recorded; it does not count for {area.name}." if others else ""
    step = NextStep("Record the publication", "publication_add", (("version_pk", judged.version.pk), ("way", "website")))
    why = _why(verdict, due, f"on a website for {area.name}") + aside
    return _answer(judged, verdict, why, due, sites, step, key=f"{judged.key}/area:{area.pk}", subject=f"{judged.name}, for {area.name}")


def _counts(facts: PartnershipFacts, publication: PublicationFacts, area: AreaFacts) -> bool:
    owner, day = publication.owner_pk, publication.published_on
    return owner is not None and (is_specified(facts, owner, [area.pk], day) or is_policing_body(facts, owner, area.pk, day))


def in_another_form(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Also made known in whatever other form the authorities think suitable, having regard to reaching different groups
    (Regs 4(1)(b), 5(1)(b)): form and audience recorded."""
    yield from _nothing_prepared(facts, everything, on)
    for judged in everything:
        forms = [p for p in published_by(judged.version, on) if p.way == "other"]
        due, deadline = due_to_publish(facts, judged, areas_of(facts, judged.strategy), everything, on)
        happenings = [Happening(p.published_on, _ref(p), "" if p.audience else "Say for whom this form is meant.") for p in forms]
        verdict = judge(happenings, deadline, on) if happenings else waiting_for(facts, judged, deadline, on)
        step = NextStep("Record another form", "publication_add", (("version_pk", judged.version.pk), ("way", "other")))
        yield _answer(judged, verdict, _why(verdict, due, "in another form besides the website"), due, forms, step)


def in_both_languages(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Wales only: published in English and in Welsh (reg 6). The later of the two languages decides."""
    welsh = [judged for judged in everything if in_wales(facts, judged)]
    if not welsh:
        yield no_welsh_duty(facts)
    for judged in welsh:
        publications = published_by(judged.version, on)
        due, deadline = due_to_publish(facts, judged, areas_of(facts, judged.strategy), everything, on)
        verdicts = {
            name: judge(happenings, deadline, on) if happenings else waiting_for(facts, judged, deadline, on)
            for code, name in (("en", "English"), ("cy", "Welsh"))
            for happenings in [[Happening(p.published_on, _ref(p)) for p in publications if code in p.languages]]
        }
        out = all(any(code in p.languages and p.published_on.by(on) is Truth.YES for p in publications) for code in ("en", "cy"))
        name, verdict = min(verdicts.items(), key=lambda item: _decides(item[1], out))
        step = NextStep("Record the publication", "publication_add", (("version_pk", judged.version.pk), ("way", "website")))
        yield _answer(judged, verdict, _why(verdict, due, f"in {name}"), due, publications, step)


def _decides(verdict: Verdict, both_out: bool) -> tuple[int, int]:
    """Both languages are needed: a missing one decides, then the later of those surely late once both are out, then a doubtful one."""
    if verdict.happening is None:
        return 0, 0
    first = [Status.MET_LATE, Status.CANNOT_TELL] if both_out else [Status.CANNOT_TELL, Status.MET_LATE]
    return [*first, Status.MET].index(verdict.status) + 1, -verdict.late_by


def no_welsh_duty(facts: PartnershipFacts) -> Answer:
    """Why regulation 6 asks nothing of this partnership now."""
    why = NOTHING_YET if any(area.in_wales for area in facts.areas) else "No area of this partnership is in Wales."
    return whole_partnership(facts, Status.NOT_APPLICABLE, why)


def in_wales(facts: PartnershipFacts, judged: Judged) -> bool:
    return any(area.in_wales for area in areas_of(facts, judged.strategy))


def _ref(publication: PublicationFacts) -> RecordRef:
    where = f"on the website of {publication.owner}" if publication.owner_pk else publication.other_form or "on a website"
    return RecordRef("publication", publication.pk, f"Published {publication.published_on} {where}")


def _why(verdict: Verdict, due: Due, how: str) -> str:
    if verdict.happening is None:
        if verdict.status == Status.CANNOT_TELL:
            return f"No publication {how} is recorded, nor when the version was approved; record that day, or the publication."
        return f"No publication {how} is recorded. {_asked(due)}."
    early = ", before the duty began" if verdict.happening.on.latest < DUTY_BEGAN else ""
    done = f"Published {how} {when(verdict.happening.on)}{early}"
    if verdict.status == Status.CANNOT_TELL:
        return f"{done}. {verdict.doubt}"
    if due.on is None:
        return f"{done}. The law sets no date for it."
    if verdict.status == Status.MET_LATE:
        return f"{done}, {dates.say_days(verdict.late_by)} after {due.words}."
    last_day = "the last day was" if due.in_law else "the law sets no date, and our local target was"
    return f"{done}; {last_day} {dates.say(due.on)}."


def _asked(due: Due) -> str:
    """What is asked, for a sentence: a date of the law, or our own target; without either it is not approved yet."""
    if due.on is None:
        return "It is not approved yet. The law asks for publication as soon as reasonably practicable after it is prepared"
    day = dates.say(due.on) if due.on else due.worked_out
    if due.in_law:
        return f"The last day for it is fixed by law: {day}"
    return f"The law asks for it as soon as reasonably practicable; our local target, which is not law, is {day}"


def _answer(
    judged: Judged,
    verdict: Verdict,
    why: str,
    due: Due,
    publications: list[PublicationFacts],
    step: NextStep,
    *,
    key: str = "",
    subject: str = "",
) -> Answer:
    settled = verdict.status in (Status.MET, Status.MET_LATE)
    if verdict.status == Status.CANNOT_TELL and verdict.happening:
        step = NextStep("Complete the record", "publication_change", (("pk", verdict.happening.record.pk),))
    elif verdict.status == Status.CANNOT_TELL:
        step = NextStep("Record the approval", "approval_add", (("version_pk", judged.version.pk),))
    rests_on = (judged.record, *(_ref(publication) for publication in publications))
    return Answer(
        key or judged.key,
        subject or judged.name,
        verdict.status,
        why,
        due,
        rests_on,
        None if settled else step,
        verdict.late_by,
        judged.current,
    )
