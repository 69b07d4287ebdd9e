"""The law's arithmetic of days: each rule the day before, on the day, the day after, and on 29 February."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svduty import dates

some_day = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))
A_DAY = datetime.timedelta(days=1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2024-01-16", "2024-01-22"),
        ("2024-01-31", "2024-02-06"),
        ("2024-02-26", "2024-03-03"),
        ("2024-02-29", "2024-03-06"),
        ("2026-02-26", "2026-03-04"),
        ("2026-12-28", "2027-01-03"),
    ],
)
def test_a_period_commencing_on_a_day_counts_that_day(first: str, last: str):
    assert dates.last_day_of_period(day(first), 7) == day(last)


@given(some_day, st.integers(1, 400))
def test_a_period_holds_as_many_days_as_it_says(first: datetime.date, days: int):
    last, counted = dates.last_day_of_period(first, days), 1
    while first < last:
        first, counted = first + A_DAY, counted + 1
    assert counted == days


@pytest.mark.parametrize(
    ("start", "due"),
    [("2027-02-01", "2027-03-01"), ("2028-02-01", "2028-02-29"), ("2026-12-10", "2027-01-07"), ("2026-11-16", "2026-12-14")],
)
def test_days_after_a_day_leave_that_day_out(start: str, due: str):
    assert dates.days_after(day(start), 28) == day(due)


@pytest.mark.parametrize(
    ("start", "due"),
    [
        ("2024-01-16", "2025-01-16"),
        ("2024-02-28", "2025-02-28"),
        ("2024-02-29", "2025-02-28"),
        ("2024-03-01", "2025-03-01"),
        ("2027-02-28", "2028-02-28"),
        ("2024-12-31", "2025-12-31"),
    ],
)
def test_one_year_on_is_the_same_day_and_29_february_gives_28(start: str, due: str):
    assert dates.one_year_on(day(start)) == day(due)


@given(some_day)
def test_the_last_day_of_a_month_is_followed_by_a_first(any_day: datetime.date):
    last = dates.last_day_of_month(any_day.year, any_day.month)
    assert (last.year, last.month) == (any_day.year, any_day.month)
    assert (last + A_DAY).day == 1


def test_february_ends_on_29_in_a_leap_year_only():
    assert [dates.last_day_of_month(year, 2).day for year in (1900, 2000, 2023, 2024, 2100)] == [28, 29, 28, 29, 28]


def test_dates_are_said_with_their_weekday_or_without():
    assert dates.say(day("2027-01-31")) == "31 January 2027 (Sunday)"
    assert dates.say(day("2024-02-29")) == "29 February 2024 (Thursday)"
    assert dates.say_short(day("2026-11-02")) == "2 November 2026"


@pytest.mark.parametrize(("count", "words"), [(0, "0 days"), (1, "1 day"), (2, "2 days"), (20, "20 days")])
def test_days_are_counted_in_words(count: int, words: str):
    assert dates.say_days(count) == words


@pytest.mark.parametrize(
    ("asked_on", "words"),
    [
        ("2026-11-22", "in 70 days"),
        ("2027-01-30", "in 1 day"),
        ("2027-01-31", "today"),
        ("2027-02-01", "1 day ago"),
        ("2027-02-02", "2 days ago"),
    ],
)
def test_distance_is_said_from_the_day_asked(asked_on: str, words: str):
    assert dates.say_distance(day("2027-01-31"), day(asked_on)) == words


@pytest.mark.parametrize(
    ("date", "year", "words"),
    [("2027-03-31", 2026, "2026/27"), ("2027-04-01", 2027, "2027/28"), ("2000-01-01", 1999, "1999/00"), ("2024-02-29", 2023, "2023/24")],
)
def test_a_financial_year_runs_from_april_to_march(date: str, year: int, words: str):
    assert dates.financial_year_of(day(date)) == year
    assert dates.say_financial_year(year) == words


@given(some_day)
def test_every_day_lies_in_its_financial_year_and_the_next_follows_at_once(date: datetime.date):
    year = dates.financial_year_of(date)
    first, last = dates.financial_year(year)
    assert first <= date <= last
    assert last + A_DAY == dates.financial_year(year + 1)[0]
