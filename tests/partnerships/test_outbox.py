"""Mail goes out through one place, once, and is never lost in silence; against a real mail server on this machine."""

import datetime
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.core import mail as django_mail
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse

from partnerships.actions.mail_password_link import mail_password_link
from partnerships.actions.try_mail_again import try_mail_again
from partnerships.models import AuditEntry, Mail, MailedLink
from partnerships.models.mail import MailState
from partnerships.outbox import sending
from partnerships.outbox.kinds import MAIL_KINDS, MailKind, register_mail
from partnerships.outbox.post import post, send_now
from partnerships.outbox.sending import NotSentYet, try_to_send
from partnerships.outbox.task import TRIES, WAITS, send_mail
from svduty import clock
from svduty.tasks.models import Task
from tests.cast import Cast
from tests.partnerships.conftest import words
from tests.smtp_sink import Sink, free_port, smtp_sink, use_smtp
from tests.workers import Workers, wait_for

LIST = "/installation/mail/"
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture(autouse=True)
def _a_kind() -> Iterator[None]:
    register_mail(MailKind("sample", "A sample", "A sample from the service", "partnerships/mail/base.txt"))
    yield
    MAIL_KINDS.pop("sample")


@pytest.fixture
def sink(settings: Any) -> Iterator[Sink]:
    with smtp_sink(settings) as server:
        yield server


@pytest.fixture
def away(settings: Any) -> None:
    use_smtp(settings, free_port())


@pytest.fixture
def queued(settings: Any) -> None:
    """Mails wait for a worker, as in production."""
    settings.TASKS = QUEUED


def ask(cast: Cast, key: str = "sample/1") -> Mail:
    return post("sample", to=cast.viewer, key=key, partnership=cast.ours)


def test_mail_arrives_with_subject_text_and_a_fixed_id(cast: Cast, sink: Sink) -> None:
    sent = ask(cast)
    [message] = sink.got
    assert (sent.state, message["Subject"], message["To"]) == (MailState.SENT, "A sample from the service", cast.viewer.email)
    assert message["Message-ID"] == sent.message_id
    assert message["Auto-Submitted"] == "auto-generated"
    assert "you need not do anything" in sink.texts[0]


def test_same_mail_asked_for_twice_is_one_mail_and_without_a_key_it_is_two(cast: Cast, sink: Sink) -> None:
    assert ask(cast) == ask(cast)
    assert len(sink.got) == 1
    assert ask(cast, "") != ask(cast, "")
    assert len(sink.got) == 3


def test_what_is_taken_back_is_not_sent(cast: Cast, queued: None) -> None:
    with transaction.atomic():
        ask(cast)
        transaction.set_rollback(True)
    assert not Mail.objects.exists()
    assert not Task.objects.exists()


def test_mail_server_that_is_away_keeps_the_mail_and_tries_again(cast: Cast, away: None, queued: None, settings: Any) -> None:
    waiting = ask(cast)
    with pytest.raises(NotSentYet, match="does not answer"):
        try_to_send(waiting, last=False)
    waiting.refresh_from_db()
    assert (waiting.state, waiting.tries, waiting.reason) == (MailState.WAITING, 1, "The mail server does not answer.")
    with smtp_sink(settings) as sink:
        assert try_to_send(waiting, last=False) == MailState.SENT
    assert len(sink.got) == 1


def test_it_is_tried_for_a_day_at_growing_distances_and_then_given_up(
    cast: Cast, away: None, queued: None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    waiting, began, real = ask(cast), clock.now(), clock.now
    passed, tries = datetime.timedelta(), 0
    monkeypatch.setattr(clock, "now", lambda: real() + passed)
    while waiting.state == MailState.WAITING:
        tries += 1
        try:
            try_to_send(waiting, last=tries >= TRIES)
        except NotSentYet:
            passed += send_mail.wait_after(tries)
        waiting.refresh_from_db()
    assert waiting.state == MailState.GIVEN_UP
    assert datetime.timedelta(hours=24) <= waiting.since - began < datetime.timedelta(hours=26)
    assert tries < TRIES
    assert list(WAITS) == sorted(WAITS)
    assert "given up" in caplog.text


def test_refused_address_is_over_at_once(cast: Cast, sink: Sink, queued: None) -> None:
    sink.to_recipient = "550 5.1.1 no such person"
    assert try_to_send(ask(cast), last=False) == MailState.REFUSED
    assert "refuses this address (550)" in Mail.objects.get().reason


def test_server_that_is_busy_is_asked_again(cast: Cast, sink: Sink, queued: None) -> None:
    sink.to_recipient = "450 4.2.0 greylisted"
    waiting = ask(cast)
    with pytest.raises(NotSentYet, match=r"cannot take this now \(450\)"):
        try_to_send(waiting, last=False)
    sink.to_recipient = ""
    assert try_to_send(Mail.objects.get(), last=False) == MailState.SENT
    assert len(sink.got) == 1


def test_server_that_hangs_up_leaves_it_perhaps_sent_and_it_is_not_sent_twice(cast: Cast, sink: Sink, queued: None) -> None:
    sink.to_data = "hang up"
    waiting = ask(cast)
    assert try_to_send(waiting, last=False) == MailState.PERHAPS
    sink.to_data = ""
    assert try_to_send(waiting, last=False) == MailState.PERHAPS
    assert sink.got == []


def test_whoever_died_after_the_server_said_yes_leaves_it_perhaps_sent(
    cast: Cast, sink: Sink, queued: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting = ask(cast)

    def die(*args: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(sending, "_note", die)
        with pytest.raises(KeyboardInterrupt):
            try_to_send(waiting, last=False)
    again = Mail.objects.get()
    assert again.state == MailState.SENDING
    assert try_to_send(again, last=False) == MailState.PERHAPS
    assert len(sink.got) == 1


def test_of_two_who_try_at_once_one_sends(cast: Cast, sink: Sink, queued: None) -> None:
    ask(cast)
    first, second = Mail.objects.get(), Mail.objects.get()
    assert try_to_send(first, last=False) == MailState.SENT
    assert try_to_send(second, last=False) == MailState.SENT
    assert len(sink.got) == 1


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_that_is_killed_while_it_sends_sends_nothing_twice(workers: Workers, cast: Cast, settings: Any) -> None:
    with smtp_sink(settings) as sink:
        settings_of_worker = f"smtp://127.0.0.1:{settings.EMAIL_PORT}"
        asked = [ask(cast, f"many/{number}") for number in range(30)]
        with pytest.MonkeyPatch.context() as patched:
            patched.setenv("EMAIL_URL", settings_of_worker)
            for _ in range(3):
                before = len(sink.got)
                worker = workers.start()
                wait_for(lambda: len(sink.got) > before + 2)  # noqa: B023  # waited for at once
                worker.kill()
                worker.wait()
            workers.start()
            over = (MailState.SENT, MailState.PERHAPS)
            wait_for(lambda: Mail.objects.filter(state__in=over).count() == len(asked), 90)
        ids = [message["Message-ID"] for message in sink.got]
    assert len(ids) == len(set(ids))
    sent = set(Mail.objects.filter(state=MailState.SENT).values_list("message_id", flat=True))
    assert sent <= set(ids)
    assert Mail.objects.filter(state=MailState.PERHAPS).count() <= 3


def test_token_of_a_link_is_in_the_mail_and_nowhere_else(cast: Cast, sink: Sink) -> None:
    mail_password_link(cast.viewer)
    [text] = sink.texts
    [line] = [line for line in text.splitlines() if "/link/" in line]
    token = line.rpartition("/link/")[2].strip("/")
    assert len(token) == 22
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names():
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            assert token not in str(cursor.fetchall()), table


def test_link_that_is_over_before_its_mail_goes_out_is_not_sent(cast: Cast, sink: Sink, queued: None) -> None:
    first, second = mail_password_link(cast.viewer), mail_password_link(cast.viewer)
    assert first
    assert second
    assert try_to_send(Mail.objects.get(pk=first.pk), last=False) == MailState.DROPPED
    assert try_to_send(Mail.objects.get(pk=second.pk), last=False) == MailState.SENT
    assert len(sink.got) == 1


def test_typed_words_cannot_pass_for_ours(cast: Cast, sink: Sink) -> None:
    cast.coordinator.name = "Officer\n\nYour account is blocked. Open https://evil.example"
    register = MAIL_KINDS["invitation"]
    post(
        register.name,
        to="new@anyborough.example",
        key="",
        partnership=cast.ours,
        asked_by=cast.coordinator,
        context={"role": "viewer"},
    )
    assert "\nYour account" not in sink.texts[0]


def test_administrator_sees_what_was_not_sent_and_tries_again(
    cast: Cast, administrator: Client, away: None, queued: None, settings: Any
) -> None:
    waiting = ask(cast)
    assert try_to_send(waiting, last=True) == MailState.GIVEN_UP
    page = words(administrator.get(LIST))
    assert "Given up" in page
    assert "The mail server does not answer." in page
    assert "you need not do anything" not in page
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
    with smtp_sink(settings) as sink:
        answer = administrator.post(reverse("installation_mail_again", args=[waiting.pk]), follow=True)
    assert "The mail was sent." in words(answer)
    assert [message["Message-ID"] for message in sink.got] == [waiting.message_id]
    assert AuditEntry.objects.get().event == "mail.tried-again"


def test_mail_that_waits_for_its_next_try_can_be_hurried(cast: Cast, administrator: Client, away: None, queued: None) -> None:
    waiting = ask(cast)
    assert send_now(waiting).state == MailState.WAITING
    assert Task.objects.get().due_at > clock.now()
    administrator.post(reverse("installation_mail_again", args=[waiting.pk]))
    assert Task.objects.get().due_at <= clock.now()


def test_perhaps_sent_link_is_sent_again_as_another_link(cast: Cast, sink: Sink, queued: None) -> None:
    asked = mail_password_link(cast.viewer)
    assert asked
    sink.to_data = "hang up"
    try_to_send(asked, last=False)
    sink.to_data = ""
    again = try_mail_again(asked, actor=cast.coordinator)
    try_to_send(again, last=False)
    first, second = MailedLink.objects.order_by("pk")
    assert first.revoked_because.startswith("A newer link")
    assert (second.revoked_at, again.link) == (None, second)
    assert sink.got[0]["Message-ID"] != asked.message_id


def test_empty_list_says_what_belongs_there_and_only_administrators_see_it(cast: Cast, administrator: Client, coordinator: Client) -> None:
    assert "No mail yet" in words(administrator.get(LIST))
    assert coordinator.get(LIST).status_code == 403


def test_console_prints_mails_while_developing(cast: Cast, settings: Any, capsys: pytest.CaptureFixture[str]) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
    mail_password_link(cast.viewer)
    assert "/link/" in capsys.readouterr().out
    assert django_mail.outbox == []


def test_no_line_of_the_log_shows_a_link() -> None:
    from svduty.hidden_links import HideLinks

    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "Not Found: %s", ("/link/abcdefghij-klmnopqrstuv/",), None)
    HideLinks().filter(record)
    assert record.getMessage() == "Not Found: /link/.../"
