import datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoAssertNumQueries

from partnerships.models import Attendance, AuditEntry, Meeting, Seat
from tests.cast import Cast, day
from tests.partnerships.conftest import words
from tests.partnerships.meeting_of import hold, make_board, make_meeting, marks, seat_of, sheet

pytestmark = pytest.mark.usefixtures("_on_the_day")


@pytest.fixture
def _on_the_day() -> object:
    with time_machine.travel(datetime.datetime(2026, 5, 13, 18, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(make_board(cast.ours))


def test_one_sheet_asks_for_every_seat_and_saving_it_holds_the_meeting(coordinator: Client, meeting: Meeting) -> None:
    page = words(coordinator.get(sheet(meeting)))
    assert all(seat.post in page for seat in meeting.board.seats.all())
    assert "3 of 5 members and the chair" in page
    hold(
        coordinator, meeting, Leader="member", Chief_Executive="member", Borough_Commander="member", Fire_Commander="member", rest="absent"
    )
    assert (meeting.state, meeting.quorate) == ("held", True)
    kept = (meeting.quorum_base, meeting.quorum_needed, meeting.quorum_present, meeting.quorum_chair, meeting.quorum_rule)
    assert kept == (5, 3, 3, True, "half of all members, and the chair")
    assert meeting.attendances.count() == 6
    entry = AuditEntry.objects.get(event="attendance.changed")
    assert entry.changes["State"] == ["Planned", "Held"]
    assert entry.changes["Leader (Shirebrook Council)"] == ["", "Came"]


def test_too_few_or_no_chair_is_not_quorate(coordinator: Client, meeting: Meeting) -> None:
    assert hold(coordinator, meeting, rest="member", Leader="apologies").quorate is False
    assert hold(coordinator, meeting, rest="absent", Leader="member", Chief_Executive="member").quorate is False


def test_places_left_unmarked_leave_the_quorum_unknown_while_they_could_make_it(coordinator: Client, meeting: Meeting) -> None:
    hold(coordinator, meeting, Leader="member", Chief_Executive="member")
    assert meeting.quorate is None
    hold(coordinator, meeting, Borough_Commander="absent", Fire_Commander="absent", Head_of_Probation="absent")
    assert meeting.quorate is False
    assert meeting.attendances.count() == 5


def test_a_deputy_counts_as_the_member_and_must_be_named(coordinator: Client, meeting: Meeting) -> None:
    police = seat_of(meeting.board, "Borough Commander")
    sent = {**marks(meeting.board, rest="member", Borough_Commander="deputy"), "seen_version": 1}
    page = words(coordinator.post(sheet(meeting), sent))
    assert "Enter the post that came for Borough Commander." in page
    assert not Attendance.objects.exists()
    coordinator.post(sheet(meeting), sent | {f"deputy{police.pk}": "Chief Inspector", f"authority{police.pk}": "Letter of 3 May 2026"})
    kept = Attendance.objects.get(seat=police)
    assert (kept.came, kept.deputy, kept.authority) == ("deputy", "Chief Inspector", "Letter of 3 May 2026")
    meeting.refresh_from_db()
    assert meeting.quorum_present == 5


def test_the_deputy_and_authority_on_record_stand_in_the_sheet_and_are_kept_only_if_the_deputy_came(
    coordinator: Client, meeting: Meeting
) -> None:
    page = words(coordinator.get(sheet(meeting)))
    assert 'value="Chief Inspector"' in page
    assert 'value="Letter of 3 May 2026"' in page
    police = seat_of(meeting.board, "Borough Commander")
    hold(coordinator, meeting, rest="member")
    assert Attendance.objects.get(seat=police).deputy == ""


def test_naming_a_deputy_without_marking_one_is_not_lost(coordinator: Client, meeting: Meeting) -> None:
    fire = seat_of(meeting.board, "Fire Commander")
    sent = {**marks(meeting.board, rest="member"), "seen_version": 1, f"deputy{fire.pk}": "Station Commander"}
    page = words(coordinator.post(sheet(meeting), sent))
    assert "You named who came for Fire Commander: choose “A deputy came”, or empty that box." in page
    assert "Station Commander" in page
    assert not Attendance.objects.exists()


def test_a_seat_that_did_not_last_that_day_is_refused_and_nothing_is_saved(coordinator: Client, meeting: Meeting) -> None:
    gone = Seat.objects.create(board=meeting.board, post="Old Chair", kind="voting", ends=day("2026-05-12"), position=95)
    assert "Old Chair" not in words(coordinator.get(sheet(meeting)))
    sent = {**marks(meeting.board, rest="member"), "seen_version": 1}
    assert f"came{gone.pk}" in sent
    page = words(coordinator.post(sheet(meeting), sent))
    assert "Old Chair has a seat until 12 May 2026, so nobody could take it on 13 May 2026. Nothing was saved" in page
    assert not Attendance.objects.exists()
    meeting.refresh_from_db()
    assert meeting.state == "planned"


def test_a_seat_of_another_board_is_left_alone(cast: Cast, coordinator: Client, meeting: Meeting) -> None:
    other = make_board(cast.theirs)
    foreign = seat_of(other, "Leader")
    sent = {**marks(meeting.board, rest="member"), "seen_version": 1, f"came{foreign.pk}": "member"}
    assert coordinator.post(sheet(meeting), sent).status_code == 302
    assert not Attendance.objects.filter(seat=foreign).exists()


def test_the_second_of_two_people_sees_which_seats_differ(coordinator: Client, meeting: Meeting) -> None:
    hold(coordinator, meeting, rest="member", Fire_Commander="absent")
    sent = {**marks(meeting.board, rest="member", Fire_Commander="member"), "seen_version": 1, "others": ""}
    answer = coordinator.post(sheet(meeting), sent)
    assert answer.status_code == 409
    page = words(answer)
    part = page[page.index("What the other person saved") : page.index('<form id="record"')]
    assert "Fire Commander" in part
    assert "Chief Executive" not in part
    assert Attendance.objects.get(seat=seat_of(meeting.board, "Fire Commander")).came == "absent"
    again = sent | {"seen_version": Meeting.objects.get(pk=meeting.pk).version}
    assert coordinator.post(sheet(meeting), again).status_code == 302
    assert Attendance.objects.get(seat=seat_of(meeting.board, "Fire Commander")).came == "member"


@pytest.mark.parametrize(("button", "came"), [("all-came", "member"), ("rest-absent", "absent")])
def test_buttons_mark_without_saving_and_without_scripts(coordinator: Client, meeting: Meeting, button: str, came: str) -> None:
    sent = {**marks(meeting.board, Leader="apologies"), "seen_version": 1, "look": button, "others": "Press officer"}
    page = words(coordinator.post(sheet(meeting), sent))
    leader, fire = seat_of(meeting.board, "Leader"), seat_of(meeting.board, "Fire Commander")
    assert f'name="came{fire.pk}" value="{came}" id="id_came{fire.pk}' in page
    assert page.count(" checked") == 6
    stays = f'name="came{leader.pk}" value="apologies" id="id_came{leader.pk}_3" checked' in page
    assert stays is (button == "rest-absent")
    assert "Press officer" in page
    assert not Attendance.objects.exists()


def test_counting_on_the_server_saves_nothing(coordinator: Client, meeting: Meeting) -> None:
    came = {"Leader": "member", "Chief_Executive": "member", "Fire_Commander": "member", "Borough_Commander": "member"}
    page = words(coordinator.post(sheet(meeting), {**marks(meeting.board, **came), "seen_version": 1, "look": "count"}))
    assert ">Quorate</strong>" in page
    assert "3 there and the chair" in page
    assert not Attendance.objects.exists()


def test_before_the_day_only_apologies_and_deputies_are_noted(cast: Cast, coordinator: Client) -> None:
    meeting = make_meeting(make_board(cast.ours), "2026-06-10")
    page = words(coordinator.get(sheet(meeting)))
    assert "The meeting is still to come" in page
    assert 'value="member"' not in page
    refused = coordinator.post(sheet(meeting), {**marks(meeting.board, Leader="member"), "seen_version": 1})
    assert "choose one of the answers shown" in words(refused)
    coordinator.post(sheet(meeting), {**marks(meeting.board, Leader="apologies"), "seen_version": 1})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.quorum_rule, meeting.attendances.count()) == ("planned", "", 1)


def test_an_empty_sheet_is_not_taken_for_a_meeting_nobody_came_to(coordinator: Client, meeting: Meeting) -> None:
    assert "Nobody is marked yet." in words(coordinator.post(sheet(meeting), {"seen_version": 1}))
    meeting.refresh_from_db()
    assert meeting.state == "planned"


def test_a_cancelled_or_withdrawn_meeting_takes_no_attendance(coordinator: Client, meeting: Meeting) -> None:
    Meeting.objects.update(state="cancelled")
    page = words(coordinator.post(sheet(meeting), {**marks(meeting.board, rest="member"), "seen_version": 1}))
    assert "This meeting was cancelled" in page
    assert not Attendance.objects.exists()


def test_sixty_seats_are_one_small_page_with_as_many_queries_as_six(
    cast: Cast, coordinator: Client, meeting: Meeting, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    few = make_queries(coordinator, meeting)
    Seat.objects.bulk_create(
        Seat(
            board=meeting.board, post=f"Member {number}", organisation_id=meeting.board.seats.all()[0].organisation_id, position=20 + number
        )
        for number in range(54)
    )
    with django_assert_max_num_queries(few):
        answer = coordinator.get(sheet(meeting))
    assert meeting.board.seats.count() == 60
    assert len(answer.content) < 100_000
    assert few <= 12


def make_queries(client: Client, meeting: Meeting) -> int:
    with CaptureQueriesContext(connection) as captured:
        client.get(sheet(meeting))
    return len(captured)
