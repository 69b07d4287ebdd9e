"""Evidence: what is kept, who may, what is refused and that nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client

from compliance.models import Evidence
from partnerships.models import AuditEntry, StoredFile
from partnerships.models.person import Role
from tests.cast import Cast, day, make_person
from tests.compliance.pages import at, banner, comes_no_further, last_event, make_evidence, signed_in, text_of, upload

GOOD = {"title": "Minutes of the board", "dated": "16 1 2024", "link": "https://www.example.gov.uk/minutes", "note": "Item 4"}
ADD = ("evidence_add", "SVD-PUB-03")


def kept_bytes() -> list[Path]:
    return sorted(path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file())


@pytest.fixture
def coordinator(cast: Cast) -> Client:
    return signed_in(cast.coordinator)


def test_evidence_by_link_is_kept_with_its_own_date_and_the_day_it_was_added(cast, coordinator, time_machine):
    time_machine.move_to("2024-02-08 09:00")
    response = coordinator.post(at(*ADD), GOOD)
    assert response.status_code == 302
    kept = cast.ours.evidence.get()
    assert (kept.requirement, kept.title, kept.dated, str(kept.added_on)) == (
        "SVD-PUB-03",
        "Minutes of the board",
        day("2024-01-16"),
        "2024-02-08",
    )
    assert last_event().event == "evidence.added"
    assert banner(coordinator, response.url).startswith("Added the evidence.")
    page = text_of(coordinator.get(at("duty", "SVD-PUB-03")))
    assert "Dated 16 January 2024. Link. Added on 8 February 2024. Item 4" in page


def test_evidence_as_a_file_is_stored_and_may_be_downloaded(cast, coordinator):
    coordinator.post(at(*ADD), {**GOOD, "link": "", "upload": upload()})
    kept = cast.ours.evidence.get()
    assert kept.file is not None
    assert kept.file.name == "minutes.txt"
    download = coordinator.get(at("file", kept.file.pk))
    assert b"".join(download.streaming_content) == b"Minutes of the board.\n"
    assert [entry.event for entry in AuditEntry.objects.order_by("pk")] == ["storedfile.added", "evidence.added"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "Enter “What it is”"),
        ({"title": "x" * 201}, "“What it is” can have at most 200 characters; this has 201."),
        ({"dated": ""}, "Enter “Its own date”"),
        ({"dated": "32 1 2024"}, "January 2024 has 31 days. Check the day."),
        ({"dated": "1 1 2090"}, "1 January 2090 is still to come."),
        ({"link": ""}, "Choose a file, or enter a link below"),
        ({"link": "javascript:alert(1)"}, "Enter a full web address"),
    ],
)
def test_bad_evidence_gets_a_sentence_and_loses_nothing(cast, coordinator, changes, sentence):
    response = coordinator.post(at(*ADD), {**GOOD, "note": "Kept words", **changes})
    page = text_of(response)
    assert response.status_code == 200
    assert sentence in page
    assert "Kept words" in page
    assert (Evidence.objects.count(), AuditEntry.objects.count()) == (0, 0)


@pytest.mark.parametrize("name", ["page.html", "program.exe", "empty.pdf", "none"])
def test_a_file_that_may_not_be_kept_gets_a_sentence_and_leaves_nothing(cast, coordinator, name):
    content = b"" if name == "empty.pdf" else b"MZ\x90\x00<script>alert(1)</script>"
    response = coordinator.post(at(*ADD), {**GOOD, "upload": upload(name, content)})
    assert response.status_code == 200
    assert "There is a problem" in text_of(response)
    assert (Evidence.objects.count(), StoredFile.objects.count()) == (0, 0)


@pytest.mark.parametrize("extra", [{}, {"upload": b"Minutes of the board.\n"}])
def test_the_button_pressed_twice_adds_once(cast, coordinator, extra):
    for _ in range(2):
        files = {"upload": upload(content=extra["upload"])} if extra else {}
        assert coordinator.post(at(*ADD), {**GOOD, **files}).status_code == 302
    assert cast.ours.evidence.count() == 1
    assert StoredFile.objects.count() == len(extra)


def test_another_file_takes_the_place_of_the_first_which_stays_kept(cast, coordinator):
    coordinator.post(at(*ADD), {**GOOD, "upload": upload()})
    kept = cast.ours.evidence.get()
    coordinator.post(at("evidence_change", kept.pk), {**GOOD, "seen_version": 1, "upload": upload("new.txt", b"Other minutes.\n")})
    kept.refresh_from_db()
    assert (kept.file and kept.file.name, kept.version) == ("new.txt", 2)
    assert StoredFile.objects.count() == 2
    assert last_event().comment == "With the file new.txt."


def test_stale_form_shows_both_texts_and_keeps_no_file(cast, coordinator):
    kept = make_evidence(cast.ours)
    address = at("evidence_change", kept.pk)
    signed_in(make_person("colleague@anyborough.example", Role.COORDINATOR, cast.ours)).post(
        address, {**GOOD, "title": "Theirs", "seen_version": 1}
    )
    before = kept_bytes()
    response = coordinator.post(address, {**GOOD, "title": "Mine", "seen_version": 1, "upload": upload()})
    page = text_of(response)
    assert response.status_code == 409
    assert "They saved Theirs" in page
    assert "You wrote Mine" in page
    assert (StoredFile.objects.count(), kept_bytes()) == (0, before)
    kept.refresh_from_db()
    assert kept.title == "Theirs"


def test_withdrawn_evidence_stays_listed_with_the_reason_and_can_no_longer_be_changed(cast, coordinator):
    kept = make_evidence(cast.ours)
    coordinator.post(at("evidence_withdraw", kept.pk), {"reason": "Wrong paper", "seen_version": 1})
    assert last_event().event == "evidence.withdrawn"
    for address in (at("evidence"), at("duty", "SVD-PUB-03")):
        assert "Receipt Withdrawn Wrong paper" in text_of(coordinator.get(address))
    assert coordinator.get(at("evidence_change", kept.pk)).status_code == 404
    late = coordinator.post(at("evidence_change", kept.pk), {**GOOD, "seen_version": 2})
    assert "was withdrawn meanwhile" in text_of(late)
    assert "Minutes of the board" in late.content.decode()


def test_list_stands_in_the_catalogues_order_and_names_the_duties_without_any(cast, coordinator):
    make_evidence(cast.ours, "SVD-PUB-03", "Last")
    make_evidence(cast.ours, "SVD-PART-01", "First")
    response = coordinator.get(at("evidence"))
    assert [code for _, code, _ in response.context["groups"]] == ["SVD-PART-01", "SVD-PUB-03"]
    without = {requirement.code for requirement in response.context["without"]}
    assert "SVD-STR-01" in without
    assert not without & {"SVD-PART-01", "SVD-PUB-03"}  # They have some.
    assert not without & {"SVD-PUB-04", "SVD-PUB-05"}  # Welsh duties, of which nothing is asked here.
    assert "No evidence yet" in text_of(signed_in(cast.stranger).get(at("evidence", slug="otherton")))


def test_contributor_adds_changes_and_withdraws_evidence(cast):
    client = signed_in(cast.people["contributor"])
    client.post(at(*ADD), GOOD)
    kept = cast.ours.evidence.get()
    assert client.get(at("evidence_change", kept.pk)).status_code == 200
    assert client.get(at("evidence_withdraw", kept.pk)).status_code == 200


def test_hidden_fields_cannot_be_written_through_the_form(cast, coordinator):
    hidden = {"requirement": "SVD-DEF-01", "partnership": cast.theirs.pk, "added_on": "2001-01-01", "withdrawn_reason": "x", "file": 1}
    coordinator.post(at(*ADD), {**GOOD, **hidden})
    kept = Evidence.objects.get()
    assert (kept.title, kept.requirement, kept.partnership, kept.file) == (GOOD["title"], "SVD-PUB-03", cast.ours, None)
    assert kept.added_on.year > 2001


@pytest.mark.parametrize("route", ["evidence_change", "evidence_withdraw"])
def test_viewer_stranger_and_neighbour_come_no_further(cast, coordinator, route):
    comes_no_further(cast, route, make_evidence(cast.ours).pk, make_evidence(cast.theirs).pk)


def test_nothing_is_added_to_a_duty_that_does_not_exist(cast, coordinator):
    assert coordinator.post(at("evidence_add", "SVD-PUB-99"), GOOD).status_code == 404
    assert signed_in(cast.viewer).get(at(*ADD)).status_code == 403
    assert signed_in(cast.stranger).get(at(*ADD)).status_code == 404


def test_list_asks_the_database_the_same_number_of_times_for_one_row_and_for_ten(
    cast: Cast, coordinator: Client, django_assert_num_queries: Callable
):
    for rows in (1, 9):
        for number in range(rows):
            coordinator.post(at(*ADD), {**GOOD, "title": f"Paper {rows}-{number}", "upload": upload(content=b"%d\n" % number)})
        coordinator.get(at("evidence"))
        with django_assert_num_queries(7):
            coordinator.get(at("evidence"))
