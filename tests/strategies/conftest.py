import pytest
from django.test import Client

from strategies.models import Strategy, Version
from tests.cast import Cast, make_cast, make_version


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture
def version(cast: Cast) -> Version:
    return make_version(cast.ours, cast.area)


@pytest.fixture
def strategy(version: Version) -> Strategy:
    return version.strategy


@pytest.fixture
def their_version(cast: Cast) -> Version:
    return make_version(cast.theirs, cast.their_area, title="Otherton secret strategy")


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client
