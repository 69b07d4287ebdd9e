"""A link that comes by mail opens for whoever it was sent to, acts only when they press the button, once, and tells guessers nothing."""

import datetime
import hashlib
import logging
import threading

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partnerships.access import tally
from partnerships.actions.mail_password_link import mail_password_link
from partnerships.links.keeping import LinkIsOver, use
from partnerships.links.purposes import Purpose, register_purpose
from partnerships.models import Mail, MailedLink, Tally, User
from svduty import clock
from tests.cast import PASSWORD, Cast
from tests.partnerships.conftest import CHOSEN, path_in_mail, words
from tests.workers import Workers

GUESS = "/link/AAAAAAAAAAAAAAAAAAAAAA/"
QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


@pytest.fixture
def path(cast: Cast) -> str:
    """The viewer's link to set a password."""
    mail_password_link(cast.viewer)
    return path_in_mail()


def expire() -> None:
    MailedLink.objects.update(expires_at=clock.now() - datetime.timedelta(minutes=1))


def test_token_is_128_random_bits_and_kept_as_a_hash(cast: Cast, path: str) -> None:
    token = path.split("/")[2]
    assert len(token) == 22
    assert MailedLink.objects.get().sha256 == hashlib.sha256(token.encode()).hexdigest()


def test_mail_scanner_that_opens_it_changes_nothing_and_then_the_person_can_use_it(cast: Cast, path: str) -> None:
    before = MailedLink.objects.values().get(), User.objects.values().get(pk=cast.viewer.pk)
    for _ in range(5):
        assert Client().get(path).status_code == 200
    assert Client().head(path).status_code == 200
    assert (MailedLink.objects.values().get(), User.objects.values().get(pk=cast.viewer.pk)) == before
    person = Client()
    person.get(path)
    assert "Your password is set" in words(person.post(path, CHOSEN, follow=True))
    assert User.objects.get(pk=cast.viewer.pk).check_password(CHOSEN["new_password1"])


def test_no_page_behind_a_link_is_stored_or_known_as_a_referrer(cast: Cast, path: str) -> None:
    answers = [Client().get(path), Client().get(GUESS), Client().post(path, CHOSEN), Client().get(path)]
    assert [answer.status_code for answer in answers] == [200, 404, 302, 410]
    for answer in answers:
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("origin", "code"), [("null", 302), ("http://testserver", 302), ("https://evil.example", 403)])
def test_form_of_such_a_page_is_taken_with_its_token_although_the_browser_hides_where_it_comes_from(
    cast: Cast, path: str, origin: str, code: int
) -> None:
    browser = Client(enforce_csrf_checks=True)
    token = browser.get(path).context["csrf_token"]
    sent = CHOSEN | {"csrfmiddlewaretoken": str(token)}
    assert browser.post(path, CHOSEN, headers={"origin": origin}).status_code == 403
    assert browser.post(path, sent, headers={"origin": origin}).status_code == code


def test_used_link_says_when_and_sends_a_new_one_in_one_step(cast: Cast, path: str) -> None:
    Client().post(path, CHOSEN)
    page = words(Client().get(path))
    assert "This link no longer works" in page
    assert "A password was set with it on" in page
    assert "v…@a….example" in page
    assert cast.viewer.email not in page
    assert "A new link is on its way" in words(Client().post(path, {"step": "new", "email": "evil@evil.example"}, follow=True))
    assert [message.to for message in mail.outbox] == [[cast.viewer.email]] * 2
    assert Client().get(path_in_mail()).status_code == 200


def test_link_that_is_too_old_says_until_when_it_was_good(cast: Cast, path: str) -> None:
    expire()
    page = words(Client().get(path))
    assert "It was good until" in page
    assert Client().post(path, CHOSEN).status_code == 410
    assert User.objects.get(pk=cast.viewer.pk).check_password(PASSWORD)
    Client().post(path, {"step": "new"})
    assert len(mail.outbox) == 2


def test_newer_link_ends_the_older_which_says_so(cast: Cast, path: str) -> None:
    mail_password_link(cast.viewer)
    answer = Client().get(path)
    assert answer.status_code == 410
    assert "A newer link was sent to the same address." in words(answer)
    assert Client().get(path_in_mail()).status_code == 200


def test_password_set_in_another_way_ends_the_link(cast: Cast, path: str, viewer: Client) -> None:
    viewer.post(reverse("password_change"), CHOSEN | {"old_password": PASSWORD})
    assert "The password was set in another way since." in words(Client().get(path))


def test_link_is_good_for_three_days_from_its_mail_and_no_purpose_for_longer_than_thirty(cast: Cast, path: str) -> None:
    good_for = MailedLink.objects.get().expires_at - Mail.objects.get().asked_at
    assert abs(good_for - datetime.timedelta(days=3)) < datetime.timedelta(minutes=1)
    with pytest.raises(ValueError, match="1 to 30 days"):
        register_purpose(Purpose("for-ever", 31, ""))


def test_of_two_who_use_it_at_once_one_does(cast: Cast, path: str) -> None:
    link = MailedLink.objects.get()
    use(link)
    with pytest.raises(LinkIsOver):
        use(link)


def test_somebody_who_may_no_longer_sign_in_sets_no_password_and_gets_no_link(cast: Cast, path: str) -> None:
    User.objects.filter(pk=cast.viewer.pk).update(is_active=False)
    assert Client().post(path, CHOSEN).status_code == 410
    assert "Send me a new one" not in words(Client().get(path))
    Client().post(reverse("password_reset"), {"email": cast.viewer.email})
    assert len(mail.outbox) == 1


def test_guess_gets_the_page_of_any_unknown_link_and_may_not_ask_for_a_new_one(cast: Cast, path: str) -> None:
    answer = Client().get(GUESS)
    assert answer.status_code == 404
    assert "We sent no such link" in words(answer)
    assert Client().post(GUESS, {"step": "new"}).status_code == 404
    assert len(mail.outbox) == 1


def test_ten_wrong_links_a_minute_are_enough(cast: Cast, path: str, client: Client) -> None:
    for number in range(10):
        assert client.get(f"/link/guess-{number}/").status_code == 404
    for address in (GUESS, path):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["Retry-After"]) == (429, "60")
        assert "Wait a minute, then try again" in words(answer)
    assert Client(REMOTE_ADDR="203.0.113.9").get(path).status_code == 200
    Tally.objects.update(until=clock.now())
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(("behind", "code"), [(True, 404), (False, 429)])
def test_address_that_a_balancer_names_is_believed_only_behind_one(
    db: None, client: Client, settings: object, behind: bool, code: int
) -> None:
    settings.BEHIND_TLS_PROXY = behind  # type: ignore[attr-defined]  # pytest-django's settings
    for number in range(10):
        client.get(GUESS, headers={"x-forwarded-for": f"203.0.113.{number}, 198.51.100.{number}"})
    assert client.get(GUESS, headers={"x-forwarded-for": "203.0.113.0, 198.51.100.99"}).status_code == code


def test_thousandth_wrong_link_in_an_hour_raises_the_alarm_once(db: None, client: Client, caplog: pytest.LogCaptureFixture) -> None:
    Tally.objects.create(key="wrong-links", count=998, until=clock.now() + datetime.timedelta(minutes=30))
    for _ in range(4):
        client.get(GUESS)
    alarms = [record for record in caplog.records if "ALARM" in record.getMessage()]
    assert [record.levelno for record in alarms] == [logging.ERROR]


@pytest.mark.slow
def test_counting_misses_nobody_when_many_count_at_once(workers: Workers) -> None:
    def count() -> None:
        try:
            for _ in range(20):
                tally.count("many", seconds=60)
        finally:
            connection.close()

    threads = [threading.Thread(target=count) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert tally.counted("many") == 80


def test_links_are_mailed_three_times_an_hour_and_no_more(cast: Cast, path: str) -> None:
    expire()
    for _ in range(5):
        Client().post(path, {"step": "new"})
    for _ in range(5):
        Client().post(reverse("password_reset"), {"email": cast.viewer.email})
    assert len(mail.outbox) == 3


def test_whoever_is_signed_in_as_somebody_else_is_told_and_signs_out_first(cast: Cast, path: str, coordinator: Client) -> None:
    page = words(coordinator.get(path))
    assert "You are signed in as somebody else" in page
    assert "This link sets the password of somebody else at v…@a….example" in page
    assert cast.viewer.email not in page
    coordinator.post(path, CHOSEN)
    assert User.objects.get(pk=cast.viewer.pk).check_password(PASSWORD)
    assert "Set your password" in words(coordinator.post(path, {"step": "sign-out"}, follow=True))
    assert coordinator.get(reverse("account")).status_code == 302


def test_asking_for_a_password_costs_the_same_for_an_address_that_nobody_has(cast: Cast, client: Client, settings: object) -> None:
    settings.TASKS = QUEUED  # type: ignore[attr-defined]  # pytest-django's settings
    statements = []
    for email in (cast.viewer.email, "nobody@anyborough.example"):
        with CaptureQueriesContext(connection) as captured:
            answer = client.post(reverse("password_reset"), {"email": email})
        statements.append([query["sql"].split(" ")[0] for query in captured])
        assert answer.status_code == 302
    assert statements[0] == statements[1]


def test_mail_says_what_how_long_and_what_if_not_expected(cast: Cast, path: str) -> None:
    [message] = mail.outbox
    assert message.subject == "Set your password for the Serious Violence Duty service"
    for said in (cast.viewer.email, "The link is good for 3 days", "If it was not you, you need not do anything"):
        assert said in message.body
