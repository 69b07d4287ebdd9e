"""The overview: are we all right, what is next, who must act."""

from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from partnerships.audit.record import record
from partnerships.models import Board, Meeting, Organisation, PartnershipArea, PolicingBodyRequest, RoleGrant, SharingAgreement, User
from svduty import clock
from svduty.vague_dates import VagueDate
from tests.cast import BEGAN, Cast
from tests.compliance.pages import at, make_sending, published, signed_in, text_of

# Session, person and roles: what every signed-in page asks.
SIGN_IN = 3


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def overview_of(client: Client, **query: str) -> str:
    return text_of(client.get(at("overview", **query)))


def test_overview_says_what_is_overdue_who_acts_and_offers_the_step(cast, coordinator, time_machine):
    time_machine.move_to("2024-02-08 09:00")
    version = published(cast)
    response = coordinator.get(at("overview"))
    page = text_of(response)
    assert "the strategy was not sent to the Home Office by 6 February 2024" in page
    assert "Overdue by 2 days Send the strategy to the Home Office Serious Violence Strategy, version 1 For: Coordinator" in page
    assert at("submission_add", version.pk) in response.content.decode()
    assert "Make a report" in page


def test_viewer_sees_who_can_act_and_no_button(cast, time_machine):
    time_machine.move_to("2024-02-08 09:00")
    version = published(cast)
    response = signed_in(cast.viewer).get(at("overview"))
    assert "Send the strategy to the Home Office Serious Violence Strategy, version 1 For: Coordinator" in text_of(response)
    assert at("submission_add", version.pk) not in response.content.decode()
    assert at("report_make") not in response.content.decode()


def test_every_count_leads_to_as_many_duties(cast, coordinator, time_machine):
    time_machine.move_to("2024-02-08 09:00")
    published(cast)
    counts = coordinator.get(at("overview", as_at="5 2 2024")).context["counts"]
    assert len(counts) > 2
    for count in counts:
        families = coordinator.get(count["url"]).context["families"]
        assert sum(len(rows) for _, rows in families) == count["number"]


def test_no_more_than_seven_lines_and_a_way_to_all(cast, coordinator):
    response = coordinator.get(at("overview"))
    shown = len(response.context["todo"])
    if response.context["all"]:
        assert shown == 7
    everything = coordinator.get(at("overview", show="all"))
    assert everything.context["all"] == 0
    assert len(everything.context["todo"]) == (response.context["all"] or shown)


def test_more_than_seven_lines_are_cut_and_counted(cast, coordinator, monkeypatch):
    monkeypatch.setattr("compliance.views.overview.AT_MOST", 2)
    response = coordinator.get(at("overview"))
    assert len(response.context["todo"]) == 2
    assert f"Show all {response.context['all']}" in text_of(response)
    assert response.context["all"] > 2


@pytest.mark.parametrize("typed", ["8 2 2024", "2024-02-08", "8 February 2024"])
def test_another_day_is_read_as_a_person_types_it_and_said_plainly(cast, coordinator, typed):
    published(cast)
    response = coordinator.get(at("overview", as_at=typed))
    page = text_of(response)
    assert "This is the position as at 8 February 2024 (Thursday), computed from today's records." in page
    assert "duties that apply on 8 February 2024" in page
    assert "Overdue by 2 days" in page
    assert f"{at('duty', 'SVD-PUB-03')}?as_at=2024-02-08" in response.content.decode()


@pytest.mark.parametrize("typed", ["nonsense", "June 2024", "31 2 2024", "9" * 500, "<script>alert(1)</script>", "\x00", "1 1 1066"])
@pytest.mark.parametrize("route", ["overview", "duties"])
def test_a_day_that_cannot_be_read_shows_a_sentence_and_the_usual_day(cast, coordinator, route, typed, time_machine):
    time_machine.move_to("2024-02-08 09:00")
    response = coordinator.get(at(route, as_at=typed))
    assert response.status_code == 200
    assert "Enter a day in full, for example 20 2 2024. What you see is as at 8 February 2024." in text_of(response)
    assert b"<script>alert" not in response.content


def test_a_day_to_come_is_called_so(cast, coordinator):
    assert "That day is still to come" in overview_of(coordinator, as_at="1 1 2090")


def test_a_partnership_whose_records_ended_opens_as_at_their_last_day(cast, coordinator):
    cast.ours.records_to = BEGAN.replace(year=2024)
    cast.ours.save()
    response = coordinator.get(at("overview"))
    assert response.context["as_at"].on == cast.ours.records_to
    assert "duties that apply on 31 January 2024" in text_of(response)


def test_stranger_and_administrator_are_told_that_nothing_is_there(cast):
    for person in (cast.stranger, cast.people["administrator"]):
        assert signed_in(person).get(at("overview")).status_code == 404


def test_nothing_of_another_partnership_is_shown(cast, coordinator):
    record("partnership.changed", actor=cast.stranger, partnership=cast.theirs, target=cast.theirs, comment="Otherton canary")
    assert "Otherton" not in overview_of(coordinator)


@pytest.mark.parametrize(("route", "warm", "cold"), [("overview", 4, 48), ("duties", 1, 45), ("duty", 4, 48)])
def test_asks_the_database_the_same_number_of_times_for_one_row_and_for_ten(
    cast: Cast, coordinator: Client, route: str, warm: int, cold: int, django_assert_num_queries: Callable
):
    args = ["SVD-PUB-03"] if route == "duty" else []

    def ask() -> None:
        cache.clear()
        with django_assert_num_queries(SIGN_IN + cold):
            assert coordinator.get(at(route, *args)).status_code == 200
        with django_assert_num_queries(SIGN_IN + warm):
            assert coordinator.get(at(route, *args)).status_code == 200

    add_a_row(cast, 0)
    ask()
    for number in range(1, 10):
        add_a_row(cast, number)
    ask()


def add_a_row(cast: Cast, number: int) -> None:
    """An area, a published and sent version, a board that met, an agreement, and an entry in the history."""
    make_sending(published(cast, title=f"Strategy {number}"))
    area = type(cast.area).objects.create(name=f"Area {number}", kind=cast.area.kind)
    link = PartnershipArea.objects.create(partnership=cast.ours, area=area, starts=VagueDate.of(BEGAN))
    board = Board.objects.create(partnership=cast.ours, name=f"Board {number}", leads=True)
    Meeting.objects.create(board=board, day=BEGAN.replace(year=2024), state="held")
    SharingAgreement.objects.create(partnership=cast.ours, title=f"Agreement {number}")
    record("partnershiparea.added", actor=cast.coordinator, partnership=cast.ours, target=link)


def test_a_contributor_is_offered_the_answer_of_their_own_body_only(cast: Cast):
    today = VagueDate.of(clock.today())
    grant = cast.people["contributor"].grants.get(partnership=cast.ours)
    own, other = (Organisation.objects.create(partnership=cast.ours, name=name, kind="council") for name in ("Own", "Other"))
    RoleGrant.objects.filter(pk=grant.pk).update(body=own)
    asked = [
        PolicingBodyRequest.objects.create(
            partnership=cast.ours,
            kind="information",
            asked_by=other,
            asked_of=body,
            asked_on=today,
            about="Figures",
            answer_by=clock.today(),
        )
        for body in (own, other)
    ]
    addresses = [reverse("policingbodyrequest_answer", args=[cast.ours.slug, request.pk]) for request in asked]

    def offered(person: User) -> list[bool]:
        pages = [at("duty", "SVD-LPB-01") + f"?subject=policingbodyrequest:{request.pk}" for request in asked]
        client = signed_in(person)
        return [address in client.get(page).content.decode() for address, page in zip(addresses, pages, strict=True)]

    assert offered(cast.people["contributor"]) == [True, False]
    assert offered(cast.coordinator) == [True, True]
