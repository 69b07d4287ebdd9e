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


@cache
def _bank_holidays(year: int) -> frozenset[datetime.date]:
    # Reading the calendars takes most of a second, which only those pay who ask for it.
    import holidays

    return frozenset(holidays.country_holidays("GB", subdiv="ENG", years=[year]))
