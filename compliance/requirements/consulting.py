"""SVD-CONS-01 to 03: every educational, prison and youth custody authority for the area was asked while the strategy was made."""

import datetime
from collections.abc import Iterable

from compliance.facts import AreaFacts, ConsultationFacts, NumberFacts, PartnershipFacts
from compliance.finding import Due, NextStep, RecordRef, Status
from compliance.requirements.judging import Deadline, pending
from compliance.requirements.law_dates import FIRST_STRATEGY_DUE
from compliance.requirements.requirement import Answer, listed, whole_partnership
from compliance.requirements.shares import DONE, OPEN, Share, answer_of, best_of, doubt
from compliance.requirements.versions import Judged, Versions, areas_of, drafts_of, is_first
from svduty import dates
from svduty.vague_dates import Truth

OWN_DATE = "the consultation's own date"
NOTHING_YET = "There is no strategy to consult on yet."
BEFORE_THE_FIRST = Due("DL-01", FIRST_STRATEGY_DUE, "before the area's first strategy is published, for which this is the last day")
NAMES = {
    "education": ("educational authority", "educational authorities"),
    "prison": ("prison authority", "prison authorities"),
    "youth-custody": ("youth custody authority", "youth custody authorities"),
}


def education(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each educational authority for the area (s.8(4)(a), s.9(4)(b))."""
    return _consulted(facts, on, everything, "education")


def prisons(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each prison authority for the area (s.8(4)(b), s.9(4)(b)), or none in the area."""
    return _consulted(facts, on, everything, "prison")


def youth_custody(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Each youth custody authority for the area (s.8(4)(c), s.9(4)(b)), or none in the area."""
    return _consulted(facts, on, everything, "youth-custody")


def _consulted(facts: PartnershipFacts, on: datetime.date, everything: Versions, kind: str) -> Iterable[Answer]:
    if not everything:
        yield whole_partnership(facts, Status.NOT_APPLICABLE, NOTHING_YET)
    for judged in everything:
        areas = areas_of(facts, judged.strategy)
        shares = [_in_area(facts, judged, area, kind, everything, on) for area in areas]
        if not areas:
            step = NextStep("Record its areas", "strategy_change", (("pk", judged.strategy.pk),))
            shares = [Share(Status.CANNOT_TELL, "Which areas the strategy covers is not recorded.", step)]
        yield answer_of(judged, shares)


def _in_area(facts: PartnershipFacts, judged: Judged, area: AreaFacts, kind: str, everything: Versions, on: datetime.date) -> Share:
    there = [c for c in known_consultations(judged, kind, on) if c.area_pk in (None, area.pk)]
    bearing = [consultation for consultation in there if not ended_after(consultation, judged)]
    asked = [_by_consultation(facts, judged, area, consultation, everything, on) for consultation in bearing]
    best = best_of([share for share in asked if share])
    number = number_in(facts, area.pk, kind, judged.start_last or on, on)
    if number and number.number == 0 and not (best and best.status == Status.MET):
        return _none_there(area, number, kind)
    return best or _nobody_asked(facts, judged, area, kind, everything, on, too_late=bool(there))


def known_consultations(judged: Judged, kind: str, on: datetime.date) -> list[ConsultationFacts]:
    """The consultations on the drafts that led to the version, opened surely or possibly by `on`."""
    return [
        consultation
        for version in drafts_of(judged, on)
        for consultation in version.consultations
        if consultation.kind == kind and consultation.opens_on.by(on) is not Truth.NO
    ]


def ended_after(consultation: ConsultationFacts, judged: Judged) -> bool:
    """Did it surely end, or begin, after the version was published? Then it was no part of preparing it."""
    ended = consultation.closes_on or consultation.opens_on
    return judged.start_last is not None and ended.earliest > judged.start_last


def number_in(facts: PartnershipFacts, area_pk: int, kind: str, by: datetime.date, on: datetime.date) -> NumberFacts | None:
    """How many authorities there were: the newest count made by then, or else the first one made later and known on `on`."""
    known = [n for n in facts.numbers if (n.area_pk, n.kind) == (area_pk, kind) and n.counted_on.by(on) is not Truth.NO]
    before = [number for number in known if number.counted_on.earliest <= by]
    if before:
        return max(before, key=lambda number: (number.counted_on.latest, number.pk))
    return min(known, key=lambda number: (number.counted_on.earliest, number.pk), default=None)


def _none_there(area: AreaFacts, number: NumberFacts, kind: str) -> Share:
    refs = (_number_ref(number),)
    if number.reason and number.confirmed_by:
        why = f"There is no {NAMES[kind][0]} for {area.name}; {number.confirmed_by} confirmed it."
        return Share(Status.MET, why, refs=refs)
    lacking = [what for what, there in (("how one knows it", number.reason), ("who confirmed it", number.confirmed_by)) if not there]
    why = f"{area.name} is said to have no {NAMES[kind][0]}. Record {listed(lacking)}."
    return Share(Status.CANNOT_TELL, why, NextStep("Complete the record", "numberinarea_change", (("pk", number.pk),)), refs=refs)


def _nobody_asked(
    facts: PartnershipFacts, judged: Judged, area: AreaFacts, kind: str, everything: Versions, on: datetime.date, *, too_late: bool
) -> Share:
    step = NextStep("Record the consultation", "consultation_add", (("version_pk", judged.version.pk),), query=(("kind", kind),))
    many = NAMES[kind][1]
    if judged.published:
        but = " One that ended after it was published is recorded; it does not count for this version." if too_late else ""
        why = f"No consultation of the {many} for {area.name} is recorded before the strategy was published {judged.started}.{but}"
        return Share(Status.NOT_MET, why, step)
    why = f"No consultation of the {many} for {area.name} is recorded yet. The strategy must not be finished without it."
    return _pending(facts, judged, everything, on, why, step)


def _pending(
    facts: PartnershipFacts,
    judged: Judged,
    everything: Versions,
    on: datetime.date,
    why: str,
    step: NextStep,
    refs: tuple[RecordRef, ...] = (),
) -> Share:
    """Not everybody was asked yet, of a version that is not published: only the first strategy has a last day in law."""
    if any(is_first(judged, covered, everything) for covered in areas_of(facts, judged.strategy)):
        verdict = pending(Deadline.on(FIRST_STRATEGY_DUE, facts.deadline("DL-01").window_days), on)
        why = f"{why} It comes before the first strategy is published, for which the last day was or is {dates.say(FIRST_STRATEGY_DUE)}."
        return Share(verdict.status, why, step, BEFORE_THE_FIRST, refs)
    return Share(Status.DUE_LATER, why, step, refs=refs)


def _by_consultation(
    facts: PartnershipFacts, judged: Judged, area: AreaFacts, consultation: ConsultationFacts, everything: Versions, on: datetime.date
) -> Share | None:
    """Was everybody asked whom there is? "Every" can only be told from the number there is, its source and who confirmed it.

    None where there is nobody to ask.
    """
    kind = consultation.kind
    by = consultation.closes_on.latest if consultation.closes_on else judged.start_last or on
    covered = [area] if consultation.area_pk else areas_of(facts, judged.strategy)
    numbers = {each: number_in(facts, each.pk, kind, by, on) for each in covered}
    refs = (consultation_ref(consultation), *(_number_ref(number) for number in numbers.values() if number))
    change = NextStep("Complete the record", "consultation_change", (("pk", consultation.pk),))
    for each, number in numbers.items():
        if number is None:
            why = f"How many {NAMES[kind][1]} there are for {each.name} is not recorded, so it cannot be told whether each was asked."
            about = (("kind", kind), ("area", each.pk))
            return doubt(why, NextStep("Record the number", "numberinarea_add", query=about), refs)
        if not number.source or not number.confirmed_by:
            what = "where the number comes from" if not number.source else "who confirmed it"
            why = f"{number.number} {NAMES[kind][1]} are recorded for {each.name}, but not {what}."
            return doubt(why, NextStep("Complete the record", "numberinarea_change", (("pk", number.pk),)), refs)
    total = sum(number.number for number in numbers.values() if number)
    if total == 0:
        return None
    where = area.name if consultation.area_pk else " and ".join(each.name for each in covered)
    if consultation.asked is None:
        why = f"How many of the {total} {NAMES[kind][1]} for {where} were asked is not recorded."
        return doubt(why, change, refs)
    if consultation.asked > total:
        why = f"{consultation.asked} are recorded as asked, but only {total} {NAMES[kind][1]} for {where}. Put one of the numbers right."
        return doubt(why, change, refs)
    if consultation.asked < total:
        why = f"Of the {total} {NAMES[kind][1]} for {where}, {consultation.asked} are recorded as asked; the Act asks for each."
        step = NextStep("Complete the list", "consultation", (("pk", consultation.pk),))
        if judged.published:
            return Share(Status.NOT_MET, why, step, refs=refs)
        return _pending(facts, judged, everything, on, why, step, refs)
    said = f"All {total} {NAMES[kind][1]} for {where} were asked" if total > 1 else f"The one {NAMES[kind][0]} for {where} was asked"
    return in_time(facts, judged, consultation, on, said, refs)


def in_time(
    facts: PartnershipFacts,
    judged: Judged,
    consultation: ConsultationFacts,
    on: datetime.date,
    said: str,
    refs: tuple[RecordRef, ...],
) -> Share:
    """A consultation that asked everybody: closed before the version was published, or, for a draft, closed by `on`."""
    closes = consultation.closes_on
    change = NextStep("Give the exact dates", "consultation_change", (("pk", consultation.pk),))
    if closes is None:
        return doubt(f"{said}, but when the consultation closed is not recorded.", change, refs)
    if consultation.opens_on.by(on) is Truth.MAYBE:
        why = f"{said}, but whether the consultation had opened by {dates.say(on)} cannot be told."
        return doubt(why, change, refs)
    span = f"{said}, from {consultation.opens_on} to {closes}"
    if judged.start_first is not None:
        if closes.latest <= judged.start_first:
            return Share(Status.MET, f"{span}, before the strategy was published.", refs=refs, grade=DONE)
        why = f"{span}, but whether it closed before the strategy was published {judged.started} cannot be told. Give the exact dates."
        return doubt(why, change, refs)
    if closes.latest < on:
        return Share(Status.MET, f"{span}.", refs=refs, grade=DONE)
    if closes.earliest < on:
        return doubt(f"{span}. Give the exact closing day.", change, refs)
    soon = (closes.earliest - on).days <= facts.deadline("DL-14").window_days
    due = Due("DL-14", closes.earliest, "the last day on which an answer counts; the law sets no length", False, OWN_DATE)
    step = NextStep("See the consultation", "consultation", (("pk", consultation.pk),))
    why = f"{said}; the consultation is open until {closes}."
    return Share(Status.DUE_SOON if soon else Status.DUE_LATER, why, step, due, refs, OPEN)


def consultation_ref(consultation: ConsultationFacts) -> RecordRef:
    return RecordRef("consultation", consultation.pk, f"Consultation from {consultation.opens_on}")


def _number_ref(number: NumberFacts) -> RecordRef:
    return RecordRef("numberinarea", number.pk, f"Number counted on {number.counted_on}")
