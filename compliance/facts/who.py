"""Who takes part: capacities, areas, bodies, the lead, and what serious violence means here."""

import dataclasses

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class AuthorityTypeFacts:
    """A capacity of Schedule 1 or 2, or another. `standing`: specified, relevant, other. `needed_in`: every, two-tier, nowhere."""

    code: str
    name: str
    standing: str
    needed_in: str
    starts: VagueDate | None
    ends: VagueDate | None


@dataclasses.dataclass(frozen=True)
class AreaFacts:
    """A local government area of the partnership. `starts`/`ends`: the area's own life; `joined`/`left`: its time in the partnership."""

    pk: int
    name: str
    in_wales: bool
    two_tier: bool
    starts: VagueDate | None
    ends: VagueDate | None
    link_pk: int
    joined: VagueDate | None
    left: VagueDate | None


@dataclasses.dataclass(frozen=True)
class HolderFacts:
    """One organisation in one capacity (`capacity` is an AuthorityTypeFacts code) for one area."""

    pk: int
    organisation_pk: int
    organisation: str
    capacity: str
    area_pk: int
    senior_lead: str
    starts: VagueDate | None
    ends: VagueDate | None


@dataclasses.dataclass(frozen=True)
class LeadFacts:
    pk: int
    organisation: str
    agreed_on: VagueDate | None
    reference: str
    ends: VagueDate | None


@dataclasses.dataclass(frozen=True)
class FactorFacts:
    """One of the four factors of s.13(6). `considered`: "yes", "no" or "" (not recorded)."""

    name: str
    considered: str
    note: str


@dataclasses.dataclass(frozen=True)
class ScopeFacts:
    """One kind of violence of s.13(3). `answer`: "in", "out" or "" (not recorded)."""

    name: str
    answer: str


@dataclasses.dataclass(frozen=True)
class DefinitionFacts:
    pk: int
    number: int
    wording: str
    factors: tuple[FactorFacts, ...]
    scope: tuple[ScopeFacts, ...]
    terrorism: str
    scope_reason: str
    focus_stated: str
    focus_note: str
    agreed_by: str
    agreed_on: VagueDate | None
