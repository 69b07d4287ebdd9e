"""Date arithmetic of the law: calendar days, local dates, no times. Pure functions."""

import calendar
import datetime
import functools

MONTHS = [calendar.month_name[number] for number in range(1, 13)]
WEEKDAYS = list(calendar.day_name)
FINANCIAL_YEAR_BEGINS = 4  # the month


def last_day_of_period(first_day: datetime.date, days: int) -> datetime.date:
    """The last day of a period of `days` days *commencing on* `first_day`, which counts as day 1 (SI 2022/1304 reg 4(2))."""
    return first_day + datetime.timedelta(days=days - 1)


def days_after(day: datetime.date, days: int) -> datetime.date:
    """The day `days` days after `day`; the day itself isn't counted."""
    return day + datetime.timedelta(days=days)


def one_year_on(day: datetime.date) -> datetime.date:
    """The same day of the next year; 29 February gives 28 February."""
    return years_on(day, 1)


def years_on(day: datetime.date, years: int) -> datetime.date:
    """The same day that many years on; 29 February gives 28 February in a year without one, and 29 February in one with it."""
    year = day.year + years
    return datetime.date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


def months_on(day: datetime.date, months: int) -> datetime.date:
    """The same day that many months on, or the last of its month where that is shorter: a month after 31 January is 28 or 29 February."""
    years, month = divmod(day.month - 1 + months, 12)
    last = last_day_of_month(day.year + years, month + 1)
    return last.replace(day=min(day.day, last.day))


def last_day_of_month(year: int, month: int) -> datetime.date:
    return datetime.date(year, month, calendar.monthrange(year, month)[1])


# The same days are said many thousand times when the duties of all partnerships are judged.
@functools.lru_cache(maxsize=4096)
def say(day: datetime.date) -> str:
    """`31 January 2027 (Sunday)`: how every page and paper writes a date that matters."""
    return f"{say_short(day)} ({WEEKDAYS[day.weekday()]})"


@functools.lru_cache(maxsize=4096)
def say_short(day: datetime.date) -> str:
    """`31 January 2027`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def say_days(count: int) -> str:
    """`1 day`, `6 days`."""
    return f"{count} day" if count == 1 else f"{count} days"


def say_distance(day: datetime.date, on: datetime.date) -> str:
    """How far `day` lies from `on`: `today`, `in 70 days`, `2 days ago`."""
    gap = (day - on).days
    if gap == 0:
        return "today"
    return f"in {say_days(gap)}" if gap > 0 else f"{say_days(-gap)} ago"


def financial_year_of(day: datetime.date) -> int:
    """The financial year that holds `day`, named by the calendar year in which it begins: 31 March 2027 is in 2026."""
    return day.year if day.month >= FINANCIAL_YEAR_BEGINS else day.year - 1


def financial_year(year: int) -> tuple[datetime.date, datetime.date]:
    """The first and last day of the financial year that begins in `year`: 1 April to 31 March."""
    return datetime.date(year, FINANCIAL_YEAR_BEGINS, 1), last_day_of_month(year + 1, FINANCIAL_YEAR_BEGINS - 1)


def say_financial_year(year: int) -> str:
    """`2026/27` for the financial year that begins in 2026."""
    return f"{year}/{(year + 1) % 100:02d}"
