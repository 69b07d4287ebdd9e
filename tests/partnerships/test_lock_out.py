"""Guessing at the sign-in gets slower and then stops, in every process at once, and tells nothing about who is here."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth import hashers
from django.core import mail
from django.test import Client, RequestFactory
from django.urls import reverse

from partnerships.access import lock_out
from partnerships.access.client_address import client_address
from partnerships.models import AuditEntry, Tally, User
from partnerships.models.person import Role
from tests.cast import PASSWORD, Cast, make_person
from tests.partnerships.conftest import CHOSEN, path_in_mail, words
from tests.partnerships.passing_time import Later, later
from tests.workers import Workers, address_of_database

ROOT = Path(__file__).parents[2]
NOBODY = "nobody@anyborough.example"
WRONG = "We could not sign you in with that address and password."
__all__ = ["later"]


def attempt(address: str, password: str = "wrong", client: Client | None = None, **headers: str) -> Any:
    return (client or Client()).post(reverse("sign_in"), {"username": address, "password": password}, **headers)


def fail(address: str, times: int) -> None:
    for _ in range(times):
        assert attempt(address).status_code == 200


def fail_until_locked(address: str, later: Later) -> Any:
    """Wrong passwords, each as soon as one is taken; from ever new networks, whose own limit is another matter."""
    for number in range(lock_out.LOCKED_AT):
        answer = attempt(address, REMOTE_ADDR=f"10.0.0.{number}")
        assert answer.status_code == 200, f"try {number + 1}"
        later(minutes=16)
    return attempt(address)


def what_is_told(answer: Any, address: str) -> str:
    """The page, with what differs between any two answers made equal."""
    page = words(answer).replace(address, "ADDRESS")
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page)


def test_five_failures_bring_a_wait_in_which_even_the_right_password_is_not_tried(cast: Cast, later: Later) -> None:
    fail(cast.viewer.email, 5)
    refused = attempt(cast.viewer.email, PASSWORD)
    assert refused.status_code == 429
    assert 0 < int(refused["Retry-After"]) <= 30
    assert "Try again in about a minute" in words(refused)
    later(seconds=31)
    assert attempt(cast.viewer.email, PASSWORD).status_code == 302


def test_each_further_failure_doubles_the_wait_up_to_a_quarter_of_an_hour(cast: Cast, later: Later) -> None:
    fail(cast.viewer.email, 5)
    for seconds in (30, 60, 120, 240, 480, 900, 900):
        assert 0 < int(attempt(cast.viewer.email)["Retry-After"]) <= seconds
        later(seconds=seconds - 2)
        assert attempt(cast.viewer.email).status_code == 429, f"before {seconds} seconds were over"
        later(seconds=3)
        assert attempt(cast.viewer.email).status_code == 200, f"after {seconds} seconds"


def test_signing_in_clears_the_count(cast: Cast) -> None:
    for _ in range(2):
        fail(cast.viewer.email, 4)
        assert attempt(cast.viewer.email, PASSWORD).status_code == 302
    assert not Tally.objects.filter(key=lock_out.password_of(cast.viewer.email)).exists()


def test_address_in_another_case_is_the_same_address(cast: Cast) -> None:
    fail(cast.viewer.email, 3)
    fail(f"  {cast.viewer.email.upper()}", 2)
    assert attempt(cast.viewer.email, PASSWORD).status_code == 429


def test_twenty_failures_lock_and_the_mailed_link_is_the_way_out(cast: Cast, later: Later) -> None:
    locked = fail_until_locked(cast.viewer.email, later)
    assert locked.status_code == 429
    assert "this address is locked for a day" in words(locked)
    later(hours=20)
    assert attempt(cast.viewer.email, PASSWORD).status_code == 429
    assert [(message.to, message.subject) for message in mail.outbox] == [([cast.viewer.email], "Signing in is locked for a day")]
    entry = AuditEntry.objects.get(event="user.locked")
    assert (entry.actor_id, entry.target_pk, entry.partnership) == (None, cast.viewer.pk, None)
    assert Client().post(path_in_mail(), CHOSEN).status_code == 302
    assert attempt(cast.viewer.email, CHOSEN["new_password1"]).status_code == 302


def test_lock_ends_after_a_day(cast: Cast, later: Later) -> None:
    fail_until_locked(cast.viewer.email, later)
    later(hours=24, minutes=1)
    assert attempt(cast.viewer.email, PASSWORD).status_code == 302


def test_unknown_barred_and_invited_are_locked_with_the_same_words_and_no_mail(cast: Cast, later: Later) -> None:
    barred = make_person("barred@anyborough.example", Role.VIEWER, cast.ours)
    User.objects.filter(pk=barred.pk).update(is_active=False)
    told = {}
    for address in (cast.viewer.email, NOBODY, barred.email):
        first = what_is_told(attempt(address), address)
        assert WRONG in first
        fail(address, 4)
        waiting = what_is_told(attempt(address), address)
        assert "Try again in about a minute" in waiting
        later(minutes=1)
        for number in range(lock_out.LOCKED_AT - 5):
            assert attempt(address, REMOTE_ADDR=f"10.0.1.{number}").status_code == 200
            later(minutes=16)
        told[address] = (first, waiting, what_is_told(attempt(address), address))
    assert len(set(told.values())) == 1
    assert [message.to for message in mail.outbox] == [[cast.viewer.email]]
    assert AuditEntry.objects.filter(event="user.locked").count() == 1


def test_known_and_unknown_addresses_cost_the_same_number_of_hashes(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    made = 0
    encode = hashers.MD5PasswordHasher.encode

    def counted(self: Any, password: str, salt: str) -> str:
        nonlocal made
        made += 1
        return encode(self, password, salt)

    barred = make_person("barred@anyborough.example", Role.VIEWER, cast.ours)
    never = make_person("never-set-one@anyborough.example", Role.VIEWER, cast.ours)
    never.set_unusable_password()
    never.save()
    User.objects.filter(pk=barred.pk).update(is_active=False)
    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counted)
    costs = []
    for address in (cast.viewer.email, NOBODY, barred.email, never.email):
        per_try = []
        for _ in range(7):
            made = 0
            attempt(address)
            per_try.append(made)
        costs.append(per_try)
    assert costs == [[1, 1, 1, 1, 1, 0, 0]] * 4


def test_one_network_may_not_try_one_password_on_many_addresses(cast: Cast, later: Later) -> None:
    for number in range(lock_out.TRIES_PER_CLIENT):
        assert attempt(f"person-{number}@anyborough.example").status_code == 200
    assert attempt(cast.viewer.email, PASSWORD).status_code == 429
    assert attempt(cast.viewer.email, PASSWORD, REMOTE_ADDR="192.0.2.7").status_code == 302
    later(minutes=61)
    assert attempt(cast.viewer.email, PASSWORD).status_code == 302


def test_those_who_sign_in_rightly_do_not_use_up_their_networks_tries(cast: Cast) -> None:
    for _ in range(lock_out.TRIES_PER_CLIENT + 5):
        assert attempt(cast.viewer.email, PASSWORD).status_code == 302


def test_what_a_client_says_of_itself_gives_it_no_new_tries(cast: Cast, settings: Any) -> None:
    for number in range(lock_out.TRIES_PER_CLIENT):
        attempt(f"person-{number}@anyborough.example", headers={"X-Forwarded-For": f"192.0.2.{number}"})
    assert attempt(cast.viewer.email, headers={"X-Forwarded-For": "192.0.2.250"}).status_code == 429
    settings.BEHIND_TLS_PROXY = True
    for number in range(lock_out.TRIES_PER_CLIENT):
        attempt(f"another-{number}@anyborough.example", headers={"X-Forwarded-For": f"10.0.0.{number}, 10.1.0.{number}, 203.0.113.9"})
    assert attempt(cast.viewer.email, headers={"X-Forwarded-For": "10.2.0.1, 203.0.113.9"}).status_code == 429
    assert attempt(cast.viewer.email, headers={"X-Forwarded-For": "203.0.113.9, 203.0.113.10"}).status_code == 200


@pytest.mark.parametrize(
    ("connection", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("x" * 500, "unknown"),
    ],
)
def test_tries_are_counted_by_the_network_that_a_client_has_to_itself(rf: RequestFactory, connection: str, counted: str) -> None:
    assert client_address(rf.get("/", REMOTE_ADDR=connection)) == counted


def test_the_address_typed_is_neither_logged_nor_kept(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    attempt("my secret typed in the wrong box")
    assert "secret" not in caplog.text
    assert "from 127.0.0.1" in caplog.text
    assert not Tally.objects.filter(key__contains="secret").exists()


def test_the_old_password_can_be_guessed_no_oftener_in_an_open_session(cast: Cast, viewer: Client) -> None:
    new = {"new_password1": "three quiet green boats", "new_password2": "three quiet green boats"}
    for _ in range(5):
        assert viewer.post(reverse("password_change"), new | {"old_password": "a guess"}).status_code == 200
    refused = viewer.post(reverse("password_change"), new | {"old_password": PASSWORD})
    assert refused.status_code == 429
    assert "too many wrong tries" in words(refused)
    assert attempt(cast.viewer.email, PASSWORD).status_code == 429


TRY = """
import django, sys
django.setup()
from partnerships.access import lock_out
print("ready", flush=True)
sys.stdin.readline()
taken = 0
for _ in range(20):
    try:
        lock_out.take(lock_out.password_of("viewer@anyborough.example"), "192.0.2.1")
        taken += 1
    except lock_out.TooMany:
        pass
print(taken)
"""


RIGHT = """
import django, sys
django.setup()
from partnerships.access import lock_out
print("ready", flush=True)
sys.stdin.readline()
for _ in range(100):
    try:
        lock_out.take(lock_out.password_of("viewer@anyborough.example"), f"192.0.2.{sys.argv[1]}").was_right()
    except lock_out.TooMany:
        pass
print("done")
"""


def at_once(program: str, processes: int) -> list[str]:
    """What each process of `program` says after all were told to go."""
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.worker_settings", "DATABASE_URL": address_of_database()}
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    started: list[subprocess.Popen[str]] = [
        subprocess.Popen([sys.executable, "-c", program, str(number)], cwd=ROOT, env=environment, **pipes) for number in range(processes)
    ]
    for process in started:
        assert process.stdout
        assert process.stdout.readline() == "ready\n"
    for process in started:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return [process.communicate(timeout=60)[0].strip() for process in started]


@pytest.mark.slow
def test_two_processes_at_once_take_five_tries_between_them(workers: Workers) -> None:
    assert sum(map(int, at_once(TRY, 2))) == lock_out.WAITS_FROM


@pytest.mark.slow
def test_nobody_is_refused_for_signing_in_twice_in_the_same_moment(workers: Workers) -> None:
    """What one counts the other forgets, having been right: neither may stumble over that."""
    assert at_once(RIGHT, 6) == ["done"] * 6
