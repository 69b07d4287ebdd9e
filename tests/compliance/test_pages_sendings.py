"""Recording that a version was sent: true events are never refused, and whoever records one is told what it did."""

import pytest
from django.conf import settings
from django.test import Client

from compliance.models import Submission
from partnerships.models import AuditEntry, Organisation, StoredFile
from partnerships.models.person import Role
from strategies.models import Version
from tests.cast import Cast, make_holder, make_person, make_version
from tests.compliance.pages import at, banner, last_event, make_sending, published, signed_in, text_of, upload


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


@pytest.fixture(autouse=True)
def _four_days_late(time_machine):
    time_machine.move_to("2024-02-10 09:00")


@pytest.fixture
def version(cast: Cast) -> Version:
    return published(cast)


def sending(version: Version, **changes: object) -> dict[str, object]:
    council = version.strategy.partnership.duty_holders.get(capacity__code="local-authority").organisation
    return {"recipient": "home-office", "sender": council.pk, "sent_on": "6 2 2024", "sent_to": "", "note": "", **changes}


@pytest.mark.parametrize(
    ("sent_on", "said"),
    [
        ("6 2 2024", "is now met."),
        ("8 2 2024", "is now met late, by 2 days."),
        ("February 2024", "cannot be told: a fact is missing."),
    ],
)
def test_banner_says_what_the_sending_did_to_the_duty(cast, coordinator, version, sent_on, said):
    response = coordinator.post(at("submission_add", version.pk), sending(version, sent_on=sent_on))
    assert response.url == at("version", version.pk)
    expected = f"Recorded the sending. “Sent to the Home Office” (Serious Violence Strategy, version 1) {said}"
    assert banner(coordinator, response.url) == expected
    assert last_event().event == "submission.added"


@pytest.mark.parametrize(
    ("changes", "warning"),
    [
        ({"sent_on": "30 1 2024"}, "The sending on 30 January 2024 (Tuesday) was before publication and does not count."),
        ({"recipient": "policing-body"}, "The sending on 6 February 2024 (Tuesday) to another body does not count."),
        ({"sender": "vru"}, "not a specified authority for the area, does not count."),
    ],
)
def test_a_sending_that_does_not_count_is_recorded_with_a_warning(cast, coordinator, version, changes, warning):
    if "sender" in changes:
        changes = {"sender": Organisation.objects.create(name="The unit", kind="vru").pk}
    response = coordinator.post(at("submission_add", version.pk), sending(version, **changes))
    said = banner(coordinator, response.url)
    assert warning in said
    assert "It is recorded all the same." in said
    assert Submission.objects.count() == 1
    assert "is now" not in said


def test_a_sending_of_an_unpublished_version_is_recorded_with_a_warning(cast, coordinator):
    make_holder(cast.ours, cast.area)
    version = make_version(cast.ours, cast.area)
    response = coordinator.post(at("submission_add", version.pk), sending(version))
    assert "This version is not recorded as published" in banner(coordinator, response.url)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"sent_on": "11 2 2024"}, "11 February 2024 is still to come. Record it on the day it happens"),
        ({"sent_on": ""}, "Enter “Sent on”"),
        ({"sent_on": "soon"}, "“soon” is not a date we can read."),
        ({"sender": ""}, "Choose “Sent by”"),
        ({"sender": 999999}, "Choose “Sent by” from the list"),
        ({"recipient": "the-king"}, "Choose “Sent to” from the list"),
        ({"sent_to": "x" * 301}, "at most 300 characters"),
    ],
)
def test_a_bad_sending_gets_a_sentence_and_loses_nothing(cast, coordinator, version, changes, sentence):
    response = coordinator.post(at("submission_add", version.pk), sending(version, note="Kept words", **changes))
    assert sentence in text_of(response)
    assert "Kept words" in text_of(response)
    assert (Submission.objects.count(), AuditEntry.objects.count()) == (0, 0)


def test_body_of_another_partnership_cannot_be_the_sender(cast, coordinator, version):
    theirs = make_holder(cast.theirs, cast.their_area, name="Otherton council").organisation
    response = coordinator.post(at("submission_add", version.pk), sending(version, sender=theirs.pk))
    assert "from the list" in text_of(response)
    assert "Otherton council" not in text_of(response)


def test_specified_authorities_stand_first_among_the_senders(cast, coordinator, version):
    Organisation.objects.create(partnership=cast.ours, name="A charity", kind="other")
    form = coordinator.get(at("submission_add", version.pk)).context["form"]
    names = [str(label) for _, label in form.fields["sender"].choices]
    council = version.strategy.partnership.duty_holders.get().organisation.name
    assert names == ["Choose", council, "A charity"]
    assert council > "A charity"
    assert form["sent_to"].value() == settings.HOME_OFFICE_ADDRESS


def test_proof_is_kept_and_may_be_downloaded_from_the_version(cast, coordinator, version):
    for _ in range(2):
        coordinator.post(at("submission_add", version.pk), sending(version, upload=upload("receipt.txt")))
    kept = Submission.objects.get()
    assert StoredFile.objects.count() == 1
    assert kept.proof is not None
    page = coordinator.get(at("version", version.pk))
    assert at("file", kept.proof.pk) in page.content.decode()


def test_stale_form_shows_both_texts(cast, coordinator, version):
    kept = make_sending(version)
    address = at("submission_change", kept.pk)
    signed_in(make_person("colleague@anyborough.example", Role.COORDINATOR, cast.ours)).post(
        address, sending(version, note="Theirs", seen_version=1)
    )
    response = coordinator.post(address, sending(version, note="Mine", seen_version=1))
    assert response.status_code == 409
    assert "They saved Theirs You wrote Mine" in text_of(response)


def test_a_withdrawn_sending_stays_on_the_page_and_no_longer_counts(cast, coordinator, version):
    kept = make_sending(version)
    response = coordinator.post(at("submission_withdraw", kept.pk), {"reason": "Never sent", "seen_version": 1})
    assert banner(coordinator, response.url).endswith("“Sent to the Home Office” (Serious Violence Strategy, version 1) is now overdue.")
    assert "Withdrawn Never sent" in text_of(coordinator.get(at("version", version.pk)))


@pytest.mark.parametrize("route", ["submission_add", "submission_change", "submission_withdraw"])
def test_viewer_contributor_stranger_and_neighbour_come_no_further(cast, coordinator, version, route):
    their_version = make_version(cast.theirs, cast.their_area, title="Otherton secret")
    ours, theirs = (
        (version.pk, their_version.pk) if route == "submission_add" else (make_sending(version).pk, make_sending(their_version).pk)
    )
    assert coordinator.get(at(route, ours)).status_code == 200
    for client, address, expected in (
        (signed_in(cast.viewer), at(route, ours), 403),
        (signed_in(cast.people["contributor"]), at(route, ours), 403),
        (signed_in(cast.stranger), at(route, ours), 404),
        (coordinator, at(route, theirs), 404),
    ):
        assert client.get(address).status_code == expected
        response = client.post(address, {**sending(version), "reason": "x", "seen_version": 1})
        assert response.status_code == expected
        assert "Otherton secret" not in response.content.decode()
    assert signed_in(cast.stranger).get(at(route, theirs, slug="otherton")).status_code == 200
    assert AuditEntry.objects.count() == 0


def test_viewer_sees_the_sendings_of_a_version_without_the_means_to_change_them(cast, version):
    kept = make_sending(version)
    page = signed_in(cast.viewer).get(at("version", version.pk))
    assert "Sent to the Home Office and others" in text_of(page)
    assert "6 February 2024" in text_of(page)
    assert at("submission_change", kept.pk) not in page.content.decode()
    assert at("submission_add", version.pk) not in page.content.decode()
