"""Clear days before a meeting, each worked out by hand on the calendar of England and Wales."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from svduty.working_days import clear_days_before, clear_days_between, closed_because

DAYS = st.dates(date(2023, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("meeting", "days", "papers"),
    [
        # Thursday; Wed 16, Tue 15, Mon 14, Fri 11, Thu 10 are clear.
        (date(2026, 9, 17), 5, date(2026, 9, 9)),
        # Monday; the whole week before is clear, and papers go out on the Friday before that.
        (date(2026, 9, 14), 5, date(2026, 9, 4)),
        # Easter Monday is 6 April 2026 and Good Friday the 3rd: Thu 9, Wed 8, Tue 7, Thu 2, Wed 1 are clear.
        (date(2026, 4, 10), 5, date(2026, 3, 31)),
        # Christmas: Friday 25 December is a bank holiday, Monday the 28th in place of Saturday the 26th, and Friday 1 January.
        # Tue 5, Mon 4 January, Thu 31, Wed 30, Tue 29 December are clear.
        (date(2027, 1, 6), 5, date(2026, 12, 24)),
        # The coronation, Monday 8 May 2023, and the early May bank holiday of the 1st: Wed 10, Tue 9, Fri 5, Thu 4, Wed 3 are clear.
        (date(2023, 5, 11), 5, date(2023, 5, 2)),
        # A meeting on a Saturday: Fri 18, Thu 17, Wed 16, Tue 15, Mon 14 are clear.
        (date(2026, 9, 19), 5, date(2026, 9, 11)),
        # One clear day before a Tuesday: the Monday.
        (date(2026, 9, 15), 1, date(2026, 9, 11)),
        # None asked for: on the day itself, whatever day that is.
        (date(2026, 9, 17), 0, date(2026, 9, 17)),
        (date(2026, 9, 19), 0, date(2026, 9, 19)),
    ],
)
def test_papers_go_out_so_many_clear_working_days_before_the_meeting(meeting: date, days: int, papers: date) -> None:
    assert clear_days_before(meeting, days) == papers


@pytest.mark.parametrize(
    ("sent", "meeting", "days"),
    [
        (date(2026, 9, 9), date(2026, 9, 17), 5),
        (date(2026, 9, 10), date(2026, 9, 17), 4),
        # Sent on a Sunday before a Monday a week later: Monday to Friday lie between, as if sent on the Friday.
        (date(2026, 9, 6), date(2026, 9, 14), 5),
        (date(2026, 9, 4), date(2026, 9, 14), 5),
        # Over the coronation and the Monday before it.
        (date(2023, 5, 2), date(2023, 5, 11), 5),
        (date(2026, 12, 24), date(2027, 1, 6), 5),
        (date(2026, 9, 16), date(2026, 9, 17), 0),
        (date(2026, 9, 17), date(2026, 9, 17), 0),
        (date(2026, 9, 18), date(2026, 9, 17), 0),
    ],
)
def test_clear_days_count_neither_the_day_of_sending_nor_the_meeting(sent: date, meeting: date, days: int) -> None:
    assert clear_days_between(sent, meeting) == days


@given(meeting=DAYS, days=st.integers(1, 40))
def test_the_day_for_papers_is_the_last_working_day_that_leaves_enough(meeting: date, days: int) -> None:
    papers = clear_days_before(meeting, days)
    assert not closed_because(papers)
    assert clear_days_between(papers, meeting) == days
    following = papers + timedelta(days=1)
    while closed_because(following):
        following += timedelta(days=1)
    assert clear_days_between(following, meeting) < days
