"""SVD-PART: who takes part, and who leads."""

import datetime
from collections.abc import Iterable

from compliance.facts import AreaFacts, AuthorityTypeFacts, HolderFacts, LeadFacts, PartnershipFacts, lasts_on
from compliance.finding import NextStep, RecordRef, Status, Strength
from compliance.requirements.boards import leading_boards
from compliance.requirements.bodies import specified_types
from compliance.requirements.judging import when
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions, areas_on
from partnerships.needed_places import needed_kinds
from partnerships.represented import missed
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

ADD_AREA = NextStep("Add an area", "partnershiparea_add")


def all_duty_holders(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """Every specified authority for each area is identified and represented (s.8(1), s.11, Sch 1): the six types, and both
    councils where there are two, each with a named representative and a start date."""
    areas = areas_on(facts, on)
    if not areas:
        yield whole_partnership(facts, Status.CANNOT_TELL, "No area is recorded yet. Record which areas the partnership covers.", ADD_AREA)
    for area in areas:
        yield _duty_holders_of(facts, area, on)


def _duty_holders_of(facts: PartnershipFacts, area: AreaFacts, on: datetime.date) -> Answer:
    needed = needed_kinds(facts.authority_types, area, on)
    if not needed:
        why = f"No kind of body was a specified authority on {dates.say(on)}."
        return Answer(f"area:{area.pk}", area.name, Status.NOT_APPLICABLE, why)
    here = [holder for holder in facts.holders if holder.area_pk == area.pk and lasts_on(holder.starts, holder.ends, on)]
    missing: list[AuthorityTypeFacts] = []
    unnamed: list[HolderFacts] = []
    undated: list[HolderFacts] = []
    for kind in needed:
        bodies = [holder for holder in here if holder.capacity == kind.code]
        if not bodies:
            missing.append(kind)
        elif not any(body.senior_lead and _surely_here(body, on) for body in bodies):
            (undated if any(body.senior_lead for body in bodies) else unnamed).append(bodies[0])
    codes = {kind.code for kind in needed}
    rests_on = tuple(RecordRef("dutyholder", holder.pk, holder.organisation) for holder in here if holder.capacity in codes)
    status = Status.NOT_MET if missing else Status.CANNOT_TELL if unnamed or undated else Status.MET
    return Answer(
        f"area:{area.pk}",
        area.name,
        status,
        _why(area, needed, [kind.name for kind in missing], unnamed, undated) + _silent(facts, here, on),
        None,
        rests_on,
        _fill(area, missing, unnamed + undated),
    )


def _surely_here(body: HolderFacts, on: datetime.date) -> bool:
    return body.starts is not None and body.starts.latest <= on and (body.ends is None or body.ends.earliest >= on)


def _why(
    area: AreaFacts, needed: list[AuthorityTypeFacts], missing: list[str], unnamed: list[HolderFacts], undated: list[HolderFacts]
) -> str:
    sentences = []
    if missing:
        sentences.append(f"For {area.name} no body is recorded as: {listed(missing)}.")
    if unnamed:
        sentences.append(f"No senior lead is named for {listed(sorted({holder.organisation for holder in unnamed}))} ({area.name}).")
    if undated:
        sentences.append(
            f"It is not recorded exactly since or until when {listed(sorted({holder.organisation for holder in undated}))} took part."
        )
    both = ", both councils among them" if area.two_tier else ""
    return (
        " ".join(sentences)
        or f"All {len(needed)} kinds of specified authority take part for {area.name}{both}, each with a named senior lead."
    )


def _silent(facts: PartnershipFacts, here: list[HolderFacts], on: datetime.date) -> str:
    """A sentence on bodies that no longer come. It changes no answer: how often a body comes is not in the Act."""
    boards, kinds = leading_boards(facts, on), specified_types(facts, VagueDate.of(on))
    wanted = [holder for holder in here if holder.capacity in kinds]
    away = {holder.organisation for holder in wanted if missed(holder.organisation_pk, holder.capacity, holder.starts, boards, on)}
    return f" Not represented at the last three meetings of the leading board: {listed(sorted(away))}." if away else ""


def _fill(area: AreaFacts, missing: list[AuthorityTypeFacts], incomplete: list[HolderFacts]) -> NextStep | None:
    if missing:
        return NextStep("Add a body", "dutyholder_add", query=(("area", area.pk), ("capacity", missing[0].code)))
    if incomplete:
        return NextStep("Complete the entry", "dutyholder_change", (("pk", incomplete[0].pk),))
    return None


def lead_agreed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """The bodies have agreed which partnership or body leads: lead body, date agreed, minute reference. No lead is named in the Act."""
    leads = [
        lead
        for lead in facts.leads
        if (lead.ends is None or lead.ends.latest >= on) and (lead.agreed_on is None or lead.agreed_on.by(on) is not Truth.NO)
    ]
    if not leads:
        step = NextStep("Record the lead", "leadagreement_add")
        yield whole_partnership(facts, Status.NOT_MET, "It is not recorded which body leads, or that the others agreed to it.", step)
        return
    agreed = [lead for lead in leads if _surely_leads(lead, on)]
    lead = (agreed or leads)[-1]
    rests_on = (RecordRef("leadagreement", lead.pk, f"Lead: {lead.organisation}"),)
    if agreed and lead.agreed_on:
        reference = f" ({lead.reference})" if lead.reference else ", but no minute or paper is named"
        why = f"{lead.organisation} leads. This was agreed {when(lead.agreed_on)}{reference}."
        yield Answer("partnership", facts.name, Status.MET, why, None, rests_on)
        return
    if lead.agreed_on is None:
        doubt = "When this was agreed is not recorded: give the date"
    elif lead.agreed_on.latest > on:
        doubt = f"The day this was agreed is recorded only as {lead.agreed_on}: give the exact date"
    else:
        doubt = f"The day its lead ended is recorded only as {lead.ends}: give the exact date"
    change = NextStep("Give the date", "leadagreement_change", (("pk", lead.pk),))
    why = f"{lead.organisation} is recorded as the lead. {doubt}."
    yield Answer("partnership", facts.name, Status.CANNOT_TELL, why, None, rests_on, change)


def _surely_leads(lead: LeadFacts, on: datetime.date) -> bool:
    return lead.agreed_on is not None and lead.agreed_on.latest <= on and (lead.ends is None or lead.ends.earliest >= on)


REQUIREMENTS = (
    Requirement(
        code="SVD-PART-01",
        family="Who takes part",
        title="All duty holders taking part",
        plain="Council, police, probation, youth offending team, fire and health must all be identified for each area and take part. "
        "Where there is a district and a county council, both must.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.8(1), s.11 and Schedule 1",
        strength=Strength.STATUTORY,
        task="Record every duty holder that takes part",
        shortfall="not every duty holder is recorded as taking part",
        evidence="For each area the six kinds of body (both councils where there are two), each with a named senior lead and a start date. "
        "The lead and the date are our test of taking part, not words of the Act.",
        rule=all_duty_holders,
    ),
    Requirement(
        code="SVD-PART-03",
        family="Who takes part",
        title="Lead partnership agreed",
        plain="The bodies should agree which of them, or which partnership, leads the work, and write it down.",
        citation="Statutory guidance under s.19",
        strength=Strength.GUIDANCE,
        task="Agree who leads, and write it down",
        shortfall="no agreement on who leads is recorded",
        evidence="The lead body, the date it was agreed, and the minute or paper.",
        rule=lead_agreed,
    ),
)
