"""SVD-INFO-01: an arrangement for sharing information is in force."""

import datetime
from collections.abc import Iterable

from compliance.facts import PartnershipFacts, SharingFacts, lasts_on
from compliance.finding import Due, NextStep, RecordRef, Status, Strength
from compliance.requirements.bodies import specified_types
from compliance.requirements.judging import Deadline, pending
from compliance.requirements.requirement import Answer, Requirement, listed, whole_partnership
from compliance.requirements.versions import Versions, areas_on
from svduty import dates
from svduty.vague_dates import Truth, VagueDate

ADD = NextStep("Add the agreement", "sharingagreement_add")
IN_THE_AGREEMENT = "the day in the agreement"


def sharing_agreed(facts: PartnershipFacts, on: datetime.date, everything: Versions) -> Iterable[Answer]:
    """A written agreement covers sharing: parties, start, what section 16 bars, and a review that is not past (guidance; DL-11)."""
    agreements = [agreement for agreement in facts.sharing if lasts_on(agreement.starts, agreement.ends, on)]
    if not agreements:
        yield whole_partnership(facts, Status.NOT_MET, "No agreement on sharing information is recorded as in force.", ADD)
    outside = _not_party(facts, agreements, on)
    for agreement in agreements:
        yield _judged(facts, agreement, on, outside)


def _judged(facts: PartnershipFacts, agreement: SharingFacts, on: datetime.date, outside: str) -> Answer:
    key, ref = f"sharing:{agreement.pk}", RecordRef("sharingagreement", agreement.pk, agreement.title)
    change = NextStep("Complete the agreement", "sharingagreement_change", (("pk", agreement.pk),))
    let_in = [what for what, answer in agreement.barred if answer == "no"]
    if let_in:
        why = f"It does not leave out {listed(let_in)}, which section 16 does not authorise."
        return Answer(key, agreement.title, Status.NOT_MET, why, None, (ref,), change)
    wanting = _wanting(agreement, on)
    if wanting or agreement.starts is None:
        return Answer(
            key, agreement.title, Status.CANNOT_TELL, f"Of this agreement it is not recorded {listed(wanting)}.", None, (ref,), change
        )
    deadline, worked_out = _review(facts, agreement, agreement.starts)
    due = Due("DL-11", deadline.first, worked_out, in_law=False, standing=IN_THE_AGREEMENT if agreement.review_on else "local target")
    status = pending(deadline, on).status
    review = NextStep("Record its review", "sharingagreement_review", (("pk", agreement.pk),))
    csp = " The 2007 Regulations ask a community safety partnership for such a protocol." if agreement.for_csp else ""
    day = dates.say(deadline.first)
    if status == Status.OVERDUE:
        why = f"It has stood since {agreement.starts}, but its review was due by {day}.{csp}{outside}"
        return Answer(key, agreement.title, status, why, due, (ref,), review)
    if status == Status.CANNOT_TELL:
        why = f"It has stood since {agreement.starts}. Whether its review is overdue depends on the exact date.{csp}{outside}"
        return Answer(key, agreement.title, status, why, due, (ref,), change)
    parties = f"{len(agreement.party_pks)} parties"
    why = f"In force between {parties} since {agreement.starts}; to be reviewed by {day}.{csp}{outside}"
    if status == Status.DUE_SOON:
        return Answer(key, agreement.title, status, why, due, (ref,), review)
    return Answer(key, agreement.title, Status.MET, why, due, (ref,))


def _wanting(agreement: SharingFacts, on: datetime.date) -> list[str]:
    wanting = []
    if len(agreement.party_pks) < 2:
        wanting.append("between whom it is")
    if agreement.starts is None:
        wanting.append("since when it has been in force")
    elif agreement.starts.by(on) is Truth.MAYBE:
        wanting.append(f"exactly since when (recorded as {agreement.starts})")
    if agreement.ends and not agreement.ends.exact and agreement.ends.earliest < on:
        wanting.append(f"exactly until when (recorded as {agreement.ends})")
    silent = [what for what, answer in agreement.barred if not answer]
    if silent:
        wanting.append(f"whether it leaves out {listed(silent)}")
    return wanting


def _review(facts: PartnershipFacts, agreement: SharingFacts, starts: VagueDate) -> tuple[Deadline, str]:
    window = facts.deadline("DL-11").window_days
    if agreement.review_on:
        return Deadline(agreement.review_on.earliest, agreement.review_on.latest, window), f"the agreement says {agreement.review_on}"
    first, last = dates.one_year_on(starts.earliest), dates.one_year_on(starts.latest)
    return Deadline(first, last, window), f"twelve months after it began, {starts}; it names no day itself"


def _not_party(facts: PartnershipFacts, agreements: list[SharingFacts], on: datetime.date) -> str:
    """A sentence on specified authorities of the areas that are party to none; nothing where there are none."""
    kinds = specified_types(facts, VagueDate.of(on))
    parties = {pk for agreement in agreements for pk in agreement.party_pks}
    areas = {area.pk for area in areas_on(facts, on)}
    names = {
        holder.organisation
        for holder in facts.holders
        if holder.capacity in kinds
        and holder.area_pk in areas
        and lasts_on(holder.starts, holder.ends, on)
        and holder.organisation_pk not in parties
    }
    return f" Party to no agreement: {listed(sorted(names))}." if names else ""


REQUIREMENTS = (
    Requirement(
        code="SVD-INFO-01",
        family="Sharing information",
        title="Sharing arrangement in force",
        plain="A written agreement should say who shares what with whom, and leave out what section 16 does not authorise.",
        citation="Police, Crime, Sentencing and Courts Act 2022 s.16; for a community safety partnership SI 2007/1830 reg 4 (Wales: "
        "SI 2007/3076)",
        strength=Strength.GUIDANCE,
        task="Agree in writing how information is shared",
        shortfall="an agreement on sharing information was not made, or not reviewed",
        evidence="An agreement with its parties, the day it began, the day of its review, and the four things that section 16 bars.",
        rule=sharing_agreed,
        deadline="DL-11",
    ),
)
