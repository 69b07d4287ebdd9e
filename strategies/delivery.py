"""Where an action stands as at a day, from what was said of it and from the day it is due. Pure: no database."""

import dataclasses
import datetime
from collections.abc import Iterable
from typing import Protocol, TypeVar

from strategies.models.progress import NEED_A_REASON, OVER, Progress
from svduty.vague_dates import VagueDate

NO_NEWS = ""
NO_NEWS_WORDS = "No news yet"
ALL_STATES = (NO_NEWS, *(state.value for state in Progress))


class Said(Protocol):
    """News of an action: a ProgressUpdate, or anything that holds the same."""

    @property
    def pk(self) -> int: ...
    @property
    def on(self) -> VagueDate: ...
    @property
    def state(self) -> str: ...
    @property
    def words(self) -> str: ...
    @property
    def reason(self) -> str: ...
    @property
    def next_on(self) -> VagueDate | None: ...
    @property
    def withdrawn_on(self) -> datetime.date | None: ...


News = TypeVar("News", bound=Said)


@dataclasses.dataclass(frozen=True)
class Standing:
    """`state`: one of Progress, or NO_NEWS. `said_on`: the day of the newest news. `words`: what was last said in words, and `reason` why
    it is as it is. `next_by`: when news is next promised. `late_by`: days since the last day it was due, 0 where it is not late."""

    state: str = NO_NEWS
    said_on: datetime.date | None = None
    words: str = ""
    reason: str = ""
    next_by: VagueDate | None = None
    late_by: int = 0

    @property
    def says(self) -> str:
        return state_words(self.state)

    @property
    def over(self) -> bool:
        """Done or stopped: nothing more is to come."""
        return self.state in OVER

    @property
    def open(self) -> bool:
        return not self.over

    @property
    def late(self) -> bool:
        """Has its due date passed while it is not over?"""
        return self.late_by > 0

    @property
    def behind(self) -> bool:
        """Past its date, or said to be late by those who do it."""
        return self.late or self.state == Progress.LATE

    def silent(self, on: datetime.date) -> bool:
        """Was news promised by a day that has passed, while it is open?"""
        return self.open and self.next_by is not None and self.next_by.latest < on


def standing_of(due: VagueDate | None, news: Iterable[Said], on: datetime.date) -> Standing:
    """Where an action stands on a day. News of later days and withdrawn news is left out; of several on one day the last one counts."""
    told = newest_first(news, on)
    if not told:
        return Standing(late_by=days_late(due, on))
    newest = told[0]
    over = newest.state in OVER
    return Standing(
        state=newest.state,
        said_on=newest.on.earliest,
        words=next((one.words for one in told if one.words), ""),
        reason=_reason(told),
        next_by=None if over else newest.next_on,
        late_by=0 if over else days_late(due, on),
    )


def newest_first(news: Iterable[News], on: datetime.date) -> list[News]:
    """The news that stands on a day, newest first."""
    known = [one for one in news if one.withdrawn_on is None and one.on.earliest <= on]
    return sorted(known, key=lambda one: (one.on.earliest, one.pk), reverse=True)


def days_late(due: VagueDate | None, on: datetime.date) -> int:
    """Days since the last day that `due` can mean: an action due in Spring 2027 is late from 1 June 2027."""
    return max(0, (on - due.latest).days) if due else 0


def state_words(state: str) -> str:
    return Progress(state).label if state else NO_NEWS_WORDS


def _reason(told: list[News]) -> str:
    """The last reason given since it came to be as it is: "nothing has changed" does not take it back."""
    newest = told[0]
    if newest.state not in NEED_A_REASON:
        return newest.reason
    for one in told:
        if one.state != newest.state:
            break
        if one.reason:
            return one.reason
    return ""
