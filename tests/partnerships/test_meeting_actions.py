import datetime
from collections.abc import Callable

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry, Meeting, MeetingAction, Organisation, RoleGrant, User
from partnerships.models.person import Role
from tests.cast import Cast, day
from tests.partnerships.conftest import words
from tests.partnerships.meeting_of import address, make_board, make_meeting
from tests.partnerships.test_meetings import ticked

pytestmark = pytest.mark.usefixtures("_today")


@pytest.fixture
def _today() -> object:
    with time_machine.travel(datetime.datetime(2026, 5, 20, 12, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def meeting(cast: Cast) -> Meeting:
    return make_meeting(make_board(cast.ours), state="held", quorate=True)


def police() -> Organisation:
    return Organisation.objects.get(name="Shire Police")


def asked(meeting: Meeting, what: str, **more: object) -> MeetingAction:
    return MeetingAction.objects.create(meeting=meeting, what=what, **more)


def test_an_action_says_who_is_to_do_what_by_when_and_stands_in_the_list(coordinator: Client, meeting: Meeting) -> None:
    sent = {"what": "Share the figures", "organisation": police().pk, "post": "Analyst", "due_on": "June 2026"}
    for _ in range(2):
        assert coordinator.post(address("meetingaction_add", meeting.pk), sent).status_code == 302
    assert MeetingAction.objects.count() == 1
    page = words(coordinator.get(address("meetingactions")))
    assert all(part in page for part in ("Share the figures", "Shire Police", "Analyst", "June 2026"))


def test_late_ones_come_first_then_the_next_due_then_those_without_a_day(viewer: Client, meeting: Meeting) -> None:
    for what, due in [("None", None), ("Next", "2026-06-01"), ("Later", "2026-07"), ("Late", "2026-05-01"), ("Long late", "2026-03")]:
        asked(meeting, f"{what} due", due_on=day(due) if due else None)
    asked(meeting, "This month", due_on=day("2026-05"))  # May may still hold the day
    asked(meeting, "Done already", due_on=day("2026-01-01"), done_on=day("2026-05-02"))
    page = words(viewer.get(address("meetingactions")))
    order = ["Long late due", "Late due", "This month", "Next due", "Later due", "None due"]
    places = [page.index(f">{what}") for what in order]
    assert places == sorted(places)
    assert page.count(">Late</strong>") == 2
    assert "Done already" not in page
    everything = words(viewer.get(address("meetingactions"), {"show": "all"}))
    assert "Done already" in everything
    assert "Later than asked." in everything


def test_the_list_is_narrowed_to_one_body_and_never_to_a_foreign_one(cast: Cast, viewer: Client, meeting: Meeting) -> None:
    asked(meeting, "For the police", organisation=police())
    asked(meeting, "For nobody")
    foreign = Organisation.objects.create(partnership=cast.theirs, name="Otherton Council", kind="council")
    page = words(viewer.get(address("meetingactions"), {"body": police().pk}))
    assert "For the police" in page
    assert "For nobody" not in page
    answer = viewer.get(address("meetingactions"), {"body": foreign.pk})
    assert answer.status_code == 200
    assert "Otherton" not in words(answer)


def test_withdrawn_actions_and_those_of_withdrawn_meetings_are_not_open(viewer: Client, meeting: Meeting) -> None:
    asked(meeting, "Entered twice", withdrawn_on=datetime.date(2026, 5, 19))
    other = make_meeting(meeting.board, "2026-02-11", "held", withdrawn_on=datetime.date(2026, 5, 19))
    asked(other, "Never asked")
    page = words(viewer.get(address("meetingactions")))
    assert "Entered twice" not in page
    assert "Never asked" not in page


def test_a_contributor_says_what_came_of_their_own_bodys_action_and_of_no_other(
    cast: Cast, meeting: Meeting, as_person: Callable[[User], Client]
) -> None:
    mine, theirs, nobodys = (
        asked(meeting, "Share the figures", organisation=police()),
        asked(meeting, "Pay for it", organisation=meeting.board.seats.get(post="Leader").organisation),
        asked(meeting, "Somebody should"),
    )
    person = cast.people[Role.CONTRIBUTOR]
    contributor = as_person(person)
    assert contributor.post(address("meetingaction_done", nobodys.pk), {"outcome": "x", "seen_version": 1}).status_code == 403
    RoleGrant.objects.filter(user=person).update(body=police())
    page = words(contributor.get(address("meetingactions")))
    assert address("meetingaction_done", mine.pk) in page
    assert address("meetingaction_done", theirs.pk) not in page
    done = {"done_on": "19 5 2026", "outcome": "Sent to the analyst.", "seen_version": 1}
    assert contributor.post(address("meetingaction_done", mine.pk), done | {"what": "Something else"}).status_code == 302
    for other in (theirs, nobodys):
        assert contributor.get(address("meetingaction_done", other.pk)).status_code == 403
        assert contributor.post(address("meetingaction_done", other.pk), done).status_code == 403
    mine.refresh_from_db()
    assert (mine.what, str(mine.done_on), mine.outcome) == ("Share the figures", "19 May 2026", "Sent to the analyst.")
    assert not MeetingAction.objects.exclude(pk=mine.pk).filter(done_on__isnull=False).exists()
    assert AuditEntry.objects.get(event="meetingaction.changed").actor_id == person.pk
    RoleGrant.objects.filter(user=person).update(ended_on=datetime.date(2026, 5, 19))
    assert contributor.get(address("meetingaction_done", mine.pk)).status_code == 404


def test_done_in_the_future_is_refused_and_days_before_the_meeting_deserve_a_second_look(coordinator: Client, meeting: Meeting) -> None:
    made = asked(meeting, "Share the figures")
    page = words(coordinator.post(address("meetingaction_done", made.pk), {"done_on": "21 5 2026", "seen_version": 1}))
    assert "21 May 2026 is still to come." in page
    page = ticked(coordinator, address("meetingaction_change", made.pk), {"what": "Share", "due_on": "April 2026", "seen_version": "1"})
    assert "April 2026 is before the meeting of 13 May 2026 that asked for it." in page
