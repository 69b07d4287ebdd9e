"""Everything an evaluation may know: frozen, plain, made of dates, names and counts. Nothing here asks a database or a clock.

Withdrawn records are left out when facts are loaded. Dates of happenings are vague dates; `None` means "not recorded".
"""

import dataclasses
import datetime

from svduty.vague_dates import Truth, VagueDate


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


@dataclasses.dataclass(frozen=True)
class ApprovalFacts:
    """`outcome`: approved, noted, sent-back."""

    pk: int
    decided_by: str
    decided_on: VagueDate
    outcome: str


@dataclasses.dataclass(frozen=True)
class CheckFacts:
    """A sensitivity check. `complete`: all five questions answered; `result`: nothing, removed, still-there."""

    pk: int
    complete: bool
    result: str
    checked_by: str
    checked_on: VagueDate


@dataclasses.dataclass(frozen=True)
class PublicationFacts:
    """`way`: website or other. `languages`: "en", "cy". `owner_pk` is None when nobody said whose website it is."""

    pk: int
    way: str
    published_on: VagueDate
    languages: tuple[str, ...]
    area_pk: int | None
    owner_pk: int | None
    owner: str
    address: str
    other_form: str
    audience: str
    reason: str


@dataclasses.dataclass(frozen=True)
class SubmissionFacts:
    """`recipient`: home-office, welsh-ministers, policing-body, vru, other."""

    pk: int
    recipient: str
    sender_pk: int
    sender: str
    sent_on: VagueDate


@dataclasses.dataclass(frozen=True)
class VersionFacts:
    pk: int
    number: int
    title: str
    dated: VagueDate
    approvals: tuple[ApprovalFacts, ...] = ()
    checks: tuple[CheckFacts, ...] = ()
    publications: tuple[PublicationFacts, ...] = ()
    submissions: tuple[SubmissionFacts, ...] = ()


@dataclasses.dataclass(frozen=True)
class StrategyFacts:
    """`section_8`/`section_9`: the basis. `follows_pk`: the earlier strategy here; `earlier_not_held`: there is one, not recorded here."""

    pk: int
    title: str
    section_8: bool
    section_9: bool
    area_pks: tuple[int, ...]
    period_from: VagueDate | None
    period_to: VagueDate | None
    follows_pk: int | None
    earlier_not_held: bool
    versions: tuple[VersionFacts, ...]


@dataclasses.dataclass(frozen=True)
class DeadlineFacts:
    """Editable numbers of one deadline rule: the "due soon" window and, where the law sets no date, our local target, in days."""

    code: str
    window_days: int
    target_days: int | None


@dataclasses.dataclass(frozen=True)
class PartnershipFacts:
    """One partnership. Its records are complete from `records_from` to `records_to` (None: to this day)."""

    pk: int
    slug: str
    name: str
    records_from: datetime.date
    records_to: datetime.date | None
    authority_types: tuple[AuthorityTypeFacts, ...]
    deadlines: tuple[DeadlineFacts, ...]
    areas: tuple[AreaFacts, ...] = ()
    holders: tuple[HolderFacts, ...] = ()
    leads: tuple[LeadFacts, ...] = ()
    definitions: tuple[DefinitionFacts, ...] = ()
    strategies: tuple[StrategyFacts, ...] = ()

    def complete_on(self, day: datetime.date) -> bool:
        """Does `day` lie in the time for which records are complete?"""
        return self.records_from <= day and (self.records_to is None or day <= self.records_to)

    def deadline(self, code: str) -> DeadlineFacts:
        return next(deadline for deadline in self.deadlines if deadline.code == code)


def lasts_on(starts: VagueDate | None, ends: VagueDate | None, day: datetime.date) -> bool:
    """Does something that began and ended on these dates possibly stand on `day`? An unrecorded end is open."""
    return (starts is None or starts.by(day) is not Truth.NO) and (ends is None or ends.latest >= day)
