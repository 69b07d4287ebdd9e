"""What about an amount or a return deserves a second look before it is saved. Nothing here refuses what truly happened."""

import datetime

from strategies.models import FundingStream
from strategies.money import days_of_quarter
from svduty import dates
from svduty.editing.cautious import Caution
from svduty.vague_dates import VagueDate

TWIN = "twin"


def about_year(stream: FundingStream, year: int) -> list[Caution]:
    """A year in which the stream surely brings no money."""
    first, last = dates.financial_year(year)
    words = dates.say_financial_year(year)
    if stream.ends and stream.ends.latest < first:
        return [Caution("after-stream", f"“{stream}” ended {_on(stream.ends)}, before {words} began.")]
    if stream.starts and stream.starts.earliest > last:
        return [Caution("before-stream", f"“{stream}” begins {_on(stream.starts)}, after {words} ended.")]
    return []


def about_day(year: int, on: VagueDate | None) -> list[Caution]:
    """A day that surely lies outside the financial year."""
    first, last = dates.financial_year(year)
    if on is None or (on.latest >= first and on.earliest <= last):
        return []
    runs = f"{dates.say_financial_year(year)} runs from {dates.say_short(first)} to {dates.say_short(last)}"
    return [Caution("day-outside-year", f"{runs}; {on} lies outside it. Look at the day and the year again.")]


def about_return(year: int, quarter: int, due_on: datetime.date, sent_on: VagueDate | None) -> list[Caution]:
    """A return that is due, or was sent, before the time it is about was over."""
    last = days_of_quarter(year, quarter)[1]
    found = []
    if due_on < last:
        found.append(Caution("due-early", f"The time it is about ends on {dates.say_short(last)}, after it is due. Look at both again."))
    if sent_on and sent_on.latest < last:
        found.append(Caution("sent-early", f"It was sent {_on(sent_on)}, before the time it is about ended on {dates.say_short(last)}."))
    return found


def _on(day: VagueDate) -> str:
    return f"on {day}" if day.exact else f"in {day}"
