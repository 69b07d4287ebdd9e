"""What a body and a person hold, and how each kind passes to another."""

import datetime
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from pytest_django import DjangoAssertNumQueries

from partnerships.actions.pass_on import pass_on
from partnerships.holdings import HOLDINGS, Of, Passing, held_by
from partnerships.models import (
    AuditEntry,
    Board,
    CollaborationRequest,
    DutyHolder,
    Invitation,
    LeadAgreement,
    Meeting,
    MeetingAction,
    Organisation,
    PolicingBodyRequest,
    RoleGrant,
    Seat,
    SharingAgreement,
)
from partnerships.models.person import Role
from tests.cast import BEGAN, Cast, day, make_holder

VESTING = datetime.date(2027, 4, 1)
EVE = day("2027-03-31")


@pytest.fixture
def old(cast: Cast) -> Organisation:
    return make_holder(cast.ours, cast.area, "health", "Old care board").organisation


@pytest.fixture
def new(cast: Cast) -> Organisation:
    return Organisation.objects.create(name="New care board", kind="health")


@pytest.fixture
def board(cast: Cast) -> Board:
    return Board.objects.create(partnership=cast.ours, name="Board")


@pytest.fixture
def rows(cast: Cast, old: Organisation, board: Board) -> dict[str, models.Model]:
    """One of each kind that the old body holds."""
    ours: dict[str, Any] = {"partnership": cast.ours}
    asked = {**ours, "asked_by": old, "asked_of": old, "asked_on": day("2026-01"), "about": "Admissions"}
    seat = Seat.objects.create(board=board, post="Chief nurse", organisation=old, starts=day("2024-01"), deputy="Deputy nurse")
    agreement = SharingAgreement.objects.create(**ours, title="Sharing")
    agreement.parties.add(old)
    meeting = Meeting.objects.create(board=board, day=BEGAN)
    grant = RoleGrant.objects.get(user=cast.people[Role.CONTRIBUTOR])
    grant.body = old
    grant.save()
    grant.seats.add(seat)
    return {
        "dutyholder": DutyHolder.objects.get(organisation=old),
        "leadagreement": LeadAgreement.objects.create(**ours, organisation=old, agreed_on=day("2024-02")),
        "seat": seat,
        "sharingagreement": agreement,
        "meetingaction": MeetingAction.objects.create(meeting=meeting, what="Count admissions", organisation=old),
        "policingbodyrequest": PolicingBodyRequest.objects.create(**asked, kind="information"),
        "collaborationrequest": CollaborationRequest.objects.create(
            **asked, asked_by_as="specified", asked_of_as="specified", purpose="other"
        ),
        "rolegrant": grant,
        "invitation": Invitation.objects.create(
            **ours, address="a@anyborough.example", name="A", role=Role.CONTRIBUTOR, body=old, invited_on=BEGAN
        ),
    }


def held_kinds(holder: Organisation, cast: Cast, on: datetime.date = BEGAN) -> dict[str, list[models.Model]]:
    return {held.holding.kind.partition(".")[0]: held.records for held in held_by(holder, cast.ours, on)}


def test_every_kind_of_holding_of_a_body_is_found(cast: Cast, old: Organisation, rows: dict[str, models.Model]) -> None:
    ours = {model._meta.model_name for model in apps.get_app_config("partnerships").get_models()}
    assert {kind.partition(".")[0] for of, kind in HOLDINGS if of == Of.BODY} & ours == set(rows)
    assert held_kinds(old, cast) == {kind: [row] for kind, row in rows.items()}


def test_what_has_ended_is_done_or_withdrawn_is_not_held(cast: Cast, old: Organisation, rows: dict[str, Any]) -> None:
    for kind in ("dutyholder", "leadagreement", "seat", "sharingagreement"):
        type(rows[kind]).objects.filter(pk=rows[kind].pk).update(ends=day("2026-01"))
    MeetingAction.objects.update(done_on=day("2026-01"))
    PolicingBodyRequest.objects.update(answered_on=day("2026-01"))
    CollaborationRequest.objects.update(withdrawn_on=BEGAN)
    RoleGrant.objects.update(ended_on=BEGAN)
    Invitation.objects.update(withdrawn_on=BEGAN)
    assert held_kinds(old, cast, VESTING) == {}


def test_what_ends_only_later_is_still_held(cast: Cast, old: Organisation, rows: dict[str, Any]) -> None:
    DutyHolder.objects.update(ends=day("2027"))
    assert "dutyholder" in held_kinds(old, cast, datetime.date(2027, 12, 31))
    assert "dutyholder" not in held_kinds(old, cast, datetime.date(2028, 1, 1))


def test_neighbours_rows_are_not_among_them(cast: Cast, old: Organisation, rows: dict[str, models.Model]) -> None:
    make_holder(cast.theirs, cast.their_area)
    assert held_by(old, cast.theirs, BEGAN) == []


@pytest.fixture
def passed(cast: Cast, old: Organisation, new: Organisation, rows: dict[str, models.Model]) -> list[list[str]]:
    passing = Passing(cast.ours, new, VESTING, cast.coordinator, "Merged")
    return pass_on(held_by(old, cast.ours, BEGAN), passing)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("dutyholder", {"senior_lead": "Director", "starts": day("2027-04-01")}),
        ("leadagreement", {"agreed_on": day("2027-04-01")}),
        ("seat", {"post": "Chief nurse", "deputy": "Deputy nurse", "starts": day("2027-04-01"), "kind": "voting"}),
    ],
)
def test_what_lasts_ends_the_day_before_and_begins_anew(
    cast: Cast, new: Organisation, rows: dict[str, Any], passed: list, kind: str, fields: dict[str, Any]
) -> None:
    row = rows[kind]
    row.refresh_from_db()
    assert (row.ends, row.version) == (EVE, 2)
    [follower] = type(row).objects.filter(organisation=new)
    assert {name: getattr(follower, name) for name in fields} == fields
    assert (follower.ends, follower.version) == (None, 1)
    assert held_kinds(new, cast)[kind] == [follower]


@pytest.mark.parametrize("kind", ["meetingaction", "policingbodyrequest", "collaborationrequest", "rolegrant", "invitation"])
def test_open_work_stays_the_same_record_and_changes_hands(
    cast: Cast, new: Organisation, rows: dict[str, Any], passed: list, kind: str
) -> None:
    assert held_kinds(new, cast)[kind] == [rows[kind]]
    entry = AuditEntry.objects.get(target_kind=kind, event=f"{kind}.changed", target_pk=rows[kind].pk, comment="Merged")
    assert ["Old care board", "New care board"] in entry.changes.values()


def test_whoever_has_the_seat_by_their_role_has_the_new_one_too(cast: Cast, new: Organisation, rows: dict[str, Any], passed: list) -> None:
    seats = rows["rolegrant"].seats.order_by("pk")
    assert [seat.organisation for seat in seats] == [rows["seat"].organisation, new]


def test_agreement_gains_the_new_party_and_keeps_the_old(
    cast: Cast, old: Organisation, new: Organisation, rows: dict, passed: list
) -> None:
    assert set(rows["sharingagreement"].parties.all()) == {old, new}


def test_each_thing_that_passed_is_told_in_a_line(rows: dict[str, models.Model], passed: list[list[str]]) -> None:
    assert len(passed) == len(rows)
    assert ["How it takes part", "New care board as Integrated care board or Local Health Board for Anyborough"] in passed


def test_what_begins_only_after_that_day_changes_hands_without_an_end(cast: Cast, old: Organisation, new: Organisation) -> None:
    holder = DutyHolder.objects.get(organisation=old)
    DutyHolder.objects.update(starts=day("2027-06-01"))
    pass_on(held_by(old, cast.ours, BEGAN), Passing(cast.ours, new, VESTING, cast.coordinator, "Merged"))
    holder.refresh_from_db()
    assert (holder.organisation, holder.ends) == (new, None)
    assert DutyHolder.objects.count() == 1


def test_what_the_taker_has_already_is_not_made_twice(cast: Cast, old: Organisation, new: Organisation) -> None:
    theirs = make_holder(cast.ours, cast.area, "health", "Another care board")
    DutyHolder.objects.filter(pk=theirs.pk).update(organisation=new)
    pass_on(held_by(old, cast.ours, BEGAN), Passing(cast.ours, new, VESTING, cast.coordinator, "Merged"))
    assert DutyHolder.objects.filter(organisation=new).count() == 1
    assert DutyHolder.objects.get(organisation=old).ends == EVE


def test_number_of_queries_does_not_grow_with_what_is_held(
    cast: Cast, old: Organisation, rows: dict[str, Any], board: Board, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        Seat.objects.create(board=board, post=f"Nurse {number}", organisation=old)
        MeetingAction.objects.create(meeting=Meeting.objects.get(), what=f"Count {number}", organisation=old)
    kinds = sum(of == Of.BODY for of, _ in HOLDINGS)
    with django_assert_num_queries(kinds):
        [held.labels for held in held_by(old, cast.ours, BEGAN)]
