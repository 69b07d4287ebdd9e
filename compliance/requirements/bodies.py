"""Who was a specified authority, or an area's policing body, on a given day."""

from collections.abc import Iterable

from compliance.facts import AuthorityTypeFacts, HolderFacts, PartnershipFacts
from compliance.requirements.law_dates import DUTY_BEGAN
from svduty.vague_dates import VagueDate

POLICING_BODY = "policing-body"


def specified_types(facts: PartnershipFacts, on: VagueDate) -> dict[str, AuthorityTypeFacts]:
    """The capacities that make a body a specified authority (Schedule 1) as the schedule stood then, by code."""
    return {kind.code: kind for kind in facts.authority_types if kind.standing == "specified" and overlaps(kind.starts, kind.ends, on)}


def is_specified(facts: PartnershipFacts, organisation_pk: int, area_pks: Iterable[int], on: VagueDate) -> bool:
    """Was the organisation a specified authority for one of the areas on that day? An unrecorded start does not stand in its way.

    Before the duty began nobody was; what a later authority had done by then is counted as if done on the first day.
    """
    on = VagueDate(max(on.earliest, DUTY_BEGAN), max(on.latest, DUTY_BEGAN), on.edtf)
    return any(holder.capacity in specified_types(facts, on) for holder in _held(facts, organisation_pk, area_pks, on))


def is_policing_body(facts: PartnershipFacts, organisation_pk: int, area_pk: int, on: VagueDate) -> bool:
    return any(holder.capacity == POLICING_BODY for holder in _held(facts, organisation_pk, [area_pk], on))


def _held(facts: PartnershipFacts, organisation_pk: int, area_pks: Iterable[int], on: VagueDate) -> list[HolderFacts]:
    areas = set(area_pks)
    return [
        holder
        for holder in facts.holders
        if holder.organisation_pk == organisation_pk and holder.area_pk in areas and overlaps(holder.starts, holder.ends, on)
    ]


def overlaps(starts: VagueDate | None, ends: VagueDate | None, on: VagueDate) -> bool:
    """Did something with this life possibly stand on that (vague) day?"""
    return (starts is None or starts.earliest <= on.latest) and (ends is None or ends.latest >= on.earliest)
