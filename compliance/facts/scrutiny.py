"""What councils' committees looked at, and the yearly papers of a partnership."""

import dataclasses

from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class ScrutinyMeetingFacts:
    """`functions`: did it review or scrutinise crime and disorder functions? `next_on`: when it said it would come back to this."""

    pk: int
    council_pk: int
    held_on: VagueDate
    functions: bool
    next_on: VagueDate | None


@dataclasses.dataclass(frozen=True)
class ScrutinyReportFacts:
    """`asked_of`: who has to reply; "" where that is not recorded."""

    pk: int
    title: str
    dated: VagueDate
    asked_of_pk: int | None
    asked_of: str
    replied_on: VagueDate | None


@dataclasses.dataclass(frozen=True)
class PartnershipPlanFacts:
    """The community safety partnership's own plan. `covers` serious violence: yes, no or "" (not recorded)."""

    pk: int
    title: str
    covers: str
    strategy_pk: int | None
    period_from: VagueDate | None
    period_to: VagueDate | None
    adopted_on: VagueDate | None


@dataclasses.dataclass(frozen=True)
class StatementFacts:
    """A yearly assurance statement. `approver`: is the board recorded that approved it?"""

    pk: int
    year: int
    due: VagueDate
    approver: bool
    approved_on: VagueDate | None


@dataclasses.dataclass(frozen=True)
class HomicideReviewFacts:
    """By reference only. `under_review`: None until it is decided, or where what was decided is not recorded."""

    pk: int
    reference: str
    notified_on: VagueDate
    decided_on: VagueDate | None
    under_review: bool | None
    finished_on: VagueDate | None
