"""Asking everybody who is late with news, and answering by the personal link of that mail."""

import datetime
import re
import threading
from collections.abc import Iterator

import pytest
import time_machine
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships.links.keeping import LinkIsOver
from partnerships.models import AuditEntry, Mail, MailedLink, Organisation, StoredFile, User
from strategies.actions import answer_by_link, log_progress
from strategies.actions.answer_by_link import answer_no_change
from strategies.actions.ask_for_news import ask_for_news
from strategies.models import Action, NewsAsked, ProgressUpdate
from svduty import clock
from tests.cast import Cast, day, make_holder
from tests.partnerships.conftest import path_in_mail
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of
from tests.strategies.progress import NEWS, TODAY, another_for, make_action, make_body, make_news, speaks_for
from tests.workers import Workers

POST = "community.safety@anyborough.example"


@pytest.fixture(autouse=True)
def now() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime.datetime(2026, 11, 23, 10, tzinfo=datetime.UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def body(cast: Cast) -> Organisation:
    return make_body(cast.ours)


@pytest.fixture
def wardens(cast: Cast, body: Organisation) -> Action:
    """Late, and at risk."""
    action = make_action(cast.ours, body, post="Head of Safety", contact=POST, due=day("2026-10"))
    make_news(action, "2026-09-01", "at-risk", reason="No trainer yet.")
    return action


@pytest.fixture
def lights(cast: Cast, body: Organisation) -> Action:
    """News of it was promised for last week."""
    action = make_action(cast.ours, body, "Light the underpass", contact=POST.upper())
    make_news(action, "2026-09-01", next_on=day("2026-11-16"))
    return action


@pytest.fixture
def path(coordinator: Client, wardens: Action, lights: Action) -> str:
    """The link to both actions."""
    ask(coordinator, wardens, lights)
    return path_in_mail()


def ask(client: Client, *actions: Action, seen: int | None = None) -> str:
    page = text_of(client.get(at("progress_ask")))
    [shown] = re.findall(r'name="seen" value="(\d+)"', page) or ["0"]
    sent = {"actions": [action.pk for action in actions], "seen": shown if seen is None else seen}
    return text_of(client.post(at("progress_ask"), sent, follow=True))


def ticked(page: str) -> list[int]:
    return [int(key) for key in re.findall(r'name="actions" value="(\d+)"[^>]* checked', page)]


def test_list_has_what_is_late_silent_or_was_never_told_of_and_why(
    coordinator: Client, cast: Cast, wardens: Action, lights: Action
) -> None:
    body = wardens.owner
    never = make_action(cast.ours, body, "Found a youth club", contact=POST)
    said_late = make_action(cast.ours, body, "Visit schools", contact=POST)
    make_news(said_late, "2026-11-20", "late", reason="Holidays")
    make_news(make_action(cast.ours, body, "Promised for today", contact=POST), "2026-11-01", next_on=day("2026-11-23"))
    make_news(make_action(cast.ours, body, "Done late", due=day("2026-06")), "2026-11-20", "done")
    page = text_of(coordinator.get(at("progress_ask")))
    for action, why in ((wardens, "23 days past its date"), (lights, "News was due by 16 November 2026"), (never, "No news yet")):
        assert re.search(rf"{action.title}.*?{why}", page, re.DOTALL)
    assert "Said to be late" in page
    assert "Promised for today" not in page
    assert "Done late" not in page
    assert set(ticked(page)) == {wardens.pk, lights.pk, never.pk, said_late.pk}
    assert "Never asked." in page


def test_one_mail_to_each_address_names_all_its_actions(coordinator: Client, cast: Cast, wardens: Action, lights: Action) -> None:
    assert "Asked about 2 actions: 1 mail on the way" in ask(coordinator, wardens, lights)
    [message] = mail.outbox
    assert message.to == [POST]
    assert "- Train the wardens (due October 2026)\n- Light the underpass (due March 2027)\n" in message.body
    assert "Coordinator of Anyborough Community Safety Partnership asks how these actions are going:" in message.body
    asked = NewsAsked.objects.get()
    assert (asked.address, asked.asked_on, asked.asked_by) == (POST, TODAY, cast.coordinator)
    entry = AuditEntry.objects.get(event="newsasked.added")
    assert entry.changes == {"Actions": ["", "Train the wardens, Light the underpass"]}
    assert POST not in str(entry.changes) + entry.comment + entry.target_label


def test_mail_reads_beforehand_as_it_reads_when_sent(coordinator: Client, wardens: Action, lights: Action) -> None:
    page = text_of(coordinator.get(at("progress_ask")))
    ask(coordinator, wardens, lights)
    sent = re.sub(r"http\S+/link/\S+", "", mail.outbox[0].body)
    assert [line for line in sent.splitlines() if line.strip() and line not in page] == []


def test_title_of_several_lines_cannot_pass_for_our_words(coordinator: Client, cast: Cast, body: Organisation) -> None:
    ask(coordinator, make_action(cast.ours, body, "Harmless\n\nPay here: https://evil.example", contact=POST))
    assert "- Harmless Pay here: https://evil.example (due March 2027)" in mail.outbox[0].body


def test_without_an_address_the_accounts_of_the_body_are_asked_and_where_there_are_none_it_says_so(
    coordinator: Client, cast: Cast, body: Organisation
) -> None:
    action = make_action(cast.ours, body, "Found a youth club")
    nobodys = make_action(cast.ours, None, "Open a hall")
    page = text_of(coordinator.get(at("progress_ask")))
    assert page.count("Nobody can be asked") == 2
    first, second = speaks_for(cast, body), another_for(cast, body)
    page = text_of(coordinator.get(at("progress_ask")))
    assert page.count("Nobody can be asked") == 1
    said = ask(coordinator, action, nobodys)
    assert "Asked about 1 action: 2 mails on the way" in said
    assert "Nobody can be asked about “Open a hall”: add an address there first." in said
    assert {message.to[0] for message in mail.outbox} == {first.email, second.email}
    assert not NewsAsked.objects.exclude(address="").exists(), "an account is named by its number, so that it can be erased"


def test_body_that_left_is_not_ticked_by_itself_and_the_mail_says_whom_to_tell(
    coordinator: Client, cast: Cast, body: Organisation, wardens: Action
) -> None:
    holder = make_holder(cast.ours, cast.area, name="Old Fire Authority")
    holder.ends = day("2026-06-30")
    holder.save()
    Action.objects.update(owner=holder.organisation)
    page = text_of(coordinator.get(at("progress_ask")))
    assert ticked(page) == []
    assert "<strong>Old Fire Authority left the partnership on 30 June 2026.</strong>" in page
    ask(coordinator, wardens)
    asked_by = cast.coordinator
    assert f"If this is not yours to answer, tell {asked_by} ({asked_by.email})." in mail.outbox[0].body


def test_address_is_asked_again_within_seven_days_only_when_ticked_again(
    coordinator: Client, wardens: Action, lights: Action, now: time_machine.Traveller
) -> None:
    ask(coordinator, wardens)
    page = text_of(coordinator.get(at("progress_ask")))
    assert ticked(page) == []
    assert "Last asked on 23 November 2026 by Coordinator. This address was asked within the last 7 days: tick it to ask again." in page
    ask(coordinator, wardens)
    assert len(mail.outbox) == 2
    for date, due in ((29, []), (30, [wardens.pk, lights.pk])):
        now.move_to(datetime.datetime(2026, 11, date, 10, tzinfo=datetime.UTC))
        later = signed_in(NewsAsked.objects.all()[0].asked_by)
        assert sorted(ticked(text_of(later.get(at("progress_ask"))))) == sorted(due)


def test_two_coordinators_who_press_at_once_send_one_mail(coordinator: Client, wardens: Action, lights: Action) -> None:
    ask(coordinator, wardens, seen=0)
    said = ask(coordinator, wardens, seen=0)
    assert "One address was asked by somebody else a moment ago and not asked twice." in said
    assert len(mail.outbox) == NewsAsked.objects.count() == Mail.objects.count() == 1
    assert AuditEntry.objects.filter(event="newsasked.added").count() == 1


def test_no_mail_is_asked_for_where_the_history_cannot_be_written(cast: Cast, wardens: Action, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*args: object, **kwargs: object) -> None:
        raise RuntimeError("killed")

    monkeypatch.setattr("strategies.actions.ask_for_news.record", breaks)
    with pytest.raises(RuntimeError):
        ask_for_news([wardens], seen=0, on=TODAY, partnership=cast.ours, actor=cast.coordinator)
    assert [model.objects.count() for model in (NewsAsked, Mail, MailedLink)] == [0, 0, 0]


def test_nothing_ticked_and_an_action_of_the_neighbour_are_refused(coordinator: Client, cast: Cast, wardens: Action) -> None:
    assert "Tick at least one action to ask about." in text_of(coordinator.post(at("progress_ask"), {"seen": "0"}))
    theirs = make_action(cast.theirs, None, "Otherton action", contact="x@otherton.example")
    assert "The list has changed meanwhile." in text_of(coordinator.post(at("progress_ask"), {"actions": [theirs.pk], "seen": "0"}))
    assert mail.outbox == []


def test_number_of_queries_of_the_list_does_not_grow(coordinator: Client, cast: Cast, body: Organisation, wardens: Action) -> None:
    def queries() -> int:
        with CaptureQueriesContext(connection) as seen:
            assert coordinator.get(at("progress_ask")).status_code == 200
        return len(seen)

    queries()
    one = queries()
    for number in range(15):
        make_action(cast.ours, body, f"Action {number}", contact=f"post{number}@anyborough.example")
    assert queries() == one


def test_looking_at_the_link_changes_nothing(path: str) -> None:
    before = state()
    for _ in range(2):
        assert Client().get(path).status_code == 200
        assert Client().head(path).status_code == 200
        assert Client().get(f"{path}?no_change=all").status_code == 200
        assert Client().get(f"{path}?action={Action.objects.all()[0].pk}").status_code == 200
    assert state() == before


def state() -> list[object]:
    links = MailedLink.objects.values()
    return [list(ProgressUpdate.objects.values()), list(links), AuditEntry.objects.count(), Mail.objects.count()]


def test_link_shows_its_actions_with_their_state_and_nothing_else_of_the_partnership(path: str, cast: Cast, body: Organisation) -> None:
    make_action(cast.ours, body, "Secret plan", contact=POST)
    page = text_of(Client().get(path))
    for words in ("Train the wardens", "At risk", "23 days past its date", "Light the underpass", "On track", "No change on both"):
        assert words in page
    assert "Secret plan" not in page
    assert "/p/anyborough" not in page


def test_no_change_is_one_press_said_once_and_the_link_stays_good_for_the_others(path: str, wardens: Action, lights: Action) -> None:
    page = text_of(Client().post(path, {"no_change": wardens.pk}, follow=True))
    assert "Thank you. Recorded: no change on “Train the wardens”." in page
    Client().post(path, {"no_change": wardens.pk})
    update = ProgressUpdate.objects.get(no_change=True)
    assert (update.state, update.reason, update.on, update.said_by) == ("at-risk", "No trainer yet.", day("2026-11-23"), None)
    assert update.by_label == "Head of Safety, Anyborough Council, by a personal link"
    assert list(update.actions.all()) == [wardens]
    entry = AuditEntry.objects.get(event="progressupdate.added")
    assert entry.actor_id is None
    assert entry.changes["Said by"] == ["", update.by_label]
    assert "“no change” was recorded on 23 November 2026" in text_of(Client().get(path))
    assert "No change on “Light the underpass”".lower() in text_of(Client().post(path, {"no_change": lights.pk}, follow=True)).lower()


def test_no_change_on_all_answers_what_is_not_answered_yet(path: str, wardens: Action, lights: Action) -> None:
    Client().post(path, {"no_change": "all"})
    assert ProgressUpdate.objects.filter(no_change=True).count() == 2
    assert [list(update.actions.all()) for update in ProgressUpdate.objects.filter(no_change=True).order_by("pk")] == [[wardens], [lights]]
    Client().post(path, {"no_change": "all"})
    assert ProgressUpdate.objects.filter(no_change=True).count() == 2


def test_no_change_on_all_is_all_or_nothing(
    path: str, cast: Cast, wardens: Action, lights: Action, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_at_second(action: Action, **more: object) -> object:
        if action == lights:
            raise RuntimeError("killed")
        return log_progress.say_no_change(action, **more)  # type: ignore[arg-type]  # handed on

    monkeypatch.setattr(answer_by_link, "say_no_change", breaks_at_second)
    with pytest.raises(RuntimeError):
        Client().post(path, {"no_change": "all"})
    assert not ProgressUpdate.objects.filter(no_change=True).exists()


def test_short_form_says_more_with_a_file_and_a_double_click_keeps_it_once(path: str, lights: Action) -> None:
    form = f"{path}?action={lights.pk}"
    assert "Enter why it is late." in text_of(Client().post(form, {**NEWS, "state": "late"}))
    for _ in range(2):
        sent = {**NEWS, "state": "done", "upload": SimpleUploadedFile("lights.txt", b"All lights work.\n")}
        assert "“Light the underpass” is done." in text_of(Client().post(form, sent, follow=True))
    update = ProgressUpdate.objects.get(state="done")
    assert (update.words, update.on, update.by_label) == (
        "The first course was held.",
        day("2026-11-23"),
        "Anyborough Council, by a personal link",
    )
    assert list(update.actions.all()) == [lights]
    assert update.file is not None
    assert StoredFile.objects.count() == 1
    assert AuditEntry.objects.get(target_kind="progressupdate", target_pk=update.pk).changes["Actions"] == ["", "Light the underpass"]


def test_what_is_withdrawn_or_given_away_meanwhile_says_so_and_takes_no_answer(
    path: str, cast: Cast, wardens: Action, lights: Action
) -> None:
    Action.objects.filter(pk=wardens.pk).update(withdrawn_on=TODAY, withdrawn_reason="Twice")
    Action.objects.filter(pk=lights.pk).update(owner=make_body(cast.ours, "Anyshire Police"))
    page = text_of(Client().get(path))
    assert "This action was withdrawn." in page
    assert "This action was given to another body since." in page
    assert "Anyshire Police" not in page
    before = ProgressUpdate.objects.count()
    for chosen in (wardens.pk, lights.pk, "all"):
        assert "Nothing was recorded" in text_of(Client().post(path, {"no_change": chosen}, follow=True))
    page = text_of(Client().post(f"{path}?action={lights.pk}", NEWS))
    assert "What you wrote was not recorded." in page
    assert NEWS["words"] in page
    assert ProgressUpdate.objects.count() == before


def test_contributor_whose_role_ended_answers_no_more(coordinator: Client, cast: Cast, body: Organisation) -> None:
    action = make_action(cast.ours, body, "Found a youth club")
    make_news(action, "2026-09-01", "late", reason="Rain")
    person = speaks_for(cast, body)
    ask(coordinator, action)
    path = path_in_mail()
    person.grants.update(ended_on=TODAY)
    assert "asked at another address now" in text_of(Client().get(path))
    Client().post(path, {"no_change": action.pk})
    assert ProgressUpdate.objects.count() == 1


def test_action_of_another_mail_cannot_be_answered_by_this_link(path: str, cast: Cast, body: Organisation) -> None:
    other = make_action(cast.ours, body, "Secret plan", contact=POST)
    make_news(other, "2026-09-01")
    Client().post(path, {"no_change": other.pk})
    answer = Client().post(f"{path}?action={other.pk}", NEWS)
    assert "Secret plan" not in text_of(answer)
    assert other.updates.count() == 1


def test_link_that_is_too_old_does_nothing_and_sends_a_new_one_in_one_step(path: str, wardens: Action) -> None:
    MailedLink.objects.update(expires_at=clock.now())
    page = Client().post(path, {"no_change": wardens.pk})
    assert page.status_code == 410
    assert "It was good until" in text_of(page)
    assert not ProgressUpdate.objects.filter(no_change=True).exists()
    link, asked = MailedLink.objects.get(), NewsAsked.objects.get()
    with pytest.raises(LinkIsOver):
        answer_no_change(link, asked, [wardens], on=TODAY)
    Client().post(path, {"step": "new"})
    assert [message.to for message in mail.outbox] == [[POST]] * 2
    assert "Train the wardens" in text_of(Client().get(path_in_mail()))
    assert "A newer link was sent" in text_of(Client().get(path))


def test_link_is_good_for_fourteen_days(path: str) -> None:
    link = MailedLink.objects.get()
    assert link.expires_at - clock.now() == datetime.timedelta(days=14)
    assert link.purpose == "progress"
    assert Client().get("/link/AAAAAAAAAAAAAAAAAAAAAA/").status_code == 404


def test_somebody_else_who_is_signed_in_is_told_that_it_is_not_theirs(path: str, cast: Cast, wardens: Action) -> None:
    stranger = signed_in(cast.stranger)
    assert "This link answers a question to somebody else" in text_of(stranger.get(path))
    stranger.post(path, {"no_change": wardens.pk})
    assert not ProgressUpdate.objects.filter(no_change=True).exists()
    assert User.objects.filter(pk=cast.stranger.pk).exists()


@pytest.mark.slow
def test_of_eight_who_press_in_the_same_moment_one_sends_and_one_is_recorded(workers: Workers, cast: Cast) -> None:
    body = make_body(cast.ours)
    action = make_action(cast.ours, body, contact=POST)
    make_news(action, "2026-09-01")
    asking = NewsAsked.objects.create(partnership=cast.ours, address=POST, asked_on=TODAY - datetime.timedelta(days=30))
    wrong: list[str] = []

    def press(number: int) -> None:
        try:
            if number % 2:
                ask_for_news([action], seen=asking.pk, on=TODAY, partnership=cast.ours, actor=cast.coordinator)
            else:
                log_progress.say_no_change(action, on=TODAY, actor=cast.coordinator, partnership=cast.ours)
        except Exception as error:
            wrong.append(repr(error))
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=[number]) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert NewsAsked.objects.exclude(pk=asking.pk).count() == Mail.objects.count() == MailedLink.objects.count() == 1
    assert ProgressUpdate.objects.filter(no_change=True).count() == 1
