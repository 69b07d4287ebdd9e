import datetime

import pytest
import time_machine
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from partnerships.models import AuditEntry, Meeting
from partnerships.planning_year import BoardYear, propose, usual_weekday
from svduty.working_days import closed_because
from tests.cast import Cast
from tests.partnerships.conftest import words
from tests.partnerships.meeting_of import address, make_board, make_meeting

APRIL_YEAR = BoardYear(datetime.date(2027, 4, 1), datetime.date(2028, 3, 31))
ON = datetime.date(2026, 11, 23)
TUESDAY = 1


def days(*texts: str) -> list[datetime.date]:
    return [datetime.date.fromisoformat(text) for text in texts]


def test_four_meetings_a_year_come_one_in_each_quarter_near_its_middle_on_the_usual_weekday() -> None:
    found = propose(APRIL_YEAR, 4, [], TUESDAY, ON)
    assert found == days("2027-05-18", "2027-08-17", "2027-11-16", "2028-02-15")


def test_a_bank_holiday_gives_way_to_another_week_of_the_same_weekday() -> None:
    monday = 0
    found = propose(BoardYear(datetime.date(2027, 5, 1), datetime.date(2027, 5, 5)), 1, [], monday, ON)
    assert found == days("2027-05-04")  # 3 May is a bank holiday, and those few days hold no other Monday
    assert propose(BoardYear(datetime.date(2027, 5, 1), datetime.date(2027, 5, 12)), 1, [], monday, ON) == days("2027-05-10")


def test_only_what_the_year_still_lacks_is_proposed() -> None:
    known = days("2027-05-11", "2027-11-02")
    found = propose(APRIL_YEAR, 4, known, TUESDAY, ON)
    assert found == days("2027-08-17", "2028-02-15")
    assert propose(APRIL_YEAR, 4, [*known, *found], TUESDAY, ON) == []


def test_a_year_that_runs_is_planned_from_today() -> None:
    running = BoardYear.around(ON, 4)
    assert running == BoardYear(datetime.date(2026, 4, 1), datetime.date(2027, 3, 31))
    assert all(day >= ON for day in propose(running, 4, [], None, ON))


def test_the_year_of_a_board_ends_before_it_begins_again_also_in_a_leap_year() -> None:
    assert BoardYear.around(datetime.date(2028, 2, 29), 3).last == datetime.date(2028, 2, 29)
    assert BoardYear.around(datetime.date(2028, 3, 1), 3) == BoardYear(datetime.date(2028, 3, 1), datetime.date(2029, 2, 28))


def test_the_usual_weekday_is_that_of_most_of_the_last_meetings() -> None:
    assert usual_weekday(days("2026-09-15", "2026-06-16", "2026-03-18", "2025-12-16")) == TUESDAY
    assert usual_weekday(days("2026-09-13")) is None  # a Sunday is no habit
    assert usual_weekday([]) is None


@given(
    number=st.integers(1, 53),
    weekday=st.none() | st.integers(0, 4),
    begins=st.integers(1, 12),
    known=st.lists(st.dates(datetime.date(2026, 1, 1), datetime.date(2029, 1, 1)), max_size=8),
)
def test_proposed_days_are_working_days_of_the_year_each_once_and_never_too_many(
    number: int, weekday: int | None, begins: int, known: list[datetime.date]
) -> None:
    year = BoardYear.around(datetime.date(2027, 6, 1), begins)
    found = propose(year, number, known, weekday, ON)
    there = [day for day in known if year.first <= day <= year.last]
    assert all(year.first <= day <= year.last and not closed_because(day) and day >= ON for day in found)
    assert len(set(found)) == len(found) <= max(number - len(there), 0)
    assert not set(found) & set(there)
    assert found == sorted(found)


@pytest.fixture
def _today() -> object:
    with time_machine.travel(datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.mark.usefixtures("_today")
def test_the_proposed_year_is_saved_in_one_step_with_an_entry_for_each_meeting(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    plan = address("meetings_plan", board.pk)
    page = words(coordinator.get(plan, {"year": "2027-04-01", "number": "4"}))
    assert "The board meets 4 times a year." in page
    sent = {"day1": "19 5 2027", "day2": "18 8 2027", "day3": "", "day4": "16 2 2028", "begins_at": "2pm", "place": "Town hall"}
    answer = coordinator.post(plan, sent)
    assert answer.status_code == 302
    made = list(Meeting.objects.order_by("day").values_list("day", "begins_at", "place", "state"))
    assert [row[0] for row in made] == days("2027-05-19", "2027-08-18", "2028-02-16")
    assert {row[1:] for row in made} == {(datetime.time(14), "Town hall", "planned")}
    assert AuditEntry.objects.filter(event="meeting.added").count() == 3


@pytest.mark.usefixtures("_today")
def test_one_wrong_line_keeps_all_lines_and_saves_none(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    make_meeting(board, "2027-05-19")
    sent = {"day1": "19 5 2027", "day2": "29 2 2027", "day3": "18 8 2027", "day4": "18 8 2027", "begins_at": "25:00"}
    page = words(coordinator.post(address("meetings_plan", board.pk), sent))
    assert "A meeting of this board on 19 May 2027 is here already." in page
    assert "February 2027 has 28 days. Check the day." in page
    assert "18 August 2027 stands in another line already." in page
    assert "“25:00” is not a time we can read." in page
    assert 'value="29 2 2027"' in page
    assert Meeting.objects.count() == 1


@pytest.mark.usefixtures("_today")
def test_days_that_have_passed_or_are_closed_are_asked_about_and_then_saved(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    plan = address("meetings_plan", board.pk)
    sent = {"day1": "14 10 2026", "day2": "3 5 2027"}
    page = words(coordinator.post(plan, sent))
    assert "14 October 2026 (Wednesday) has passed: the meeting is recorded as held." in page
    assert "3 May 2027 is a bank holiday in England and Wales." in page
    assert not Meeting.objects.exists()
    tick = page.partition('name="cautions_seen" type="checkbox" value="')[2].partition('"')[0]
    assert coordinator.post(plan, sent | {"cautions_seen": tick}).status_code == 302
    assert dict(Meeting.objects.values_list("day", "state")) == {
        datetime.date(2026, 10, 14): "held",
        datetime.date(2027, 5, 3): "planned",
    }


@pytest.mark.usefixtures("_today")
def test_a_plan_without_a_single_day_says_what_to_do(cast: Cast, coordinator: Client) -> None:
    page = words(coordinator.post(address("meetings_plan", make_board(cast.ours).pk), {"day1": " "}))
    assert "Enter the day of at least one meeting" in page


@pytest.mark.usefixtures("_today")
@pytest.mark.parametrize("number", ["0", "x", "9999999999"])
def test_a_number_of_meetings_that_makes_no_sense_is_answered_on_the_page(cast: Cast, coordinator: Client, number: str) -> None:
    answer = coordinator.get(address("meetings_plan", make_board(cast.ours).pk), {"year": "1999-01-01", "number": number})
    assert answer.status_code == 200
    assert "Enter how many meetings, a whole number from 1 to 53." in words(answer)
