"""Every page of this floor: the coordinator, the viewer, the stranger, and the neighbour's records."""

from collections.abc import Callable

import pytest

from strategies.models import AlignedStrategy, Consultation, Strategy, Version
from tests.cast import Cast, make_version
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import (
    at,
    make_approval,
    make_check,
    make_contents_check,
    make_equality,
    make_publication,
    make_review,
    make_section,
)

Ids = dict[str, int]
READ: list[tuple[str, Callable[[Ids], list[object]]]] = [
    ("strategies", lambda i: []),
    ("strategy", lambda i: [i["strategy"]]),
    ("strategy_draft", lambda i: [i["strategy"]]),
    ("version", lambda i: [i["version"]]),
]
EDIT: list[tuple[str, Callable[[Ids], list[object]]]] = [
    ("strategy_add", lambda i: []),
    ("strategy_change", lambda i: [i["strategy"]]),
    ("strategy_withdraw", lambda i: [i["strategy"]]),
    ("section_add", lambda i: [i["strategy"]]),
    ("section_change", lambda i: [i["section"]]),
    ("section_remove", lambda i: [i["section"]]),
    ("version_freeze", lambda i: [i["strategy"]]),
    ("sensitivitycheck_add", lambda i: [i["version"]]),
    ("sensitivitycheck_change", lambda i: [i["check"]]),
    ("sensitivitycheck_withdraw", lambda i: [i["check"]]),
    ("approval_add", lambda i: [i["version"]]),
    ("approval_change", lambda i: [i["approval"]]),
    ("approval_withdraw", lambda i: [i["approval"]]),
    ("publication_add", lambda i: [i["version"], "website"]),
    ("publication_add", lambda i: [i["version"], "other"]),
    ("publication_change", lambda i: [i["publication"]]),
    ("publication_withdraw", lambda i: [i["publication"]]),
]
POST_ONLY: list[tuple[str, Callable[[Ids], list[object]]]] = [("section_move", lambda i: [i["section"], "up"])]


def ids_of(version: Version) -> Ids:
    return {
        "strategy": version.strategy_id,
        "version": version.pk,
        "section": make_section(version.strategy).pk,
        "check": make_check(version).pk,
        "approval": make_approval(version).pk,
        "publication": make_publication(version).pk,
    }


@pytest.fixture
def ours(version: Version) -> Ids:
    return ids_of(version)


@pytest.fixture
def theirs(their_version: Version) -> Ids:
    return ids_of(their_version)


@pytest.mark.parametrize(("route", "args"), READ + EDIT)
def test_coordinator_opens_the_page(cast: Cast, ours: Ids, route: str, args: Callable[[Ids], list[object]]) -> None:
    response = signed_in(cast.coordinator).get(at(route, *args(ours)))
    assert response.status_code == 200
    assert response.content.decode().count("<h1") == 1


@pytest.mark.parametrize(("route", "args"), READ)
def test_viewer_reads_the_page(cast: Cast, ours: Ids, route: str, args: Callable[[Ids], list[object]]) -> None:
    assert signed_in(cast.viewer).get(at(route, *args(ours))).status_code == 200


@pytest.mark.parametrize(("route", "args"), EDIT + POST_ONLY)
def test_viewer_is_refused_and_told_who_can_help(cast: Cast, ours: Ids, route: str, args: Callable[[Ids], list[object]]) -> None:
    client, address = signed_in(cast.viewer), at(route, *args(ours))
    for response in (client.get(address), client.post(address)):
        assert response.status_code == 403
        assert cast.coordinator.name in response.content.decode()


@pytest.mark.parametrize(("route", "args"), READ + EDIT + POST_ONLY)
def test_stranger_is_told_that_nothing_is_there(cast: Cast, ours: Ids, route: str, args: Callable[[Ids], list[object]]) -> None:
    client, address = signed_in(cast.stranger), at(route, *args(ours))
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


@pytest.mark.parametrize(("route", "args"), [row for row in READ + EDIT + POST_ONLY if row[0] not in ("strategies", "strategy_add")])
def test_record_of_another_partnership_is_not_found_at_our_address(
    cast: Cast, theirs: Ids, route: str, args: Callable[[Ids], list[object]]
) -> None:
    client, address = signed_in(cast.coordinator), at(route, *args(theirs))
    for response in (client.get(address), client.post(address)):
        assert response.status_code in (404, 405)
        assert "Otherton secret" not in response.content.decode()
    assert client.post(address).status_code in (404, 405)
    rightful = signed_in(cast.stranger)
    assert rightful.get(at(route, *args(theirs), slug="otherton")).status_code == (405 if route == "section_move" else 200)


def test_moving_a_section_of_another_partnership_is_not_found(cast: Cast, theirs: Ids) -> None:
    assert signed_in(cast.coordinator).post(at("section_move", theirs["section"], "up")).status_code == 404


def test_nothing_is_at_a_number_no_record_can_have(cast: Cast, ours: Ids) -> None:
    client = signed_in(cast.coordinator)
    assert client.get(at("strategy", 10**30)).status_code == 404
    assert client.get(at("version", 0)).status_code == 404
    assert client.get(at("publication_add", ours["version"], "smoke-signals")).status_code == 404
    assert client.get(at("version_freeze", ours["strategy"]) + "?what=poem").status_code == 404
    assert client.post(at("section_move", ours["section"], "sideways")).status_code == 404


@pytest.mark.parametrize(
    ("route", "budget"),
    [("strategies", 8), ("strategy", 16), ("strategy_draft", 9), ("version", 15)],
)
def test_pages_ask_the_database_no_more_often_for_ten_rows_than_for_one(
    cast: Cast, version: Version, route: str, budget: int, django_assert_max_num_queries: Callable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("strategies.panels._panels", [])  # what the floor above asks is counted there
    client = signed_in(cast.coordinator)

    def address() -> str:
        pk = version.pk if route == "version" else version.strategy_id
        return at(route) if route == "strategies" else at(route, pk)

    ids_of(version)
    client.get(address())
    with django_assert_max_num_queries(budget):
        client.get(address())
    for number in range(2, 11):
        add_a_row(cast, version, number)
    with django_assert_max_num_queries(budget):
        assert client.get(address()).status_code == 200


def add_a_row(cast: Cast, version: Version, number: int) -> None:
    make_section(version.strategy, heading=f"Section {number}", position=number)
    make_check(version)
    make_approval(version)
    make_publication(version)
    make_contents_check(version)
    make_equality(version)
    make_review(version.strategy)
    AlignedStrategy.objects.create(strategy=version.strategy, name=f"Other strategy {number}")
    asked = Consultation.objects.create(strategy_version=version, kind="education", area=cast.area, opens_on=version.dated)
    asked.consultees.create(name="A school")
    asked.answers.create(by="A school", said="Yes")
    another = Version.objects.create(
        strategy=version.strategy,
        number=number,
        title="Again",
        form="link",
        link="https://www.example.gov.uk/s",
        dated=version.dated,
        sha256="0" * 64,
        frozen_at=version.frozen_at,
    )
    make_publication(another)
    make_publication(make_version(cast.ours, cast.area, title=f"Strategy {number}"))
    Strategy.objects.create(partnership=cast.ours, title=f"Empty {number}", follows=version.strategy)
