"""A session has a new key whenever what it opens changes, ends on the server, and loses no word when it ends too soon."""

import datetime
import re
from collections.abc import Callable

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from partnerships.models import AuditEntry, BrowserSession, RoleGrant, User
from partnerships.models.person import Role
from svduty import clock
from tests.cast import BEGAN, PASSWORD, Cast
from tests.page_forms import sent_by
from tests.partnerships.conftest import words

ACCOUNT = "/account/"
FORM = "/p/anyborough/definition/add/"
WORDS = "Public space youth violence, <b>and</b> what an hour of typing said about it."
WORDS_ARE_BACK = "What you had written is back in this form"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
SAFARI = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1"
Later = Callable[..., None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Let time pass: later(minutes=31)."""
    real = clock.now
    passed = datetime.timedelta()

    def pass_by(**time: float) -> None:
        nonlocal passed
        passed += datetime.timedelta(**time)
        monkeypatch.setattr(clock, "now", lambda: real() + passed)

    return pass_by


def key(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def with_key(old: str) -> Client:
    client = Client()
    client.cookies[settings.SESSION_COOKIE_NAME] = old
    return client


def signed_in(client: Client) -> bool:
    return client.get(ACCOUNT).status_code == 200


def sign_in(client: Client, person: User, then: str = "") -> str:
    """Sign in through the page and give where it leads."""
    answer = client.post(reverse("sign_in") + (f"?next={then}" if then else ""), {"username": person.email, "password": PASSWORD})
    assert answer.status_code == 302
    return str(answer["Location"])


def test_signing_in_over_a_running_session_gives_a_new_key_and_ends_the_old(cast: Cast, client: Client) -> None:
    sign_in(client, cast.viewer)
    old = key(client)
    client.get(reverse("sign_in"))
    again = with_key(old)
    client.post(reverse("sign_out"))
    sign_in(client, cast.viewer)
    assert key(client) != old
    assert signed_in(client)
    assert not signed_in(again)


def test_signing_out_ends_the_session_on_the_server_too(cast: Cast, client: Client) -> None:
    sign_in(client, cast.viewer)
    stolen = with_key(key(client))
    assert signed_in(stolen)
    client.post(reverse("sign_out"))
    assert not signed_in(stolen)
    assert not BrowserSession.objects.exists()


@pytest.mark.parametrize("change", ["given", "ended"])
def test_key_is_new_and_the_old_one_dead_after_a_change_of_role(cast: Cast, viewer: Client, change: str) -> None:
    assert signed_in(viewer)
    old = key(viewer)
    if change == "given":
        RoleGrant.objects.create(user=cast.viewer, role=Role.COORDINATOR, partnership=cast.ours, starts=BEGAN)
    else:
        RoleGrant.objects.filter(user=cast.viewer).update(ended_on=BEGAN)
    assert signed_in(viewer)
    assert key(viewer) != old
    assert not signed_in(with_key(old))
    steady = key(viewer)
    assert signed_in(viewer)
    assert key(viewer) == steady


def test_key_is_new_and_every_old_one_dead_after_a_change_of_password(cast: Cast, viewer: Client) -> None:
    elsewhere, old = Client(), key(viewer)
    sign_in(elsewhere, cast.viewer)
    new = {"old_password": PASSWORD, "new_password1": "three quiet green boats", "new_password2": "three quiet green boats"}
    assert viewer.post(reverse("password_change"), new).status_code == 302
    assert signed_in(viewer)
    assert key(viewer) != old
    assert not signed_in(with_key(old))
    assert not signed_in(elsewhere)


@pytest.mark.parametrize(
    ("role", "minutes", "stays"),
    [
        (Role.COORDINATOR, 28, True),
        (Role.COORDINATOR, 31, False),
        (Role.CONTRIBUTOR, 31, False),
        (Role.ADMINISTRATOR, 31, False),
        (Role.BOARD_MEMBER, 31, False),
        (Role.VIEWER, 31, True),
        (Role.VIEWER, 11 * 60, True),
        (Role.VIEWER, 12 * 60 + 1, False),
    ],
)
def test_those_who_may_change_something_are_signed_out_when_idle(cast: Cast, later: Later, role: Role, minutes: int, stays: bool) -> None:
    client = Client()
    sign_in(client, cast.people[role])
    later(minutes=minutes)
    assert signed_in(client) is stays
    assert signed_in(client) is stays


def test_whoever_keeps_working_stays_signed_in_for_twelve_hours_and_no_longer(cast: Cast, coordinator: Client, later: Later) -> None:
    for _ in range(28):
        later(minutes=25)
        assert signed_in(coordinator)
    later(minutes=21)
    assert not signed_in(coordinator)


def test_an_idle_session_is_over_for_a_person_who_may_edit_only_since_just_now(cast: Cast, viewer: Client, later: Later) -> None:
    RoleGrant.objects.create(user=cast.viewer, role=Role.COORDINATOR, partnership=cast.ours, starts=BEGAN)
    assert signed_in(viewer)
    later(minutes=31)
    assert not signed_in(viewer)


def test_working_on_is_written_down_once_a_minute_and_not_every_page(
    cast: Cast, coordinator: Client, later: Later, django_assert_num_queries: Callable
) -> None:
    coordinator.get(ACCOUNT)
    with django_assert_num_queries(3):
        coordinator.get(reverse("account_name"))
    before = BrowserSession.objects.get().session_data
    later(minutes=2)
    coordinator.get(ACCOUNT)
    assert BrowserSession.objects.get().session_data != before


def test_account_lists_each_browser_with_this_one_first_and_no_key(cast: Cast, later: Later) -> None:
    first, second = (Client(headers={"user-agent": agent}) for agent in (FIREFOX, SAFARI))
    sign_in(first, cast.viewer)
    later(minutes=20)
    sign_in(second, cast.viewer)
    page = words(second.get(ACCOUNT))
    assert page.index("Safari on an iPhone") < page.index("This one") < page.index("Firefox on Windows")
    assert page.count("This one") == 1
    assert key(first) not in page
    assert key(second) not in page


def test_browser_whose_sign_in_is_over_is_not_listed(cast: Cast, coordinator: Client, later: Later) -> None:
    sign_in(Client(headers={"user-agent": FIREFOX}), cast.coordinator)
    assert "Firefox on Windows" in words(coordinator.get(ACCOUNT))
    later(minutes=20)
    coordinator.get(ACCOUNT)
    later(minutes=20)
    assert "Firefox on Windows" not in words(coordinator.get(ACCOUNT))


def end_address(page: str) -> str:
    [address] = re.findall(r"/account/sessions/\w{24}/end/", page)
    return str(address)


def test_one_browser_is_signed_out_from_another_and_nobody_elses(cast: Cast, viewer: Client, stranger: Client) -> None:
    elsewhere = Client()
    sign_in(elsewhere, cast.viewer)
    address = end_address(words(viewer.get(ACCOUNT)))
    stranger.post(address)
    assert signed_in(elsewhere)
    assert viewer.get(address).status_code == 405
    assert signed_in(elsewhere)
    viewer.post(address)
    assert not signed_in(elsewhere)
    assert signed_in(viewer)
    assert signed_in(stranger)
    assert AuditEntry.objects.get(event="user.session-ended").actor_id == cast.viewer.pk


def test_every_other_browser_is_signed_out_at_once(cast: Cast, viewer: Client, stranger: Client) -> None:
    others = [Client(), Client()]
    for other in others:
        sign_in(other, cast.viewer)
    viewer.post(reverse("sessions_end"))
    assert [signed_in(other) for other in others] == [False, False]
    assert signed_in(viewer)
    assert signed_in(stranger)
    assert AuditEntry.objects.get(event="user.session-ended").changes == {"Sessions ended": ["", "2"]}


def test_a_new_key_leaves_no_second_entry_in_the_list(cast: Cast, viewer: Client) -> None:
    RoleGrant.objects.create(user=cast.viewer, role=Role.COORDINATOR, partnership=cast.ours, starts=BEGAN)
    assert signed_in(viewer)
    assert BrowserSession.objects.filter(user=cast.viewer).count() == 1


def test_whoever_may_no_longer_sign_in_is_out_with_the_next_page(cast: Cast, viewer: Client) -> None:
    assert signed_in(viewer)
    User.objects.filter(pk=cast.viewer.pk).update(is_active=False)
    assert not signed_in(viewer)


def test_role_that_has_ended_opens_nothing_with_the_next_page(cast: Cast, viewer: Client) -> None:
    assert viewer.get("/p/anyborough/who/").status_code == 200
    RoleGrant.objects.filter(user=cast.viewer).update(ended_on=BEGAN)
    assert viewer.get("/p/anyborough/who/").status_code == 404


def test_signing_in_and_out_stand_in_the_history_of_the_installation(cast: Cast, client: Client) -> None:
    sign_in(client, cast.viewer)
    client.post(reverse("sign_out"))
    entries = list(AuditEntry.objects.order_by("number"))
    assert [(entry.event, entry.actor_id, entry.partnership) for entry in entries] == [
        ("user.signed-in", cast.viewer.pk, None),
        ("user.signed-out", cast.viewer.pk, None),
    ]
    assert entries[0].changes == {"By": ["", "Password"]}
    assert cast.viewer.email not in str(AuditEntry.objects.values())


def test_people_page_says_who_has_signed_in_and_who_never(cast: Cast, coordinator: Client, client: Client) -> None:
    page = "/p/anyborough/people/"
    before = words(coordinator.get(page)).count("Never")
    sign_in(client, cast.viewer)
    assert words(coordinator.get(page)).count("Never") == before - 1


def lose_the_sign_in(client: Client, later: Later, hours: float = 1) -> str:
    """Type, let the sign-in end, and send; the page that comes back."""
    later(hours=hours)
    answer = client.post(FORM, {"wording": WORDS, "seen_version": "1", "decided_by": ""})
    assert answer.status_code == 401
    assert answer.headers["Cache-Control"] == "no-store"
    return words(answer)


@pytest.mark.parametrize("hours", [1, 13, 48])
def test_after_signing_in_again_the_words_are_back_in_the_form_and_not_saved(
    cast: Cast, coordinator: Client, later: Later, hours: float
) -> None:
    page = lose_the_sign_in(coordinator, later, hours)
    assert WORDS in page
    assert f"{reverse('sign_in')}?next=" in page
    where = sign_in(coordinator, cast.coordinator, then=FORM)
    assert where == FORM
    form = coordinator.get(where)
    assert sent_by(form.content.decode())["wording"] == [WORDS]
    assert "Nothing has been saved yet" in words(form)
    assert not cast.ours.definitions.exists()
    assert not AuditEntry.objects.exclude(event="user.signed-in").exists()


def test_words_are_put_back_once_and_saved_when_asked(cast: Cast, coordinator: Client, later: Later) -> None:
    lose_the_sign_in(coordinator, later)
    sign_in(coordinator, cast.coordinator)
    coordinator.get("/p/anyborough/who/")
    form = coordinator.get(FORM)
    assert WORDS_ARE_BACK in words(form)
    assert coordinator.post(FORM, sent_by(form.content.decode())).status_code == 302
    assert cast.ours.definitions.get().wording == WORDS
    assert WORDS_ARE_BACK not in words(coordinator.get(FORM))


def test_somebody_else_who_signs_in_there_does_not_get_the_words(cast: Cast, coordinator: Client, later: Later) -> None:
    RoleGrant.objects.create(user=cast.viewer, role=Role.COORDINATOR, partnership=cast.ours, starts=BEGAN)
    lose_the_sign_in(coordinator, later)
    sign_in(coordinator, cast.viewer)
    assert WORDS not in words(coordinator.get(FORM))
    assert "hour of typing" not in str([session.get_decoded() for session in BrowserSession.objects.all()])


def test_session_that_is_over_opens_nothing_while_it_keeps_the_words(cast: Cast, coordinator: Client, later: Later) -> None:
    lose_the_sign_in(coordinator, later)
    assert coordinator.get(FORM)["Location"] == f"{reverse('sign_in')}?next={FORM}"
    assert WORDS not in words(coordinator.get(reverse("sign_in")))
    assert "Sign out" not in words(coordinator.get(reverse("accessibility")))


def test_passwords_are_never_kept(cast: Cast, coordinator: Client, later: Later) -> None:
    later(hours=1)
    sent = {"old_password": PASSWORD, "new_password1": "a secret of mine", "new_password2": "a secret of mine", "name": "Lead"}
    assert "a secret of mine" not in words(coordinator.post(reverse("password_change"), sent))
    kept = str([session.get_decoded() for session in BrowserSession.objects.all()])
    assert "Lead" in kept
    assert "a secret of mine" not in kept
    assert PASSWORD not in kept


def test_more_than_any_form_holds_is_printed_and_not_kept(cast: Cast, coordinator: Client, later: Later) -> None:
    later(hours=1)
    answer = coordinator.post(FORM, {"wording": "word " * 250_000})
    assert answer.status_code == 401
    assert "Copy your words from here" in words(answer)
    assert "unsaved" not in BrowserSession.objects.get().get_decoded()


@pytest.mark.parametrize(("origin", "kept"), [("http://testserver", True), ("https://evil.example", False), ("null", False), (None, False)])
def test_words_refused_with_an_old_token_are_kept_only_when_they_come_from_our_own_page(cast: Cast, origin: str | None, kept: bool) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.coordinator)
    headers = {"origin": origin} if origin else {}
    answer = client.post(FORM, {"wording": WORDS, "csrfmiddlewaretoken": "old"}, headers=headers)
    assert answer.status_code == 403
    assert WORDS in words(answer)
    assert ("Open the form again</a>" in words(answer)) is kept
    assert (WORDS in words(client.get(FORM))) is kept
    assert not cast.ours.definitions.exists()
