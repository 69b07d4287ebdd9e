import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.models import (
    Board,
    LeadAgreement,
    LocalGovernmentArea,
    Meeting,
    MeetingAction,
    Organisation,
    Partnership,
    PartnershipArea,
    PolicingBodyRequest,
    Seat,
)
from partnerships.models.area import AreaKind
from partnerships.models.person import Role
from tests.cast import Cast, day, make_holder
from tests.partnerships.conftest import words


@pytest.fixture
def body(cast: Cast) -> Organisation:
    """A fire authority of the shared register, with a part in both partnerships."""
    shared = Organisation.objects.create(name="County Fire Authority", kind="fire")
    for partnership, area, lead in ((cast.ours, cast.area, "Area Commander"), (cast.theirs, cast.their_area, "Otherton Commander")):
        give_it_a_part(shared, partnership, area, lead)
    return shared


def give_it_a_part(body: Organisation, partnership: Partnership, area: LocalGovernmentArea, lead: str) -> None:
    holder = make_holder(partnership, area, "fire", f"placeholder {partnership.pk}")
    holder.organisation, holder.senior_lead, holder.deputy = body, lead, f"Deputy {lead}"
    holder.save()
    board = Board.objects.create(partnership=partnership, name=f"Board of {partnership.slug}")
    Seat.objects.create(board=board, post=f"Seat {lead}", organisation=body)
    meeting = Meeting.objects.create(board=board, day=datetime.date(2026, 5, 1), state="held")
    MeetingAction.objects.create(meeting=meeting, what=f"Open task {lead}", organisation=body)
    MeetingAction.objects.create(meeting=meeting, what=f"Finished task {lead}", organisation=body, done_on=day("2026-06-01"))
    MeetingAction.objects.create(meeting=meeting, what=f"Mistaken task {lead}", organisation=body, withdrawn_on="2026-06-01")
    asked = {"partnership": partnership, "kind": "information", "asked_by": body, "asked_of": body, "asked_on": day("2026-02-01")}
    PolicingBodyRequest.objects.create(about=f"Open question {lead}", **asked)
    PolicingBodyRequest.objects.create(about=f"Answered question {lead}", answered_on=day("2026-03-01"), **asked)
    LeadAgreement.objects.create(partnership=partnership, organisation=body, agreed_on=day("2024-01-01"))


def page_of(client: Client, body: Organisation) -> str:
    return words(client.get(reverse("body", args=[body.pk])))


def test_person_sees_the_body_in_their_own_partnership_and_nothing_of_the_neighbour(cast: Cast, viewer: Client, body: Organisation) -> None:
    page = page_of(viewer, body)
    for shown in ("Area Commander", "Deputy Area Commander", "Seat Area Commander", "Open task Area", "Open question Area", "It leads"):
        assert shown in page
    for hidden in ("Finished task", "Mistaken task", "Answered question", "Otherton"):
        assert hidden not in page


def test_person_with_roles_in_both_sees_both(cast: Cast, as_person: Any, body: Organisation) -> None:
    cast.stranger.grants.create(role=Role.VIEWER, partnership=cast.ours, starts="2024-01-01")
    page = page_of(as_person(cast.stranger), body)
    assert "Open task Area Commander" in page
    assert "Open task Otherton Commander" in page
    assert "in 2 partnerships" in page


def test_overseer_sees_all_partnerships_of_the_police_area_and_no_other(cast: Cast, as_person: Any, body: Organisation) -> None:
    overseer = as_person(cast.people[Role.OVERSEER])
    assert "Otherton" not in page_of(overseer, body)
    LocalGovernmentArea.objects.filter(pk=cast.their_area.pk).update(police_area=cast.area.police_area)
    assert "Open task Otherton Commander" in page_of(overseer, body)


def test_administrator_without_a_role_sees_the_name_and_no_content(cast: Cast, administrator: Client, body: Organisation) -> None:
    page = page_of(administrator, body)
    assert "County Fire Authority" in page
    assert "No part in your partnerships" in page
    assert "Commander" not in page


def test_body_that_a_partnership_entered_for_itself_has_no_such_page(cast: Cast, coordinator: Client) -> None:
    own = make_holder(cast.ours, cast.area, "fire").organisation
    assert coordinator.get(reverse("body", args=[own.pk])).status_code == 404


def test_who_links_to_the_page_of_a_shared_body_only(cast: Cast, viewer: Client, body: Organisation) -> None:
    own = make_holder(cast.ours, cast.area, "police").organisation
    page = words(viewer.get(reverse("who", args=["anyborough"])))
    assert reverse("body", args=[body.pk]) in page
    assert reverse("body", args=[own.pk]) not in page


def test_page_takes_the_same_number_of_queries_for_one_partnership_and_for_many(
    cast: Cast, as_person: Any, body: Organisation, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    overseer = as_person(cast.people[Role.OVERSEER])
    overseer.get(reverse("body", args=[body.pk]))
    with django_assert_num_queries(12):
        assert "Board of" in page_of(overseer, body)
    for number in range(8):
        partnership = Partnership.objects.create(slug=f"more-{number}", name=f"More {number}", records_from="2023-01-31")
        area = LocalGovernmentArea.objects.create(name=f"More {number}", kind=AreaKind.UNITARY, police_area=cast.area.police_area)
        PartnershipArea.objects.create(partnership=partnership, area=area, starts=day("2023-01-31"))
        give_it_a_part(body, partnership, area, f"Lead {number}")
    with django_assert_num_queries(12):
        assert "Open task Lead 7" in page_of(overseer, body)
