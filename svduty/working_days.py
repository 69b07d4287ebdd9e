"""Weekends and bank holidays, as help beside a date. None of the law's dates here is moved by them."""

import datetime
from functools import cache

from svduty import dates

SATURDAY = 5


def closed_because(day: datetime.date) -> str:
    """Why offices in England and Wales are closed that day: `a Sunday`, `a bank holiday`; empty for a working day."""
    if day.weekday() >= SATURDAY:
        return f"a {dates.WEEKDAYS[day.weekday()]}"
    return "a bank holiday in England and Wales" if day in _bank_holidays(day.year) else ""


def last_working_day_by(day: datetime.date) -> datetime.date:
    """The day itself, or the last working day before it."""
    while closed_because(day):
        day -= datetime.timedelta(days=1)
    return day


def clear_days_before(meeting: datetime.date, days: int) -> datetime.date:
    """The last working day on which papers may go out so that `days` clear working days lie before the meeting.

    Neither that day nor the meeting's own is counted. With no clear days asked for, papers may be laid on the table. Whether papers
    went out in time is asked of `clear_days_between`: those sent on the Saturday after the last working day are as good.
    """
    day = meeting
    for _ in range(days + 1 if days else 0):
        day = last_working_day_by(day - datetime.timedelta(days=1))
    return day


def clear_days_between(sent: datetime.date, meeting: datetime.date) -> int:
    """How many working days lie between the day papers went out and the meeting, neither counted; none if they went out later."""
    days = (sent + datetime.timedelta(days=gap) for gap in range(1, (meeting - sent).days))
    return sum(not closed_because(day) for day in days)


@cache
def _bank_holidays(year: int) -> frozenset[datetime.date]:
    # Reading the calendars takes most of a second, which only those pay who ask for it.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=[year]))
