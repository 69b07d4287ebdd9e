from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import Board
from strategies.models import ApprovalRound, Strategy, Version
from tests.cast import Cast, make_cast, make_version
from tests.strategies.rounds import TODAY, make_round, seated_board


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


@pytest.fixture
def today() -> Iterator[Any]:
    """The day of the tests of approval rounds."""
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def board(today: Any, cast: Cast) -> Board:
    """One whose members have accounts."""
    return seated_board(cast.ours)


@pytest.fixture
def asked(board: Board, version: Version) -> ApprovalRound:
    """That board is asked about the version."""
    return make_round(board, version)


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]
    return client
