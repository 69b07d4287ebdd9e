"""Small builders of facts with sensible defaults, so that an engine test says only what matters to it.

`facts()` is a partnership with one London borough, every specified authority taking part since the duty began, complete
records from 31 January 2023, and nothing written yet. Dates are given as stored text: `2024-01-31`, `2024-01`, `2024-21`, `2024`.
"""

import dataclasses
import datetime
import itertools
from collections.abc import Iterable
from typing import Any

from compliance.facts import (
    ApprovalFacts,
    AreaFacts,
    AuthorityTypeFacts,
    CheckFacts,
    DeadlineFacts,
    DefinitionFacts,
    FactorFacts,
    HolderFacts,
    LeadFacts,
    PartnershipFacts,
    PublicationFacts,
    ScopeFacts,
    StrategyFacts,
    SubmissionFacts,
    VersionFacts,
)
from svduty.vague_dates import VagueDate

BEGAN = "2023-01-31"
BOROUGH, SECOND_BOROUGH = 1, 2
COUNCIL, POLICE, PROBATION, YOUTH, FIRE, HEALTH, COUNTY, POLICING_BODY, VRU, PARTNERSHIP_BODY = range(11, 21)
EVERYWHERE = {
    "local-authority": COUNCIL,
    "police": POLICE,
    "probation": PROBATION,
    "youth-offending": YOUTH,
    "fire": FIRE,
    "health": HEALTH,
}
FACTORS = ("the maximum penalty", "the impact on victims", "the prevalence in the area", "the impact on the community")
SCOPE = ("domestic abuse", "sexual offences", "violence against property", "threats of violence")

_numbers = itertools.count(1001)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def vague(text: str | VagueDate | None) -> VagueDate | None:
    return VagueDate.from_edtf(text) if isinstance(text, str) else text


def when(text: str | VagueDate) -> VagueDate:
    return VagueDate.from_edtf(text) if isinstance(text, str) else text


def authority_type(
    code: str, standing: str = "specified", needed_in: str = "every", starts: str | None = BEGAN, ends: str | None = None
) -> AuthorityTypeFacts:
    return AuthorityTypeFacts(code, code.replace("-", " ").capitalize(), standing, needed_in, vague(starts), vague(ends))


AUTHORITY_TYPES = (
    *(authority_type(code) for code in EVERYWHERE),
    authority_type("county-council", needed_in="two-tier"),
    authority_type("educational", "relevant", "nowhere"),
    authority_type("policing-body", "other", "nowhere", starts=None),
    authority_type("violence-reduction-unit", "other", "nowhere", starts=None),
)
DEADLINES = (DeadlineFacts("DL-01", 90, None), DeadlineFacts("DL-02", 28, 28), DeadlineFacts("DL-03", 7, None))


def area(
    pk: int = BOROUGH,
    *,
    in_wales: bool = False,
    two_tier: bool = False,
    starts: str | None = None,
    ends: str | None = None,
    joined: str | None = BEGAN,
    left: str | None = None,
) -> AreaFacts:
    return AreaFacts(pk, f"Area {pk}", in_wales, two_tier, vague(starts), vague(ends), next(_numbers), vague(joined), vague(left))


def holder(
    capacity: str,
    organisation: int,
    area: int = BOROUGH,
    *,
    lead: str = "Head of community safety",
    starts: str | None = BEGAN,
    ends: str | None = None,
) -> HolderFacts:
    return HolderFacts(next(_numbers), organisation, f"Organisation {organisation}", capacity, area, lead, vague(starts), vague(ends))


def all_holders(area: int = BOROUGH, *, without: Iterable[str] = ()) -> tuple[HolderFacts, ...]:
    """The six kinds of specified authority of a single-tier area, and the local policing body."""
    six = tuple(holder(capacity, organisation, area) for capacity, organisation in EVERYWHERE.items() if capacity not in set(without))
    return (*six, holder("policing-body", POLICING_BODY, area))


def lead(agreed_on: str | None = "2023-03-01", *, ends: str | None = None) -> LeadFacts:
    return LeadFacts(next(_numbers), "Organisation 11", vague(agreed_on), "Minute 4", vague(ends))


def definition(agreed_on: str | None = "2023-06-01", **changes: Any) -> DefinitionFacts:
    """A definition with nothing missing."""
    whole = DefinitionFacts(
        pk=next(_numbers),
        number=1,
        wording="Violence that does serious harm",
        factors=tuple(FactorFacts(name, "yes", "Discussed at the board") for name in FACTORS),
        scope=tuple(ScopeFacts(name, "in") for name in SCOPE),
        terrorism="out",
        scope_reason="",
        focus_stated="yes",
        focus_note="",
        agreed_by="The board",
        agreed_on=vague(agreed_on),
    )
    return dataclasses.replace(whole, **changes)


def approval(decided_on: str, outcome: str = "approved") -> ApprovalFacts:
    return ApprovalFacts(next(_numbers), "The cabinet", when(decided_on), outcome)


def check(checked_on: str, result: str = "nothing", *, complete: bool = True) -> CheckFacts:
    return CheckFacts(next(_numbers), complete, result, "Head of community safety", when(checked_on))


def website(
    published_on: str, *, area: int | None = BOROUGH, owner: int | None = COUNCIL, languages: tuple[str, ...] = ("en",)
) -> PublicationFacts:
    return PublicationFacts(
        next(_numbers), "website", when(published_on), languages, area, owner, "", "https://www.anyborough.example/strategy", "", "", ""
    )


def other_form(
    published_on: str,
    *,
    form: str = "Leaflet",
    audience: str = "Residents",
    languages: tuple[str, ...] = ("en",),
) -> PublicationFacts:
    return PublicationFacts(next(_numbers), "other", when(published_on), languages, None, None, "", "", form, audience, "")


def sent(sent_on: str, recipient: str = "home-office", *, sender: int = COUNCIL) -> SubmissionFacts:
    return SubmissionFacts(next(_numbers), recipient, sender, f"Organisation {sender}", when(sent_on))


def version(
    *records: ApprovalFacts | CheckFacts | PublicationFacts | SubmissionFacts,
    pk: int = 101,
    number: int = 1,
    dated: str = "2023-12-01",
) -> VersionFacts:
    """A frozen version with what was recorded about it, in any order."""
    return VersionFacts(
        pk,
        number,
        "Serious violence strategy",
        when(dated),
        approvals=tuple(record for record in records if isinstance(record, ApprovalFacts)),
        checks=tuple(record for record in records if isinstance(record, CheckFacts)),
        publications=tuple(record for record in records if isinstance(record, PublicationFacts)),
        submissions=tuple(record for record in records if isinstance(record, SubmissionFacts)),
    )


def strategy(
    *versions: VersionFacts,
    pk: int = 51,
    section_8: bool = True,
    section_9: bool = False,
    areas: tuple[int, ...] = (BOROUGH,),
    period_to: str | None = None,
    follows: int | None = None,
    earlier_not_held: bool = False,
) -> StrategyFacts:
    return StrategyFacts(
        pk, "Serious violence strategy", section_8, section_9, areas, None, vague(period_to), follows, earlier_not_held, versions
    )


def facts(
    *strategies: StrategyFacts,
    areas: tuple[AreaFacts, ...] | None = None,
    holders: tuple[HolderFacts, ...] | None = None,
    leads: tuple[LeadFacts, ...] = (),
    definitions: tuple[DefinitionFacts, ...] = (),
    records_from: str = BEGAN,
    records_to: str | None = None,
    authority_types: tuple[AuthorityTypeFacts, ...] = AUTHORITY_TYPES,
    deadlines: tuple[DeadlineFacts, ...] = DEADLINES,
) -> PartnershipFacts:
    areas = (area(),) if areas is None else areas
    if holders is None:
        holders = tuple(itertools.chain.from_iterable(all_holders(one.pk) for one in areas))
    return PartnershipFacts(
        pk=1,
        slug="anyborough",
        name="Anyborough Community Safety Partnership",
        records_from=day(records_from),
        records_to=day(records_to) if records_to else None,
        authority_types=authority_types,
        deadlines=deadlines,
        areas=areas,
        holders=holders,
        leads=leads,
        definitions=definitions,
        strategies=strategies,
    )
