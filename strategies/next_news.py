"""When news of an action is next asked for."""

import datetime
from collections.abc import Iterable

from svduty import dates
from svduty.vague_dates import VagueDate


def next_news_by(on: datetime.date, dues: Iterable[VagueDate | None]) -> datetime.date:
    """One month after `on`, and not after the last day on which the first of these actions is due.

    An action whose last day is `on`, or has passed, is asked about again in a month.
    """
    to_come = [due.latest for due in dues if due and due.latest > on]
    return min([dates.months_on(on, 1), *to_come])


def said_of_next(on: datetime.date, dues: Iterable[VagueDate | None]) -> str:
    """The day in words, and why that one."""
    day = next_news_by(on, dues)
    why = "one month from today" if day == dates.months_on(on, 1) else "the last day it is due"
    return f"Filled in: {dates.say(day)}, {why}. Change it if another day suits better."
