"""Time that passes as a test says, and the phone that shows codes by it."""

import datetime
import re
from collections.abc import Callable

import pytest
from allauth.mfa.totp.internal import auth as totp
from django.test import Client
from django.urls import reverse

from svduty import clock

Later = Callable[..., None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Let time pass: later(minutes=31). It starts at the beginning of a half minute, so that a code does not run out under a test."""
    real, passed = clock.now, datetime.timedelta(seconds=31 - real_seconds(clock.now()))

    def pass_by(**time: float) -> None:
        nonlocal passed
        passed += datetime.timedelta(**time)

    monkeypatch.setattr(clock, "now", lambda: real() + passed)
    return pass_by


def real_seconds(now: datetime.datetime) -> float:
    return now.timestamp() % 30


class Phone:
    """An authenticator app with one entry."""

    def __init__(self, secret: str) -> None:
        self.secret = secret

    def code(self, *, seconds: int = 0) -> str:
        """What it shows now, or so many seconds from now."""
        counter = (int(clock.now().timestamp()) + seconds) // 30
        return totp.format_hotp_value(totp.hotp_value(self.secret, counter))


def scan(page: str) -> Phone:
    """Type the key that the page shows into the app."""
    [key] = re.findall(r'svd-scan__key">([A-Z2-7 ]+)<', page)
    return Phone(key.replace(" ", ""))


def set_up_phone(client: Client) -> tuple[Phone, list[str]]:
    """Set up a second factor through its pages; the phone, and the recovery codes as shown."""
    phone = scan(client.get(reverse("second_factor")).content.decode())
    answer = client.post(reverse("second_factor"), {"one_time_password": phone.code()})
    assert answer.status_code == 302, answer.content.decode()
    shown = client.get(reverse("second_factor_codes")).content.decode()
    codes = re.findall(r"<li>(\d{4} \d{4})</li>", shown)
    client.post(reverse("second_factor_codes"))
    return phone, codes
