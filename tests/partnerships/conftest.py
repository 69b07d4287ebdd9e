"""The cast, and ways to ask as one of them."""

import html
import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from partnerships.models import User
from partnerships.models.person import Role
from tests.cast import Cast


@pytest.fixture
def as_person() -> Callable[[User], Client]:
    """A browser in which that person has signed in."""

    def sign_in(user: User) -> Client:
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def coordinator(cast: Cast, as_person: Callable[[User], Client]) -> Client:
    return as_person(cast.coordinator)


@pytest.fixture
def viewer(cast: Cast, as_person: Callable[[User], Client]) -> Client:
    return as_person(cast.viewer)


@pytest.fixture
def stranger(cast: Cast, as_person: Callable[[User], Client]) -> Client:
    return as_person(cast.stranger)


@pytest.fixture
def administrator(cast: Cast, as_person: Callable[[User], Client]) -> Client:
    return as_person(cast.people[Role.ADMINISTRATOR])


CHOSEN = {"new_password1": "three quiet green boats", "new_password2": "three quiet green boats"}


def path_in_mail(number: int = -1) -> str:
    """The path of the personal link in a mail that was sent, the last one unless told which."""
    [path] = re.findall(r"http://127\.0\.0\.1:8000(/link/[\w-]+/)", mail.outbox[number].body)
    return str(path)


def words(response: HttpResponse) -> str:
    """The page as a reader gets it: entities resolved, white space as single blanks, words whole that may break over two lines."""
    return " ".join(html.unescape(response.content.decode().replace("<wbr>", "")).split())
