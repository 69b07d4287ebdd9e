"""What an evaluation says: one finding per requirement and subject."""

import dataclasses
import datetime
import enum

from svduty import dates


class Status(enum.StrEnum):
    """The one list of statuses for the whole product, worst first."""

    OVERDUE = "OVERDUE"
    NOT_MET = "NOT_MET"
    CANNOT_TELL = "CANNOT_TELL"
    DUE_SOON = "DUE_SOON"
    NOT_HELD = "NOT_HELD"
    DUE_LATER = "DUE_LATER"
    MET_LATE = "MET_LATE"
    MET = "MET"
    NOT_APPLICABLE = "NOT_APPLICABLE"

    @property
    def words(self) -> str:
        return WORDS[self]

    @property
    def rank(self) -> int:
        """0 is worst."""
        return RANKS[self]

    @property
    def wants_action(self) -> bool:
        return self in (Status.OVERDUE, Status.NOT_MET, Status.CANNOT_TELL, Status.DUE_SOON)


RANKS = {status: rank for rank, status in enumerate(Status)}
WORDS = {
    Status.OVERDUE: "Overdue",
    Status.NOT_MET: "Not met",
    Status.CANNOT_TELL: "Cannot tell",
    Status.DUE_SOON: "Due soon",
    Status.NOT_HELD: "Not held here",
    Status.DUE_LATER: "Due later",
    Status.MET_LATE: "Met late",
    Status.MET: "Met",
    Status.NOT_APPLICABLE: "Not applicable",
}


class Strength(enum.StrEnum):
    """The strongest first."""

    STATUTORY = "statutory"
    GUIDANCE = "guidance"
    LOCAL = "local"

    @property
    def rank(self) -> int:
        """0 is strongest."""
        return STRENGTH_RANKS[self]


STRENGTH_RANKS = {strength: rank for rank, strength in enumerate(Strength)}


@dataclasses.dataclass(frozen=True)
class RecordRef:
    """A record of ours: `kind` is its model's name, `label` what to call it."""

    kind: str
    pk: int
    label: str


LOCAL_TARGET, GUIDANCE = "local target", "guidance"


@dataclasses.dataclass(frozen=True)
class Due:
    """When something is due and how that was worked out. `on` is None when the law sets no date that can be worked out yet.

    `standing` says what a date that is not in law is instead.
    """

    rule: str
    on: datetime.date | None
    worked_out: str
    in_law: bool = True
    standing: str = LOCAL_TARGET

    @property
    def words(self) -> str:
        """`22 November 2026 (Sunday)`, with the reminder that a local target is not law."""
        if self.on is None:
            return self.worked_out
        return dates.say(self.on) + ("" if self.in_law else f" ({self.standing}, not law)")


@dataclasses.dataclass(frozen=True)
class NextStep:
    """What to do: `label` on the button, the route's name and its arguments besides the partnership's slug, and what its form should
    already know (`query`). `for_body`: the organisation whose own work it is, if it is one's."""

    label: str
    route: str
    kwargs: tuple[tuple[str, int | str], ...] = ()
    who: str = "Coordinator"
    query: tuple[tuple[str, int | str], ...] = ()
    for_body: int | None = None


@dataclasses.dataclass(frozen=True)
class Finding:
    """The answer for one requirement and one subject on one day.

    `key` names the subject for ever ("version:12/area:3"); `why` is one or two sentences to read aloud; `late_by` counts days
    (only when met late); `current` is False for past cycles, which are history and never the headline.
    """

    code: str
    title: str
    strength: Strength
    citation: str
    key: str
    subject: str
    status: Status
    why: str
    due: Due | None = None
    rests_on: tuple[RecordRef, ...] = ()
    next_step: NextStep | None = None
    late_by: int = 0
    current: bool = True
