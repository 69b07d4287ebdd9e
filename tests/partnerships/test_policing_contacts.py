"""What the local policing body did, beside what it asked."""

import pytest
from django.test import Client
from django.urls import reverse

from partnerships.models import Organisation, PolicingBodyContact, PolicingBodyRequest
from partnerships.models.person import Role
from tests.cast import Cast, day, make_cast, make_holder


def at(route: str, *args: int) -> str:
    return reverse(route, args=["anyborough", *args])


def signed_in(user: object) -> Client:
    client = Client()
    client.force_login(user)  # type: ignore[arg-type]  # any of the cast
    return client


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()


@pytest.fixture
def commissioner(cast: Cast) -> Organisation:
    body = make_holder(cast.ours, cast.area, "policing-body", name="Commissioner").organisation
    body.kind = "policing-body"
    body.save()
    return body


def test_overseer_records_a_visit_and_a_coordinator_alone_its_answer(cast: Cast, commissioner: Organisation) -> None:
    overseer, coordinator = signed_in(cast.people[Role.OVERSEER]), signed_in(cast.coordinator)
    told = {"kind": "visit", "by": commissioner.pk, "held_on": "5 5 2024", "findings": "No data on schools.\nNo lead named."}
    assert overseer.post(at("policingbodycontact_add"), told).status_code == 302
    visit = PolicingBodyContact.objects.get()
    answer = {"seen_version": visit.version, "answered_on": "6 6 2024", "answer": "Both put right."}
    assert overseer.post(at("policingbodycontact_answer", visit.pk), answer).status_code == 403
    assert ">Waiting<" in coordinator.get(at("policingbody")).content.decode()
    assert coordinator.post(at("policingbodycontact_answer", visit.pk), answer).status_code == 302
    assert "Answered 6 June 2024" in coordinator.get(at("policingbody")).content.decode()


def test_page_tells_requests_and_visits_in_the_order_of_their_days(cast: Cast, commissioner: Organisation) -> None:
    ours = {"partnership": cast.ours}
    asked = {"asked_by": commissioner, "asked_of": make_holder(cast.ours, cast.area).organisation}
    for when in ("2024-05-05", "2024-01"):
        PolicingBodyContact.objects.create(**ours, kind="visit", by=commissioner, held_on=day(when))
    PolicingBodyRequest.objects.create(**ours, **asked, kind="information", asked_on=day("2024-02-05"), about="Figures")
    PolicingBodyRequest.objects.create(**ours, **asked, kind="information", asked_on=day("2024-06-01"), withdrawn_on="2024-06-02")
    lines = signed_in(cast.viewer).get(at("policingbody")).context["lines"]
    assert [str(line.on) for line in lines] == ["5 May 2024", "5 February 2024", "January 2024", "1 June 2024"]
    assert [line.waits for line in lines] == [False, True, False, False]


def test_answer_before_the_visit_is_refused(cast: Cast, commissioner: Organisation) -> None:
    visit = PolicingBodyContact.objects.create(partnership=cast.ours, kind="visit", by=commissioner, held_on=day("2024-05-05"))
    told = {"seen_version": visit.version, "answered_on": "4 5 2024", "answer": "Done."}
    page = signed_in(cast.coordinator).post(at("policingbodycontact_answer", visit.pk), told)
    assert "cannot have been answered on 4 May 2024" in page.content.decode()
