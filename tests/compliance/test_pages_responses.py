"""Responses: what a partnership says beside an answer it sees differently."""

import pytest
from django.test import Client

from compliance.models import Response
from partnerships.models.person import Role
from tests.cast import Cast, make_person
from tests.compliance.pages import at, banner, comes_no_further, last_event, make_response, signed_in, text_of

ANSWER = {"text": "It went by post.", "dated": "1 2 2024", "by": "Head of Safety"}
ADD = ("response_add", "SVD-PUB-03")


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def test_a_response_stands_beside_the_answer_and_changes_nothing(cast, coordinator):
    before = coordinator.get(at("duty", "SVD-PUB-03")).context["finding"]
    response = coordinator.post(at("response_add", "SVD-PUB-03"), ANSWER)
    assert banner(coordinator, response.url) == "Added the response."
    page = coordinator.get(at("duty", "SVD-PUB-03"))
    assert "It went by post. Head of Safety, 1 February 2024." in text_of(page)
    assert page.context["finding"] == before
    assert last_event().event == "response.added"


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"text": ""}, "Enter “Our response”"),
        ({"text": "x" * 5001}, "at most 5000 characters"),
        ({"dated": "February 2024"}, "Enter the exact day"),
        ({"dated": "1 1 2090"}, "is still to come"),
    ],
)
def test_bad_response_gets_a_sentence_and_loses_nothing(cast, coordinator, changes, sentence):
    response = coordinator.post(at("response_add", "SVD-PUB-03"), {**ANSWER, "by": "Kept post", **changes})
    assert sentence in text_of(response)
    assert "Kept post" in response.content.decode()
    assert Response.objects.count() == 0


def test_a_response_is_changed_and_withdrawn(cast, coordinator):
    said = make_response(cast.ours)
    coordinator.post(at("response_change", said.pk), {**ANSWER, "text": "It went by e-mail.", "seen_version": 1})
    coordinator.post(at("response_withdraw", said.pk), {"reason": "Settled", "seen_version": 2})
    said.refresh_from_db()
    assert (said.text, said.withdrawn_reason) == ("It went by e-mail.", "Settled")
    assert "It went by e-mail. Withdrawn Settled" in text_of(coordinator.get(at("duty", "SVD-PUB-03")))


def test_the_button_pressed_twice_adds_once(cast, coordinator):
    for _ in range(2):
        assert coordinator.post(at(*ADD), ANSWER).status_code == 302
    assert cast.ours.responses.count() == 1


def test_stale_form_shows_both_texts(cast, coordinator):
    address = at("response_change", make_response(cast.ours).pk)
    signed_in(make_person("colleague@anyborough.example", Role.COORDINATOR, cast.ours)).post(
        address, {**ANSWER, "text": "Theirs", "seen_version": 1}
    )
    response = coordinator.post(address, {**ANSWER, "text": "Mine", "seen_version": 1})
    assert response.status_code == 409
    assert "They saved Theirs You wrote Mine" in text_of(response)


@pytest.mark.parametrize("route", ["response_change", "response_withdraw"])
def test_viewer_stranger_and_neighbour_come_no_further(cast, route):
    comes_no_further(cast, route, make_response(cast.ours).pk, make_response(cast.theirs).pk)


def test_only_the_coordinator_responds_and_only_to_a_duty_that_exists(cast, coordinator):
    assert coordinator.post(at("response_add", "SVD-PUB-99"), ANSWER).status_code == 404
    for person, expected in ((cast.people["contributor"], 403), (cast.viewer, 403), (cast.stranger, 404)):
        assert signed_in(person).post(at(*ADD), ANSWER).status_code == expected
    assert Response.objects.count() == 0
