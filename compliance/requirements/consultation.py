"""SVD-CONS: who had to be asked before a strategy was made. CONS-04, for a wider area, and the family's catalogue."""

import datetime
from collections.abc import Iterable

from compliance.facts import AreaFacts, ConsultationFacts, HolderFacts, PartnershipFacts
from compliance.finding import NextStep, Status, Strength
from compliance.requirements.bodies import overlaps, specified_types
from compliance.requirements.consulting import (
    NOTHING_YET,
    consultation_ref,
    education,
    ended_after,
    in_time,
    known_consultations,
    prisons,
    youth_custody,
)
from compliance.requirements.law_dates import DUTY_BEGAN
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.shares import Share, answer_of, best_of
from compliance.requirements.versions import Judged, Versions, areas_of, drafts_of
from partnerships.needed_places import is_needed
from svduty.vague_dates import VagueDate


def specified_authorities(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Under section 9 every other specified authority for each area is consulted (s.9(4)(a)): asked, or one of those that made it."""
    wider = [judged for judged in everything if judged.strategy.section_9]
    if not wider:
        why = "No strategy here is made under section 9, for a wider area." if everything else NOTHING_YET
        yield whole_partnership(facts, Status.NOT_APPLICABLE, why)
    for judged in wider:
        areas = areas_of(facts, judged.strategy)
        shares = [share for area in areas for share in _for_area(facts, judged, area, on)]
        if not areas:
            step = NextStep("Record its areas", "strategy_change", (("pk", judged.strategy.pk),))
            shares = [Share(Status.CANNOT_TELL, "Which areas the strategy covers is not recorded.", step)]
        yield answer_of(judged, shares)


def _for_area(facts: PartnershipFacts, judged: Judged, area: AreaFacts, on: datetime.date) -> list[Share]:
    known = [c for c in known_consultations(judged, "specified", on) if c.area_pk in (None, area.pk)]
    asking = [consultation for consultation in known if not ended_after(consultation, judged)]
    asked = {body for consultation in asking for body in consultation.body_pks}
    day = _day_that_counts(judged, on)
    here = _holders(facts, area, day)
    others = {h.organisation_pk: h.organisation for h in here if h.organisation_pk not in judged.strategy.made_by_pks}
    left_out = sorted(name for pk, name in others.items() if pk not in asked)
    missing = _missing_kinds(facts, area, here, day)
    body_step = NextStep("Record the body", "dutyholder_add")
    if not here:
        why = f"No specified authority is recorded for {area.name}, so it cannot be told whether each was asked."
        return [Share(Status.CANNOT_TELL, why, body_step)]
    if left_out:
        why = f"For {area.name} {listed(left_out)} is neither one of those that made the strategy nor recorded as asked."
        if len(left_out) > 1:
            why = f"For {area.name} these neither made the strategy nor are recorded as asked: {listed(left_out)}."
        about = (("kind", "specified"),)
        step = NextStep("Record the consultation", "consultation_add", (("version_pk", judged.version.pk),), query=about)
        return [Share(Status.NOT_MET if judged.published else Status.DUE_LATER, why, step)]
    if missing:
        why = f"All specified authorities recorded for {area.name} took part or were asked, but none is recorded as: {listed(missing)}."
        return [Share(Status.CANNOT_TELL, why, body_step)]
    needed = [_best(facts, judged, asking, pk, name, on) for pk, name in sorted(others.items())]
    return needed or [Share(Status.MET, f"All specified authorities for {area.name} made the strategy together.")]


def _best(facts: PartnershipFacts, judged: Judged, asking: list[ConsultationFacts], body: int, name: str, on: datetime.date) -> Share:
    """How the best of the consultations that asked this body stands."""
    shares = [
        in_time(facts, judged, consultation, on, f"{name} was asked", (consultation_ref(consultation),))
        for consultation in asking
        if body in consultation.body_pks
    ]
    return best_of(shares) or shares[0]


def _day_that_counts(judged: Judged, on: datetime.date) -> VagueDate:
    """The day the version was published, or the day asked about; not before the duty, when nobody was an authority yet."""
    first, last = judged.start_first or on, judged.start_last or on
    first, last = max(first, DUTY_BEGAN), max(last, DUTY_BEGAN)
    return VagueDate(first, last, first.isoformat())


def _holders(facts: PartnershipFacts, area: AreaFacts, day: VagueDate) -> list[HolderFacts]:
    types = specified_types(facts, day)
    return [h for h in facts.holders if h.area_pk == area.pk and h.capacity in types and overlaps(h.starts, h.ends, day)]


def _missing_kinds(facts: PartnershipFacts, area: AreaFacts, here: list[HolderFacts], day: VagueDate) -> list[str]:
    held = {holder.capacity for holder in here}
    return [kind.name for kind in specified_types(facts, day).values() if is_needed(kind, area) and kind.code not in held]


def drafts_named(judged: Judged, on: datetime.date) -> str:
    """The versions whose consultations bear on this one, for a page: `versions 1 and 2`."""
    numbers = [str(version.number) for version in drafts_of(judged, on)]
    return f"version{'s' if len(numbers) > 1 else ''} {listed(numbers)}"


FAMILY = "Consultation"
ACT = "Police, Crime, Sentencing and Courts Act 2022"
COUNTED = (
    "A consultation with its dates, how many were asked, how many there are, where that number comes from and who confirmed it. "
    "Consulting on a draft counts for the version made of it; each revision is consulted on anew."
)
NONE_THERE = " Or that there is none in the area, how one knows, and who confirmed it."

REQUIREMENTS = (
    Requirement(
        code="SVD-CONS-01",
        family=FAMILY,
        title="Education consulted",
        plain="Each educational authority for the area must be consulted while the strategy, or a revision of it, is prepared.",
        citation=f"{ACT} s.8(4)(a) and s.8(11); s.9(4)(b) for a wider area",
        strength=Strength.STATUTORY,
        task="Consult every educational authority",
        shortfall="not every educational authority is recorded as consulted",
        evidence=COUNTED,
        rule=education,
        deadline="DL-01, DL-14",
    ),
    Requirement(
        code="SVD-CONS-02",
        family=FAMILY,
        title="Prisons consulted",
        plain="Each prison authority for the area must be consulted, if there is one.",
        citation=f"{ACT} s.8(4)(b) and s.8(11); s.9(4)(b) for a wider area",
        strength=Strength.STATUTORY,
        task="Consult every prison authority, or record that there is none",
        shortfall="not every prison authority is recorded as consulted",
        evidence=COUNTED + NONE_THERE,
        rule=prisons,
        deadline="DL-01, DL-14",
    ),
    Requirement(
        code="SVD-CONS-03",
        family=FAMILY,
        title="Youth custody consulted",
        plain="Each youth custody authority for the area must be consulted, if there is one.",
        citation=f"{ACT} s.8(4)(c) and s.8(11); s.9(4)(b) for a wider area",
        strength=Strength.STATUTORY,
        task="Consult every youth custody authority, or record that there is none",
        shortfall="not every youth custody authority is recorded as consulted",
        evidence=COUNTED + NONE_THERE,
        rule=youth_custody,
        deadline="DL-01, DL-14",
    ),
    Requirement(
        code="SVD-CONS-04",
        family=FAMILY,
        title="Other specified authorities consulted",
        plain="A strategy for a wider area must be made after consulting every other specified authority for each of its areas.",
        citation=f"{ACT} s.9(4)(a)",
        strength=Strength.STATUTORY,
        task="Consult the other specified authorities",
        shortfall="not every specified authority is recorded as consulted",
        evidence="For each area: the bodies that made the strategy together, and a consultation of all the others.",
        rule=specified_authorities,
        deadline="DL-14",
    ),
)
