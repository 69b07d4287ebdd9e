"""The cast, and ways to ask as one of them."""

import html
from collections.abc import Callable

import pytest
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


def words(response: HttpResponse) -> str:
    """The page as a reader gets it: entities resolved, white space as single blanks."""
    return " ".join(html.unescape(response.content.decode()).split())
