"""The boards, their meetings, what they decided, and what authorities agreed and asked of each other."""

import dataclasses
import datetime

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class SeatFacts:
    """`kind`: chair, voting, non-voting. `capacity`: the only one in which it stands for its body, "" for all of them."""

    pk: int
    post: str
    organisation_pk: int | None
    capacity: str
    kind: str
    starts: VagueDate | None
    ends: VagueDate | None


@dataclasses.dataclass(frozen=True)
class MeetingFacts:
    """A meeting that was held. `there`: the seats taken, by their member or a deputy; None where attendance is not recorded.

    `quorate` as it was judged when attendance was recorded; None where that is not known. `decisions`: how many are recorded.
    """

    pk: int
    day: datetime.date
    minuted: bool
    there: tuple[int, ...] | None
    quorate: bool | None
    decisions: int


@dataclasses.dataclass(frozen=True)
class GovernanceReviewFacts:
    pk: int
    held_on: VagueDate


@dataclasses.dataclass(frozen=True)
class BoardFacts:
    """`meets`: times, quarterly, as-needed or "" (not recorded); `times`: how many in the year that begins with month `year_begins`.

    `terms`, `quorum` and `reporting`: is it recorded? `leads`: this board leads the work.
    """

    pk: int
    name: str
    leads: bool
    starts: VagueDate | None
    ends: VagueDate | None
    terms: bool
    terms_agreed_on: VagueDate | None
    quorum: bool
    reporting: bool
    meets: str
    times: int | None
    year_begins: int
    seats: tuple[SeatFacts, ...] = ()
    meetings: tuple[MeetingFacts, ...] = ()
    reviews: tuple[GovernanceReviewFacts, ...] = ()


@dataclasses.dataclass(frozen=True)
class DecisionFacts:
    """A decision on a record: `about_kind`/`about_pk`. `outcome`: agreed, conditions, not-agreed, deferred, noted."""

    pk: int
    board: str
    day: datetime.date
    quorate: bool | None
    outcome: str
    about_kind: str
    about_pk: int


@dataclasses.dataclass(frozen=True)
class SharingFacts:
    """An agreement on sharing information. `barred`: (what s.16 bars, yes / no / "") for each of the four."""

    pk: int
    title: str
    party_pks: tuple[int, ...]
    starts: VagueDate | None
    ends: VagueDate | None
    review_on: VagueDate | None
    for_csp: bool
    barred: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True)
class PolicingRequestFacts:
    """`kind`: information, meeting, monitoring. `answer`: given, partly, not-held, refused or "" (not recorded)."""

    pk: int
    kind: str
    asked_by: str
    asked_of: str
    asked_on: VagueDate
    answer_by: datetime.date | None
    answered_on: VagueDate | None
    answer: str
    asked_of_pk: int | None = None


@dataclasses.dataclass(frozen=True)
class CollaborationFacts:
    """`asked_by_as`/`asked_of_as`: specified or relevant. `purpose`: assessing, preparing, carrying-out, other. `answer`: agreed, partly,
    refused or "". `grounds`: letters of s.15(7) that were claimed; `reasoned`: is a reason recorded?"""

    pk: int
    asked_by: str
    asked_by_as: str
    asked_of: str
    asked_of_as: str
    asked_on: VagueDate
    purpose: str
    answered_on: VagueDate | None
    answer: str
    grounds: tuple[str, ...]
    reasoned: bool


@dataclasses.dataclass(frozen=True)
class PolicingContactFacts:
    """`kind`: meeting, visit, report. `answer_by`: the day by which it asked for an answer, if it asked for one."""

    pk: int
    kind: str
    by: str
    held_on: VagueDate
    answer_by: datetime.date | None
    answered_on: VagueDate | None
