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
    ArrangementFacts,
    AssessedAreaFacts,
    AssessmentFacts,
    AuthorityTypeFacts,
    CheckFacts,
    ConsultationFacts,
    ContentsFacts,
    DeadlineFacts,
    DefinitionFacts,
    ElementFacts,
    EqualityFacts,
    FactorFacts,
    HolderFacts,
    LeadFacts,
    NumberFacts,
    PartnershipFacts,
    PublicationFacts,
    ReviewFacts,
    RoundFacts,
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

DATES_OF_ASSESSMENT = ("period_from", "period_to", "completed_on", "approved_on")
# Three of the expected elements stand for the sixteen; the one on aligned strategies has a rule of its own.
ELEMENTS = (ElementFacts("arrangements", "Who takes part"), ElementFacts("aligned", "Aligned strategies"), ElementFacts("review", "Review"))

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
DEADLINES = (
    DeadlineFacts("DL-01", 90, None),
    DeadlineFacts("DL-02", 28, 28),
    DeadlineFacts("DL-03", 7, None),
    DeadlineFacts("DL-04", 14, None),
    DeadlineFacts("DL-05", 90, None),
    DeadlineFacts("DL-06", 90, None),
    DeadlineFacts("DL-07", 30, None),
    DeadlineFacts("DL-08", 30, None),
    DeadlineFacts("DL-11", 60, None),
    DeadlineFacts("DL-12", 30, None),
    DeadlineFacts("DL-13", 60, None),
    DeadlineFacts("DL-14", 7, None),
    DeadlineFacts("DL-15", 14, 30),
    DeadlineFacts("DL-16", 30, None),
    DeadlineFacts("DL-17", 7, 28),
)


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


def round_of(
    *votes: tuple[int, str],
    board: int,
    opened_on: str = "2026-11-01",
    answer_by: str = "2026-12-04",
    ended_on: str | None = None,
    outcome: str = "",
    part: str = "decides",
) -> RoundFacts:
    """A round of a board about a version. `votes`: (seat, the day it answered)."""
    given = tuple((seat, day(on)) for seat, on in votes)
    return RoundFacts(next(_numbers), board, part, day(opened_on), day(answer_by), day(ended_on) if ended_on else None, outcome, given)


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


def consultation(
    opens_on: str = "2023-10-10",
    closes_on: str | None = "2023-11-07",
    *,
    kind: str = "education",
    area: int | None = None,
    asked: int | None = 40,
    bodies: tuple[int, ...] = (),
) -> ConsultationFacts:
    """Havering's four weeks, of forty educational authorities."""
    return ConsultationFacts(next(_numbers), kind, area, when(opens_on), vague(closes_on), asked, bodies)


def number(
    how_many: int = 40,
    *,
    kind: str = "education",
    area: int = BOROUGH,
    counted_on: str = "2023-09-01",
    source: str = "The council's list of schools",
    confirmed_by: str = "Head of education",
    reason: str = "",
) -> NumberFacts:
    """How many authorities of the kind an area has; by default with everything that makes it count."""
    return NumberFacts(next(_numbers), area, kind, how_many, when(counted_on), source, confirmed_by, reason)


def none_here(kind: str = "prison", *, area: int = BOROUGH, counted_on: str = "2023-09-01", **changes: str) -> NumberFacts:
    """The statement that an area has none, with how one knows and who confirmed it."""
    return number(0, kind=kind, area=area, counted_on=counted_on, **{"reason": "None is on the list of prisons", **changes})


def equality(made_on: str) -> EqualityFacts:
    return EqualityFacts(next(_numbers), "Equality and Health Impact Assessment", when(made_on))


def contents(checked_on: str = "2023-12-01", **answers: str) -> ContentsFacts:
    """A contents check that found every element, but for what `answers` says of some of them; "" leaves one unanswered."""
    said = {element.code: "yes" for element in ELEMENTS} | answers
    return ContentsFacts(next(_numbers), when(checked_on), tuple((code, answer) for code, answer in said.items() if answer))


def review(held_on: str, decision: str = "keep", *, found: bool = True, assessment: str = "still-right") -> ReviewFacts:
    return ReviewFacts(next(_numbers), when(held_on), decision, found, assessment)


def arrangement(
    agreed_on: str | None = "2023-12-13",
    *,
    who: str = "The board",
    every_months: int | None = 12,
    next_on: str | None = "2024-12",
    counting: str = "rolling",
) -> ArrangementFacts:
    return ArrangementFacts(next(_numbers), who, every_months, vague(next_on), counting, vague(agreed_on))


def assessed(area: int = BOROUGH, *, kinds: int = 3, causes: int = 2, why_no_causes: str = "") -> AssessedAreaFacts:
    return AssessedAreaFacts(next(_numbers), area, kinds, causes, why_no_causes)


def assessment(
    completed_on: str | None = "2023-10-30", *areas: AssessedAreaFacts, pk: int | None = None, **changes: Any
) -> AssessmentFacts:
    """A needs assessment with nothing missing; dates among `changes` are given as stored text."""
    whole = AssessmentFacts(
        pk=pk or next(_numbers),
        title="Strategic needs assessment",
        period_from=vague("2021"),
        period_to=vague("2022"),
        completed_on=vague(completed_on),
        approved_by="The board",
        approved_on=None,
        sources=6,
        areas=areas or (assessed(),),
    )
    return dataclasses.replace(whole, **{name: vague(value) if name in DATES_OF_ASSESSMENT else value for name, value in changes.items()})


VersionRecord = (
    ApprovalFacts | CheckFacts | PublicationFacts | SubmissionFacts | ConsultationFacts | EqualityFacts | ContentsFacts | RoundFacts
)


def version(*records: VersionRecord, pk: int = 101, number: int = 1, dated: str = "2023-12-01") -> VersionFacts:
    """A frozen version with what was recorded about it, in any order."""

    def those(kind: type[Any]) -> tuple[Any, ...]:
        return tuple(record for record in records if isinstance(record, kind))

    return VersionFacts(
        pk,
        number,
        "Serious violence strategy",
        when(dated),
        approvals=those(ApprovalFacts),
        checks=those(CheckFacts),
        publications=those(PublicationFacts),
        submissions=those(SubmissionFacts),
        consultations=those(ConsultationFacts),
        equality=those(EqualityFacts),
        contents=those(ContentsFacts),
        rounds=those(RoundFacts),
    )


def strategy(
    *records: VersionFacts | ReviewFacts | ArrangementFacts,
    pk: int = 51,
    section_8: bool = True,
    section_9: bool = False,
    areas: tuple[int, ...] = (BOROUGH,),
    period_to: str | None = None,
    follows: int | None = None,
    earlier_not_held: bool = False,
    made_by: tuple[int, ...] = (),
    assessment_pk: int | None = None,
    aligned: int = 0,
) -> StrategyFacts:
    """A strategy with its versions, reviews and review arrangements, in any order."""
    return StrategyFacts(
        pk,
        "Serious violence strategy",
        section_8,
        section_9,
        areas,
        None,
        vague(period_to),
        follows,
        earlier_not_held,
        versions=tuple(record for record in records if isinstance(record, VersionFacts)),
        made_by_pks=made_by,
        assessment_pk=assessment_pk,
        aligned=aligned,
        reviews=tuple(record for record in records if isinstance(record, ReviewFacts)),
        arrangements=tuple(record for record in records if isinstance(record, ArrangementFacts)),
    )


def facts(
    *strategies: StrategyFacts,
    areas: tuple[AreaFacts, ...] | None = None,
    holders: tuple[HolderFacts, ...] | None = None,
    leads: tuple[LeadFacts, ...] = (),
    definitions: tuple[DefinitionFacts, ...] = (),
    assessments: tuple[AssessmentFacts, ...] = (),
    numbers: tuple[NumberFacts, ...] = (),
    elements: tuple[ElementFacts, ...] = ELEMENTS,
    records_from: str = BEGAN,
    records_to: str | None = None,
    authority_types: tuple[AuthorityTypeFacts, ...] = AUTHORITY_TYPES,
    deadlines: tuple[DeadlineFacts, ...] = DEADLINES,
    not_in_papers: tuple[str, ...] = (),
    **governance: Any,
) -> PartnershipFacts:
    """`governance`: boards, decisions, sharing, policing_requests, collaboration; see tests/compliance/governance_for_facts.py."""
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
        assessments=assessments,
        numbers=numbers,
        elements=elements,
        not_in_papers=not_in_papers,
        **governance,
    )
