"""Logging progress: by the body that carries an action out, in one page, kept whole or not at all, and once."""

import datetime
from collections.abc import Iterator

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships.models import AuditEntry, Organisation, RoleGrant, StoredFile
from partnerships.models.person import Role
from strategies.models import Action, ActionAsked, NewsAsked, ProgressUpdate
from strategies.next_news import next_news_by, said_of_next
from strategies.queries_delivery import not_settled
from strategies.queries_progress import actions_to_log
from tests.cast import Cast, day
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, text_of
from tests.strategies.progress import NEWS, TODAY, another_for, make_action, make_body, make_news, speaks_for

EVIL = "<script>alert(1)</script>"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00\xff\xd9"


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC), tick=False):
        yield


@pytest.fixture
def body(cast: Cast) -> Organisation:
    return make_body(cast.ours)


@pytest.fixture
def action(cast: Cast, body: Organisation) -> Action:
    return make_action(cast.ours, body)


@pytest.fixture
def contributor(cast: Cast, body: Organisation) -> Client:
    return signed_in(speaks_for(cast, body))


def add(action: Action) -> str:
    return f"{at('progress_add')}?action={action.pk}"


def news_of(action: Action, **changes: object) -> dict[str, object]:
    return {**NEWS, "actions": [action.pk], **changes}


@pytest.mark.parametrize(
    ("on", "due", "expected"),
    [
        ("2026-11-23", "2027-03", "2026-12-23"),
        ("2026-11-23", None, "2026-12-23"),
        ("2026-11-23", "2026-12-24", "2026-12-23"),
        ("2026-11-23", "2026-12-22", "2026-12-22"),
        ("2026-11-23", "2026-11", "2026-11-30"),
        ("2026-11-23", "2026-11-24", "2026-11-24"),
        ("2026-11-23", "2026-11-23", "2026-12-23"),
        ("2026-11-23", "2026-11-22", "2026-12-23"),
        ("2027-01-31", None, "2027-02-28"),
        ("2028-01-31", None, "2028-02-29"),
        ("2026-12-31", "2027-24", "2027-01-31"),
    ],
)
def test_news_is_next_due_in_a_month_and_not_after_the_last_day_of_the_action(on: str, due: str | None, expected: str) -> None:
    found = next_news_by(datetime.date.fromisoformat(on), [day(due) if due else None])
    assert found == datetime.date.fromisoformat(expected)


def test_day_of_the_next_news_is_filled_in_and_said_in_words(contributor: Client, action: Action) -> None:
    page = text_of(contributor.get(add(action)))
    assert 'value="23 December 2026"' in page
    assert "Filled in: 23 December 2026 (Wednesday), one month from today." in page
    assert "22 December 2026 (Tuesday), the last day it is due." in said_of_next(TODAY, [day("2027-05"), day("2026-12-22")])


def test_contributor_logs_progress_with_a_photo_and_is_told_what_changed_and_what_is_next(
    contributor: Client, action: Action, body: Organisation, cast: Cast
) -> None:
    make_news(action, "2026-10-01")
    late = make_action(cast.ours, body, "Light the underpass", due=day("2026-10"))
    photo = SimpleUploadedFile("course.jpg", JPEG, "image/jpeg")
    sent = news_of(action, state="at-risk", reason="The trainer fell ill.", upload=photo)
    page = text_of(contributor.post(add(action), sent, follow=True))
    assert "“Train the wardens” is at risk; it was on track." in page
    assert f'href="{add(late)}">Next: Light the underpass</a>' in page
    update = ProgressUpdate.objects.get(said_by=speaks_for(cast, body))
    assert (update.state, update.reason, update.next_on, update.said_on) == ("at-risk", "The trainer fell ill.", day("2026-12-23"), TODAY)
    assert update.file is not None
    assert update.file.name == "course.jpg"
    assert list(update.actions.all()) == [action]
    entry = last_event()
    assert (entry.event, entry.target_pk) == ("progressupdate.added", update.pk)
    assert entry.changes["Actions"] == ["", "Train the wardens"]


@pytest.mark.parametrize(
    ("state", "message"), [("at-risk", "why it is at risk"), ("late", "why it is late"), ("stopped", "why it was stopped")]
)
def test_why_is_asked_where_it_is_needed_and_what_was_typed_stays(contributor: Client, action: Action, state: str, message: str) -> None:
    page = text_of(contributor.post(add(action), news_of(action, state=state)))
    assert f"Enter {message}. One sentence is enough." in page
    assert "The first course was held." in page
    assert not ProgressUpdate.objects.exists()


def test_done_asks_for_nothing_more(contributor: Client, action: Action) -> None:
    assert contributor.post(add(action), news_of(action, state="done", words="", next_on="what is this")).status_code == 302
    assert ProgressUpdate.objects.get().next_on is None
    assert "Train the wardens</a></h2>" not in text_of(contributor.get(at("my_actions")))


def test_next_news_is_not_due_before_the_day_of_the_news(contributor: Client, action: Action) -> None:
    page = text_of(contributor.post(add(action), news_of(action, next_on="23 11 2026")))
    assert "23 November 2026 is not after 23 November 2026, the day of this news." in page
    assert contributor.post(add(action), news_of(action, next_on="24 11 2026")).status_code == 302


def test_news_of_a_day_to_come_is_refused(contributor: Client, action: Action) -> None:
    assert "still to come" in text_of(contributor.post(add(action), news_of(action, on="24 11 2026")))


def test_one_update_may_serve_several_actions(contributor: Client, action: Action, body: Organisation, cast: Cast) -> None:
    other = make_action(cast.ours, body, "Train the teachers")
    page = text_of(contributor.post(add(action), news_of(action, actions=[action.pk, other.pk]), follow=True))
    assert "Logged for 2 actions: on track." in page
    assert set(ProgressUpdate.objects.get().actions.all()) == {action, other}


def test_double_click_keeps_one_update_and_one_file_and_a_second_person_theirs(
    contributor: Client, action: Action, body: Organisation, cast: Cast
) -> None:
    for _ in range(2):
        contributor.post(add(action), news_of(action, upload=SimpleUploadedFile("course.jpg", JPEG, "image/jpeg")))
    assert ProgressUpdate.objects.count() == StoredFile.objects.count() == 1
    again = news_of(action, upload=SimpleUploadedFile("course.jpg", JPEG, "image/jpeg"))
    signed_in(another_for(cast, body)).post(add(action), again)
    assert ProgressUpdate.objects.count() == 2
    assert AuditEntry.objects.filter(event="progressupdate.added").count() == 2


def test_update_its_actions_and_the_history_are_kept_together_or_not_at_all(
    contributor: Client, action: Action, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*args: object, **kwargs: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr("partnerships.actions.save_record.record", breaks)
    with pytest.raises(RuntimeError):
        contributor.post(add(action), news_of(action, upload=SimpleUploadedFile("course.jpg", JPEG, "image/jpeg")))
    assert not ProgressUpdate.objects.exists()
    assert not ProgressUpdate.actions.through.objects.exists()
    assert not StoredFile.objects.exists()
    monkeypatch.setattr("strategies.actions.log_progress.record", breaks)
    make_news(action, "2026-10-01")
    with pytest.raises(RuntimeError):
        contributor.post(at("progress_no_change", action.pk))
    assert ProgressUpdate.objects.count() == 1


def test_hostile_words_are_shown_as_words(contributor: Client, action: Action) -> None:
    contributor.post(add(action), news_of(action, words=f"{EVIL} happened", state="late", reason=EVIL))
    assert f"{EVIL} happened" in text_of(contributor.get(at("my_actions")))
    assert EVIL not in contributor.get(at("my_actions")).content.decode()
    Action.objects.filter(pk=action.pk).update(title=EVIL)
    pages = [contributor.get(at("my_actions")), contributor.get(add(action)), contributor.post(add(action), news_of(action), follow=True)]
    assert all(EVIL not in page.content.decode() for page in pages)


def test_contributor_logs_only_what_their_body_carries_out_and_is_told_who_can_help(
    contributor: Client, action: Action, cast: Cast
) -> None:
    others = make_action(cast.ours, make_body(cast.ours, "Anyshire Police"), "Patrol the square")
    nobodys = make_action(cast.ours, None, "Found a youth club")
    make_news(others, "2026-10-01")
    for foreign in (others, nobodys):
        answer = contributor.get(add(foreign))
        assert answer.status_code == 403
        assert str(cast.coordinator) in text_of(answer)
        assert contributor.post(add(foreign), news_of(foreign)).status_code == 403
        assert contributor.post(at("progress_no_change", foreign.pk)).status_code == 403
    assert "one that was sent is not in it" in text_of(contributor.post(add(action), news_of(action, actions=[action.pk, others.pk])))
    assert ProgressUpdate.objects.count() == 1
    coordinator = signed_in(cast.coordinator)
    assert coordinator.post(add(nobodys), news_of(nobodys)).status_code == 302


def test_contributor_whose_role_names_no_body_acts_for_none_not_even_for_actions_of_none(cast: Cast) -> None:
    nobodys = make_action(cast.ours, None, "Found a youth club")
    member = signed_in(cast.people[Role.CONTRIBUTOR])
    assert member.get(add(nobodys)).status_code == 403
    page = text_of(member.get(at("my_actions")))
    assert "We cannot tell which actions are yours" in page
    assert "Found a youth club" not in page


def test_actions_of_the_neighbour_and_withdrawn_ones_are_not_there(cast: Cast) -> None:
    theirs = make_action(cast.theirs, make_body(cast.theirs, "Otherton Council"))
    withdrawn = make_action(cast.ours, make_body(cast.ours), withdrawn_on=TODAY, withdrawn_reason="Twice")
    coordinator = signed_in(cast.coordinator)
    for gone in (theirs, withdrawn):
        assert coordinator.get(add(gone)).status_code == 404
        assert coordinator.post(at("progress_no_change", gone.pk)).status_code == 404
        assert "not in it" in text_of(coordinator.post(at("progress_add"), news_of(gone)))
    assert coordinator.get(f"{at('progress_add')}?action=x").status_code == 404
    assert not ProgressUpdate.objects.exists()


def test_no_change_is_one_tap_said_once_and_taken_back_with_a_reason_filled_in(contributor: Client, action: Action) -> None:
    make_news(action, "2026-10-01", "at-risk", reason="No trainer yet.", words="Looking for one.")
    page = text_of(contributor.post(at("progress_no_change", action.pk), follow=True))
    assert "No change: “Train the wardens” is still at risk." in page
    contributor.post(at("progress_no_change", action.pk))
    update = ProgressUpdate.objects.get(no_change=True)
    assert (update.state, update.reason, update.next_on) == ("at-risk", "No trainer yet.", day("2026-12-23"))
    undo = f"{at('progress_withdraw', update.pk)}?undo=1"
    assert f'href="{undo}">Undo</a>' in page
    asks = text_of(contributor.get(undo))
    assert "Entered by mistake." in asks
    contributor.post(undo, {"reason": "Entered by mistake.", "seen_version": "1"})
    update.refresh_from_db()
    assert (update.withdrawn_on, update.withdrawn_reason) == (TODAY, "Entered by mistake.")


def test_no_change_needs_news_that_could_be_unchanged(contributor: Client, action: Action) -> None:
    answer = contributor.post(at("progress_no_change", action.pk))
    assert answer["Location"] == add(action)
    make_news(action, "2026-10-01", "done")
    contributor.post(at("progress_no_change", action.pk))
    assert ProgressUpdate.objects.count() == 1
    assert contributor.get(at("progress_no_change", action.pk)).status_code == 405


def test_news_is_changed_by_whoever_said_it_on_the_same_day_and_later_withdrawn(
    contributor: Client, action: Action, body: Organisation, cast: Cast
) -> None:
    contributor.post(add(action), news_of(action))
    update = ProgressUpdate.objects.get()
    change = at("progress_change", update.pk)
    assert contributor.post(change, news_of(action, words="The second one too.", seen_version="1")).status_code == 302
    update.refresh_from_db()
    assert (update.words, update.version) == ("The second one too.", 2)
    colleague = signed_in(another_for(cast, body))
    assert colleague.post(change, news_of(action, words="Not mine", seen_version="2")).status_code == 302
    with time_machine.travel(datetime.datetime(2026, 11, 24, 10, tzinfo=datetime.UTC), tick=False):
        later = signed_in(speaks_for(cast, body)).post(change, news_of(action, words="Too late", seen_version="2"), follow=True)
    assert "on the same day" in text_of(later)
    update.refresh_from_db()
    assert update.words == "The second one too."
    colleague.post(at("progress_withdraw", update.pk), {"reason": "It was another course.", "seen_version": "2"})
    update.refresh_from_db()
    assert update.withdrawn_reason == "It was another course."


def test_late_actions_come_first_then_those_asked_about_then_those_due_for_news(
    contributor: Client, body: Organisation, cast: Cast
) -> None:
    make_news(make_action(cast.ours, body, "Quiet"), "2026-11-20", next_on=day("2026-12-20"))
    make_news(make_action(cast.ours, body, "Silent"), "2026-10-01", next_on=day("2026-11-22"))
    make_news(make_action(cast.ours, body, "Late a little", due=day("2026-11-22")), "2026-11-20")
    make_news(make_action(cast.ours, body, "Late for long", due=day("2026-06")), "2026-11-20")
    make_news(make_action(cast.ours, body, "Done late", due=day("2026-06")), "2026-11-20", "done")
    asked = make_action(cast.ours, body, "Asked")
    make_news(asked, "2026-11-01", next_on=day("2026-12-20"))
    asking = NewsAsked.objects.create(partnership=cast.ours, address="a@anyborough.example", asked_on=TODAY)
    for action in (asked, Action.objects.get(title="Late a little")):
        ActionAsked.objects.create(news_asked=asking, action=action, owner=body)
    make_action(cast.ours, body, "Never told of")
    make_action(cast.ours, make_body(cast.ours, "Anyshire Police"), "Of others")
    page = text_of(contributor.get(at("my_actions")))
    order = ["Late for long", "Late a little", "Asked", "Silent", "Never told of", "Quiet"]
    places = [page.index(f"{title}</a></h2>") for title in order]
    assert places == sorted(places)
    assert "6 open: 2 late, 1 asked about, 2 due for news." in page
    assert "Done late</a></h2>" not in page
    assert "Of others" not in page


def test_coordinator_sees_all_by_body_and_a_viewer_sees_them_without_a_button(action: Action, body: Organisation, cast: Cast) -> None:
    police = make_body(cast.ours, "Anyshire Police")
    make_action(cast.ours, police, "Patrol the square")
    coordinator = signed_in(cast.coordinator)
    assert {"Train the wardens", "Patrol the square"} <= set(titles(coordinator, at("my_actions")))
    assert titles(coordinator, f"{at('my_actions')}?body={police.pk}") == ["Patrol the square"]
    assert len(titles(coordinator, f"{at('my_actions')}?body=999999")) == 2
    page = text_of(signed_in(cast.viewer).get(at("my_actions")))
    assert "Patrol the square" in page
    assert "Log progress" not in page
    assert "No change" not in page


def titles(client: Client, address: str) -> list[str]:
    return [card.action.title for card in client.get(address).context["page"]]


def test_contributor_lands_on_their_actions_and_whoever_has_another_role_on_the_overview(contributor: Client, cast: Cast) -> None:
    assert contributor.get("/")["Location"] == at("my_actions")
    for role in (Role.COORDINATOR, Role.BOARD_MEMBER, Role.VIEWER):
        assert signed_in(cast.people[role]).get("/")["Location"] == at("overview")
    RoleGrant.objects.create(user=cast.people[Role.CONTRIBUTOR], role=Role.BOARD_MEMBER, partnership=cast.ours, starts=TODAY)
    assert contributor.get("/")["Location"] == at("overview")


def test_what_was_over_by_the_day_is_not_even_read_to_ask_for_news(body: Organisation, cast: Cast) -> None:
    """The database leaves out what Python would: by the newest news of the day that stands."""
    told = {
        "done": [("2026-10-01", "on-track"), ("2026-11-01", "done")],
        "stopped on the day of other news": [("2026-11-01", "late"), ("2026-11-01", "stopped")],
        "taken up again": [("2026-10-01", "done"), ("2026-11-01", "on-track")],
        "done later": [("2026-10-01", "on-track"), ("2027-05-01", "done")],
        "no word": [],
    }
    actions = {title: make_action(cast.ours, body, title) for title in told}
    for title, news in told.items():
        for on, state in news:
            make_news(actions[title], on, state)
    withdrawn = make_news(actions["no word"], "2026-11-01", "done")
    ProgressUpdate.objects.filter(pk=withdrawn.pk).update(withdrawn_on=TODAY, withdrawn_reason="No.")
    read = not_settled(actions_to_log(cast.ours, None), TODAY)
    assert {action.title for action in read} == {"taken up again", "done later", "no word"}


def test_number_of_queries_does_not_grow_with_the_actions(contributor: Client, body: Organisation, cast: Cast) -> None:
    def queries() -> int:
        with CaptureQueriesContext(
            connection,
        ) as seen:
            assert contributor.get(at("my_actions")).status_code == 200
        return len(seen)

    make_news(make_action(cast.ours, body), "2026-10-01")
    queries()
    one = queries()
    for number in range(15):
        make_news(make_action(cast.ours, body, f"Action {number}"), "2026-10-01")
    assert queries() == one
