"""The access table, walked: every address, every role, our own records and the neighbour's, reading and sending."""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from partnerships.models import RoleGrant, User
from partnerships.models.person import Role
from tests.cast import Cast, make_cast
from tests.guards.access_table import TABLE
from tests.guards.headers import wrong_headers
from tests.guards.levels import ANONYMOUS, OPEN, STRANGER, WHO, Row, rightful
from tests.guards.reading import read_to_its_end
from tests.guards.world import installation_records, records_of

OUR_MARK, THEIR_MARK = "Quillfeather", "Zebrastripe"
REDIRECTED_TO_SIGN_IN, FORBIDDEN, NOTHING_THERE = 302, 403, 404


def all_routes(patterns: list[URLPattern | URLResolver] | None = None) -> Iterator[URLPattern]:
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(pattern, URLResolver):
            yield from all_routes(pattern.url_patterns)
        else:
            yield pattern


ROUTES = {str(pattern.name): pattern for pattern in all_routes()}


@dataclasses.dataclass
class World:
    """Two partnerships with one record of every kind each."""

    cast: Cast
    ours: dict[str, int]
    theirs: dict[str, int]

    def person(self, who: str) -> User | None:
        if who == ANONYMOUS:
            return None
        return self.cast.stranger if who == STRANGER else self.cast.people[Role(who)]

    def client(self, who: str) -> Client:
        client = Client()
        if person := self.person(who):
            client.force_login(person)
        return client

    def address(self, name: str, row: Row, records: dict[str, int], slug: str) -> str:
        kwargs: dict[str, Any] = {key: kind[1:] if kind[0] == "=" else records[kind] for key, kind in row.names.items()}
        if row.level.inside:
            kwargs["slug"] = slug
        return reverse(name, kwargs=kwargs)


@pytest.fixture
def world(cast: Cast) -> World:
    return world_of(cast)


@pytest.fixture(scope="module")
def filled_once(_files_of_the_tests_stay_apart: None, django_db_setup: None, django_db_blocker: Any) -> Iterator[World]:
    """The same, made once for all these tests: each of them undoes what it changes."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield world_of(make_cast())
        transaction.set_rollback(True)


@pytest.fixture
def kept_world(filled_once: World, db: None) -> World:
    return filled_once


def world_of(cast: Cast) -> World:
    grants = list(RoleGrant.objects.filter(role="viewer") | RoleGrant.objects.filter(user=cast.stranger))
    ours = records_of(cast.ours, cast.area, OUR_MARK, grants) | installation_records(cast)
    theirs = records_of(cast.theirs, cast.their_area, THEIR_MARK, grants)
    return World(cast, ours, theirs)


def expected(row: Row, who: str, right: int) -> int:
    """What the table says this person gets at an address of ours."""
    if who in row.level.may:
        return right
    if who == ANONYMOUS:
        return REDIRECTED_TO_SIGN_IN
    return NOTHING_THERE if row.level.inside and who in (STRANGER, Role.ADMINISTRATOR.value) else FORBIDDEN


def test_every_address_has_a_row_and_every_row_an_address() -> None:
    assert set(ROUTES) == set(TABLE)


@pytest.mark.parametrize("name", sorted(TABLE))
def test_everybody_gets_what_the_table_says(name: str, kept_world: World) -> None:
    row = TABLE[name]
    if name not in ROUTES:
        pytest.fail(f"{name} has a row but no address")
    ours = kept_world.address(name, row, kept_world.ours, kept_world.cast.ours.slug)
    for who in WHO:
        right = row.get_signed_in if row.get_signed_in and who != ANONYMOUS else row.get
        with read_to_its_end(kept_world.client(who).get(ours)) as answer:
            assert answer.status_code == expected(row, who, right), f"GET {name} as {who}"
            assert wrong_headers(answer, stored=row.level is OPEN) == [], f"GET {name} as {who}"
            if who == ANONYMOUS and who not in row.level.may:
                assert reverse("sign_in") in answer["Location"]
            if who in row.level.may and row.level.inside:
                assert THEIR_MARK.encode() not in b"".join(answer), f"{name} shows the neighbour's records to {who}"


@pytest.mark.parametrize("name", sorted(name for name, row in TABLE.items() if row.posts))
def test_nobody_sends_what_the_table_does_not_let_them(name: str, kept_world: World) -> None:
    row = TABLE[name]
    ours = kept_world.address(name, row, kept_world.ours, kept_world.cast.ours.slug)
    for who in WHO:
        answer = kept_world.client(who).post(ours, {})
        code = answer.status_code
        assert wrong_headers(answer, stored=row.level is OPEN) == [], f"POST {name} as {who}"
        if who in row.level.may:
            assert code in (200, 302, 409), f"POST {name} as {who}: {code}"
        else:
            assert code == expected(row, who, 0), f"POST {name} as {who}: {code}"


INSIDE = sorted(name for name, row in TABLE.items() if row.level.inside)


@pytest.mark.parametrize("name", INSIDE)
def test_the_neighbours_page_is_not_there_for_us_and_is_for_them(name: str, kept_world: World) -> None:
    row = TABLE[name]
    theirs = kept_world.address(name, row, kept_world.theirs, kept_world.cast.theirs.slug)
    for who in WHO:
        if who not in (STRANGER, ANONYMOUS):
            client = kept_world.client(who)
            assert client.get(theirs).status_code == NOTHING_THERE, f"GET {name} as our {who}"
            assert client.post(theirs, {}).status_code == NOTHING_THERE, f"POST {name} as our {who}"
    with read_to_its_end(kept_world.client(STRANGER).get(theirs)) as twin:
        assert twin.status_code == row.get, f"{name} is not there for its rightful coordinator either"


@pytest.mark.parametrize("name", [name for name in INSIDE if any(kind[0] != "=" for kind in TABLE[name].names.values())])
def test_the_neighbours_record_is_not_there_under_our_address(name: str, kept_world: World) -> None:
    row = TABLE[name]
    # A report's number is counted within its partnership: ours has the same one, with our own bytes behind it.
    records = kept_world.theirs | {"report": 2} if "number" in row.names else kept_world.theirs
    crossed = kept_world.address(name, row, records, kept_world.cast.ours.slug)
    client = kept_world.client(rightful(row))
    if name == "record_history":
        assert THEIR_MARK not in client.get(crossed).content.decode()
        return
    if row.get != 405:
        assert client.get(crossed).status_code == NOTHING_THERE
    if row.posts:
        assert client.post(crossed, {}).status_code == NOTHING_THERE
    with read_to_its_end(client.get(kept_world.address(name, row, kept_world.ours, kept_world.cast.ours.slug))) as twin:
        assert twin.status_code == row.get
