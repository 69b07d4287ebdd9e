"""Naming a body where the register is long: those near at hand are offered, any other is found by its name."""

from typing import Any

import pytest
from django.test import Client

from partnerships.models import AuthorityType, Board, DutyHolder, Organisation, Seat
from tests.cast import Cast, make_holder
from tests.partnerships.board_of import make_board
from tests.partnerships.conftest import words

BODY = "/p/anyborough/who/bodies/add/"


@pytest.fixture
def board(cast: Cast) -> Board:
    """One of a partnership beside a long register."""
    names = [*(f"Distant body {number}" for number in range(150)), "Kent County Council", "Kent Fire Authority", "Anyborough College"]
    Organisation.objects.bulk_create(Organisation(name=name, kind="other") for name in names)
    make_holder(cast.ours, cast.area, "police", name="Metropolitan Police")
    Organisation.objects.create(partnership=cast.ours, name="Our own charity", kind="voluntary")
    Organisation.objects.create(partnership=cast.theirs, name="Kent charity of theirs", kind="voluntary")
    return make_board(cast.ours)


def pages(board: Board) -> list[tuple[str, dict[str, Any]]]:
    area, capacity = board.partnership.area_links.get().area_id, AuthorityType.objects.get(code="fire").pk
    seat = {"kind": "voting", "post": "Chief Officer", "cautions_seen": "takes-no-part"}
    return [(f"/p/anyborough/boards/{board.pk}/seats/add/", seat), (BODY, {"capacity": capacity, "areas": [area], "senior_lead": "Chief"})]


def offered(page: Any) -> list[str]:
    return [label for key, label in page.context["form"].fields["organisation"].choices if key]


def named() -> list[str]:
    found = [*Seat.objects.all(), *DutyHolder.objects.filter(capacity__code="fire")]
    return [str(one.organisation) for one in found]


@pytest.mark.parametrize("which", [0, 1])
def test_long_register_is_not_offered_whole_but_what_is_near_is(board: Board, coordinator: Client, which: int) -> None:
    address, _ = pages(board)[which]
    page = coordinator.get(address)
    assert set(offered(page)) == {"Anyborough College", "Metropolitan Police", "Our own charity"}
    assert "the whole register is looked through" in words(page)


@pytest.mark.parametrize("which", [0, 1])
def test_part_of_a_name_finds_the_bodies_of_the_register_and_loses_nothing_typed(board: Board, coordinator: Client, which: int) -> None:
    address, data = pages(board)[which]
    page = coordinator.post(address, {**data, "new_organisation": "kent  council"})
    assert "One body of the register is named like “kent council”" in words(page)
    assert offered(page)[0] == "Kent County Council"
    assert "Metropolitan Police" in offered(page)
    assert page.context["form"]["new_organisation"].value() == "kent  council"
    assert 'name="looked_for" value="kent council"' in page.content.decode()
    kent = Organisation.objects.get(name="Kent County Council").pk
    chosen = {**data, "new_organisation": "kent  council", "looked_for": "kent council", "organisation": kent}
    assert coordinator.post(address, chosen).status_code == 302
    assert named() == ["Kent County Council"]
    assert not Organisation.objects.filter(name="kent council").exists()


@pytest.mark.parametrize("which", [0, 1])
def test_who_saves_again_means_a_new_body_and_others_own_bodies_are_never_found(board: Board, coordinator: Client, which: int) -> None:
    address, data = pages(board)[which]
    assert "2 bodies of the register are named like" in words(coordinator.post(address, {**data, "new_organisation": "Kent"}))
    assert "More than 19 bodies of the register" in words(coordinator.post(address, {**data, "new_organisation": "Distant"}))
    assert coordinator.post(address, {**data, "new_organisation": "Kent", "looked_for": "Kent"}).status_code == 302
    assert named() == ["Kent"]


def test_a_warning_in_between_does_not_look_for_the_body_again(board: Board, coordinator: Client) -> None:
    address, data = pages(board)[0]
    page = coordinator.post(address, {**data, "new_organisation": "Kent", "looked_for": "Kent", "cautions_seen": ""})
    assert [caution.code for caution in page.context["form"].cautions] == ["takes-no-part"]
    assert 'name="looked_for" value="Kent"' in page.content.decode()


@pytest.mark.parametrize("which", [0, 1])
def test_body_chosen_beside_another_name_is_still_questioned(board: Board, coordinator: Client, which: int) -> None:
    address, data = pages(board)[which]
    kent = Organisation.objects.get(name="Kent County Council").pk
    page = coordinator.post(address, {**data, "new_organisation": "Elsewhere", "looked_for": "Kent", "organisation": kent})
    assert "or type a name, not both" in words(page)
    assert "Kent County Council" in offered(page)


def test_row_that_is_put_right_may_name_any_body_of_the_register(board: Board, cast: Cast, coordinator: Client) -> None:
    holder = DutyHolder.objects.get()
    address = f"/p/anyborough/who/bodies/{holder.pk}/"
    assert "Distant body 7" not in offered(coordinator.get(address))
    data = {"capacity": holder.capacity_id, "area": holder.area_id, "senior_lead": holder.senior_lead, "seen_version": holder.version}
    assert "No body of this name is in the register." in words(coordinator.post(address, {**data, "new_organisation": "Nowhere"}))
    assert "Choose an organisation, or type its name" in words(coordinator.post(address, data))
    assert coordinator.post(address, {**data, "new_organisation": "distant body 7"}).status_code == 302
    holder.refresh_from_db()
    assert str(holder.organisation) == "Distant body 7"
