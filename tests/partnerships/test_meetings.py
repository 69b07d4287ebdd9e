import datetime

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships.models import AgendaItem, AuditEntry, Decision, Meeting, MeetingAction
from tests.cast import Cast, day
from tests.partnerships.conftest import words
from tests.partnerships.meeting_of import address, hold, make_board, make_meeting

pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today() -> object:
    with time_machine.travel(datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.UTC), tick=False):
        yield


def ticked(client: Client, url: str, sent: dict[str, str]) -> str:
    """Send, read the warning, tick it and send again; gives the page with the warning."""
    page = words(client.post(url, sent))
    tick = page.partition('name="cautions_seen" type="checkbox" value="')[2].partition('"')[0]
    answer = client.post(url, sent | {"cautions_seen": tick})
    assert answer.status_code == 302, words(answer)
    return page


def test_a_board_without_meetings_offers_the_first_step_to_those_who_may_take_it(cast: Cast, coordinator: Client, viewer: Client) -> None:
    board = make_board(cast.ours)
    assert address("meetings_plan", board.pk) in words(coordinator.get(address("meetings", board.pk)))
    page = words(viewer.get(address("meetings", board.pk)))
    assert "No meeting is here yet" in page
    assert address("meetings_plan", board.pk) not in page


def test_a_meeting_is_planned_and_one_that_has_passed_is_recorded_as_held_after_a_warning(cast: Cast, coordinator: Client) -> None:
    add = address("meeting_add", make_board(cast.ours).pk)
    assert coordinator.post(add, {"day": "9 12 2026", "begins_at": "10.30", "place": "Online"}).status_code == 302
    assert "has passed: the meeting is recorded as held" in ticked(coordinator, add, {"day": "9 9 2026"})
    assert list(Meeting.objects.order_by("day").values_list("state", "begins_at")) == [("held", None), ("planned", datetime.time(10, 30))]


def test_the_same_meeting_twice_is_told_unless_the_first_was_cancelled(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    make_meeting(board, "2026-12-09")
    add = address("meeting_add", board.pk)
    assert "A meeting of this board on that day is here already. If there were two, give the times." in words(
        coordinator.post(add, {"day": "9 12 2026"})
    )
    Meeting.objects.update(state="cancelled")
    assert coordinator.post(add, {"day": "9 12 2026"}).status_code == 302


def test_a_held_meeting_cannot_move_into_the_future(cast: Cast, coordinator: Client) -> None:
    meeting = make_meeting(make_board(cast.ours), "2026-11-18", "held")
    page = words(coordinator.post(address("meeting_change", meeting.pk), {"day": "9 12 2026", "seen_version": 1}))
    assert "9 December 2026 (Wednesday) is still to come. Enter the day on which it was held." in page


def test_the_page_says_what_a_planned_meeting_needs_and_when_its_day_has_come(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    coming, passed = make_meeting(board, "2026-12-09"), make_meeting(board, "2026-11-18")
    page = words(coordinator.get(address("meeting", coming.pk)))
    assert "1 December 2026 (Tuesday)" in page  # five clear days: 2, 3, 4, 7 and 8 December
    assert "Five clear days: working days, neither end counted. The board's own rule, not law." in page
    assert "3 of 5 members and the chair" in page
    assert "Record who came" not in page
    page = words(coordinator.get(address("meeting", passed.pk)))
    assert "Who came?" in page
    assert "Record who came" in page


def test_a_planned_meeting_is_cancelled_with_a_reason_and_can_be_put_back(cast: Cast, coordinator: Client) -> None:
    meeting = make_meeting(make_board(cast.ours), "2026-12-09")
    cancel = address("meeting_cancel", meeting.pk)
    assert "it cannot be left empty" in words(coordinator.post(cancel, {"reason": "", "seen_version": 1}))
    coordinator.post(cancel, {"reason": "The hall is flooded.", "seen_version": 1})
    meeting.refresh_from_db()
    assert (meeting.state, meeting.state_reason) == ("cancelled", "The hall is flooded.")
    assert "The hall is flooded." in words(coordinator.get(address("meeting", meeting.pk)))
    coordinator.post(address("meeting_restore", meeting.pk))
    meeting.refresh_from_db()
    assert (meeting.state, meeting.state_reason) == ("planned", "")
    events = AuditEntry.objects.filter(target_kind="meeting").values_list("event", flat=True)
    assert {"meeting.cancelled", "meeting.restored"} <= set(events)


def test_a_cancelled_meeting_is_not_put_back_onto_another(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    cancelled = make_meeting(board, "2026-12-09", "cancelled")
    make_meeting(board, "2026-12-09")
    answer = coordinator.post(address("meeting_restore", cancelled.pk), follow=True)
    assert "Another meeting of this board is planned for that day and time." in words(answer)
    cancelled.refresh_from_db()
    assert cancelled.state == "cancelled"


def test_a_cancellation_that_comes_second_is_told_what_was_saved(cast: Cast, coordinator: Client) -> None:
    meeting = make_meeting(make_board(cast.ours), "2026-12-09")
    Meeting.objects.update(version=2, place="Library")
    answer = coordinator.post(address("meeting_cancel", meeting.pk), {"reason": "Too few", "seen_version": 1})
    assert answer.status_code == 409
    assert "Too few" in words(answer)
    meeting.refresh_from_db()
    assert meeting.state == "planned"


def test_moving_a_held_meeting_to_another_day_judges_its_quorum_by_the_seats_of_that_day(cast: Cast, coordinator: Client) -> None:
    board = make_board(cast.ours)
    meeting = make_meeting(board, "2026-11-18")
    hold(
        coordinator, meeting, rest="absent", Leader="member", Chief_Executive="member", Fire_Commander="member", Borough_Commander="member"
    )
    assert (meeting.quorum_base, meeting.quorate) == (5, True)
    board.seats.filter(post="Fire Commander").update(starts="2026-11-17")
    coordinator.post(address("meeting_change", meeting.pk), {"day": "16 11 2026", "seen_version": meeting.version})
    meeting.refresh_from_db()
    assert (meeting.day, meeting.quorum_base, meeting.quorum_present, meeting.quorate) == (datetime.date(2026, 11, 16), 4, 2, True)
    board.seats.filter(post="Borough Commander").update(starts="2026-11-16")
    coordinator.post(address("meeting_change", meeting.pk), {"day": "13 11 2026", "seen_version": meeting.version})
    meeting.refresh_from_db()
    assert (meeting.quorum_base, meeting.quorum_present, meeting.quorate) == (3, 1, False)


def test_the_board_shows_its_next_meeting_and_what_it_decided_last(cast: Cast, viewer: Client) -> None:
    board = make_board(cast.ours)
    make_meeting(board, "2027-03-10")
    make_meeting(board, "2026-12-09", place="Town hall")
    held = make_meeting(board, "2026-11-18", "held", quorate=True)
    Decision.objects.create(meeting=held, wording="Agreed the plan", outcome="agreed")
    withdrawn = Decision.objects.create(meeting=held, wording="A slip", outcome="agreed", withdrawn_on=datetime.date(2026, 11, 19))
    page = words(viewer.get(address("board", board.pk)))
    assert "9 December 2026 (Wednesday)" in page
    assert "in 16 days" in page
    assert "Agreed: Agreed the plan" in page
    assert str(withdrawn) not in page


def test_another_partnerships_meeting_is_not_there(cast: Cast, stranger: Client, coordinator: Client) -> None:
    meeting = make_meeting(make_board(cast.theirs))
    assert coordinator.get(address("meeting", meeting.pk)).status_code == 404
    assert stranger.get(f"/p/otherton/meetings/{meeting.pk}/").status_code == 200


def test_a_meeting_with_forty_items_asks_as_many_queries_as_one_with_two(cast: Cast, viewer: Client) -> None:
    board = make_board(cast.ours)
    meeting = make_meeting(board, "2026-11-18", "held", quorate=True)

    def fill(number: int) -> int:
        AgendaItem.objects.bulk_create(AgendaItem(meeting=meeting, position=at, title=f"Item {at}") for at in range(number))
        Decision.objects.bulk_create(
            Decision(meeting=meeting, wording=f"Decision {at}", outcome="noted", about_kind="localdefinition", about_pk=at)
            for at in range(number)
        )
        MeetingAction.objects.bulk_create(
            MeetingAction(meeting=meeting, what=f"Action {at}", organisation=board.seats.all()[0].organisation) for at in range(number)
        )
        with CaptureQueriesContext(connection) as captured:
            viewer.get(address("meeting", meeting.pk))
        return len(captured)

    few = fill(2)
    assert fill(38) == few
    assert few <= 20


def test_lists_of_meetings_and_actions_ask_no_more_for_more_rows(cast: Cast, viewer: Client) -> None:
    board = make_board(cast.ours)

    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            viewer.get(address("meetings", board.pk))
            viewer.get(address("meetingactions"))
            viewer.get(address("board", board.pk))
        return len(captured)

    for number in range(2):
        meeting = make_meeting(board, f"2025-0{number + 1}-15", "held")
        MeetingAction.objects.create(meeting=meeting, what="Do it", due_on=day("2025-09"))
    few = count()
    for number in range(2, 9):
        meeting = make_meeting(board, f"2025-0{number + 1}-15", "held")
        MeetingAction.objects.create(meeting=meeting, what="Do it", due_on=day("2025-09"))
    assert count() == few
