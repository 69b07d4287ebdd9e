"""Of which actions news is to be asked for, why, and where. Pure: no database."""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping, Sequence

from partnerships.models import User
from strategies.delivery import NO_NEWS, Standing, standing_of
from strategies.models import Action, NewsAsked
from strategies.models.progress import Progress
from svduty import dates
from svduty.vague_dates import VagueDate

# The same address is not asked again within these days, unless somebody means to.
QUIET_DAYS = 7


@dataclasses.dataclass(frozen=True)
class Where:
    """An address to ask at; `account`: whose it is, where it was taken from somebody's account."""

    address: str
    account: User | None = None

    def __str__(self) -> str:
        return self.address


@dataclasses.dataclass(frozen=True)
class ToAsk:
    """An action whose news is wanted. `last`: when it was last asked for; `quiet`: one of the addresses was asked within QUIET_DAYS;
    `left`: when the body that does it left the partnership."""

    action: Action
    standing: Standing
    why: str
    where: list[Where]
    last: NewsAsked | None
    quiet: bool
    left: VagueDate | None = None


def why_ask(standing: Standing, on: datetime.date) -> str:
    """Why news is wanted, in a few words; "" where none is."""
    if standing.over:
        return ""
    if standing.late:
        return f"{dates.say_days(standing.late_by)} past its date"
    if standing.state == Progress.LATE:
        return "Said to be late"
    if standing.state == NO_NEWS:
        return "No news yet"
    return f"News was due by {standing.next_by}" if standing.silent(on) else ""


def where_to_ask(action: Action, contributors: Mapping[int, Sequence[User]]) -> list[Where]:
    """The address that the action names, or else those of the accounts that may speak for its body; none where there is neither."""
    if action.contact:
        return [Where(action.contact.strip().lower())]
    return [Where(user.email, user) for user in contributors.get(action.owner_id or 0, ())]


def to_ask(
    actions: Iterable[Action],
    contributors: Mapping[int, Sequence[User]],
    lately: Iterable[NewsAsked],
    left: Mapping[int, VagueDate],
    on: datetime.date,
) -> list[ToAsk]:
    """Those whose news is wanted, the latest first. `actions` come with their news and askings; `lately`: who was asked within
    QUIET_DAYS; `left`: body -> when it left the partnership."""
    asked = {asking.to for asking in lately}
    found = []
    for action in actions:
        standing = standing_of(action.due, action.told, on)  # type: ignore[attr-defined]  # with_askings
        if why := why_ask(standing, on):
            where = where_to_ask(action, contributors)
            last = next(iter(action.askings), None)  # type: ignore[attr-defined]  # with_askings
            quiet = any(one.address in asked for one in where)
            found.append(ToAsk(action, standing, why, where, last, quiet, left.get(action.owner_id or 0)))
    return sorted(found, key=_order)


def _order(one: ToAsk) -> tuple[int, bool, bool, int]:
    """What is late for longest, what is said to be late, what is silent, what nobody has ever told of."""
    return -one.standing.late_by, one.standing.state != Progress.LATE, one.standing.state == NO_NEWS, one.action.pk


def quiet_since(on: datetime.date) -> datetime.date:
    """The first day on which an asking still keeps an address quiet on `on`."""
    return dates.days_after(on, 1 - QUIET_DAYS)
