"""Recording a version, and what then can no longer change."""

import hashlib

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction
from django.test import Client

from partnerships.models import AuditEntry, StoredFile
from strategies.actions.freeze_version import draft, seal_of
from strategies.models import Strategy, Version
from svduty.editing.records import FrozenRecord
from tests.cast import Cast
from tests.strategies.helpers import at, last_event, make_section, text_of

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"


def freeze_draft(client: Client, strategy: Strategy, **changes: str) -> object:
    data = {"dated": "16 1 2024", "note": "", "seen_draft": seal_of(draft(strategy)), **changes}
    return client.post(at("version_freeze", strategy.pk), data)


def pdf(name: str = "strategy.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, "application/pdf")


def test_working_draft_is_kept_as_the_next_version(coordinator: Client, strategy: Strategy) -> None:
    make_section(strategy, text="Two.", position=2, heading="Second")
    make_section(strategy, text="One.", position=1, heading="First")
    freeze_draft(coordinator, strategy, note="For the board")
    version = strategy.versions.get(number=2)
    assert [(section["heading"], section["text"]) for section in version.sections] == [("First", "One."), ("Second", "Two.")]
    assert [section["key"] for section in version.sections] == [str(section.pk) for section in strategy.sections.order_by("position")]
    assert (version.form, version.title, str(version.dated), version.note) == ("typed", strategy.title, "16 January 2024", "For the board")
    assert version.sha256 == seal_of(version.sections)
    assert (last_event().event, last_event().comment, last_event().changes["Seal (SHA-256)"][1]) == (
        "version.frozen",
        "For the board",
        version.sha256,
    )


def test_changing_the_draft_later_leaves_the_version_as_it_was(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    freeze_draft(coordinator, strategy)
    coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "Rewritten", "seen_version": 1})
    kept = strategy.versions.get(number=2).sections
    assert kept == [{"key": str(section.pk), "heading": "Purpose", "text": "Fewer people hurt."}]


def test_sections_without_a_text_are_named_before_they_are_kept(coordinator: Client, strategy: Strategy) -> None:
    make_section(strategy, text="Two.", position=1, heading="Written")
    make_section(strategy, text=" ", position=2, heading="Still empty")
    warned = text_of(freeze_draft(coordinator, strategy))
    assert "“Still empty” has no text yet." in warned
    assert "“Written”" not in warned
    assert "There is a problem" not in warned
    assert strategy.versions.count() == 1
    freeze_draft(coordinator, strategy, cautions_seen="empty-sections")
    assert strategy.versions.count() == 2


def test_recording_a_version_is_not_the_main_button_while_nothing_is_written(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy, text="")
    button = '<a href="{}" role="button" draggable="false" class="govuk-button{}"'
    where = at("version_freeze", strategy.pk)
    assert button.format(where, " govuk-button--secondary") in coordinator.get(at("strategy", strategy.pk)).content.decode()
    section.text = "Fewer people hurt."
    section.save()
    assert button.format(where, "") in coordinator.get(at("strategy", strategy.pk)).content.decode()


def test_draft_without_sections_cannot_be_kept(coordinator: Client, strategy: Strategy) -> None:
    response = coordinator.post(at("version_freeze", strategy.pk) + "?what=typed", {"dated": "16 1 2024", "note": "Kept words"})
    assert "The working draft has no sections, so there is nothing to keep." in text_of(response)
    assert "Kept words" in text_of(response)
    assert strategy.versions.count() == 1
    assert not AuditEntry.objects.exists()


def test_draft_that_changed_since_it_was_read_is_shown_again(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    seen = seal_of(draft(strategy))
    coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "Rewritten", "seen_version": 1})
    response = freeze_draft(coordinator, strategy, seen_draft=seen, note="Kept words")
    assert response.status_code == 409
    assert "Somebody changed the working draft after you opened this page." in text_of(response)
    assert "Kept words" in text_of(response)
    assert strategy.versions.count() == 1
    freeze_draft(coordinator, strategy, seen_draft=response.context["form"]["seen_draft"].value())
    assert strategy.versions.get(number=2).sections[0]["text"] == "Rewritten"


def test_version_sent_twice_is_kept_once(coordinator: Client, strategy: Strategy) -> None:
    make_section(strategy)
    freeze_draft(coordinator, strategy)
    freeze_draft(coordinator, strategy)
    assert strategy.versions.count() == 2
    assert AuditEntry.objects.filter(event="version.frozen").count() == 1


def test_uploaded_document_is_kept_with_its_own_seal(cast: Cast, coordinator: Client, strategy: Strategy) -> None:
    coordinator.post(at("version_freeze", strategy.pk) + "?what=document", {"dated": "January 2024", "document": pdf()})
    version = strategy.versions.get(number=2)
    assert (version.form, version.sections, version.document.name) == ("document", [], "strategy.pdf")
    assert version.sha256 == version.document.sha256 == hashlib.sha256(PDF).hexdigest()
    assert version.document.partnership == cast.ours
    page = text_of(coordinator.get(at("version", version.pk)))
    assert "strategy.pdf" in page


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        ({}, "Choose a file for “The document”: it cannot be left empty."),
        ({"document": pdf(content=b"")}, "is empty"),
        ({"document": pdf(content=b"<html>not a pdf</html>")}, "strategy.pdf is not a PDF"),
        ({"document": pdf("macro.docm")}, "macro.docm can contain macros"),
    ],
)
def test_document_that_cannot_be_kept_is_refused_with_a_sentence(
    coordinator: Client, strategy: Strategy, upload: dict, sentence: str
) -> None:
    data = {"dated": "16 1 2024", "note": "Kept words", **upload}
    page = text_of(coordinator.post(at("version_freeze", strategy.pk) + "?what=document", data))
    assert sentence in page
    assert "Kept words" in page
    assert strategy.versions.count() == 1
    assert not StoredFile.objects.exists()
    assert not AuditEntry.objects.exists()


def test_page_that_comes_back_asks_for_the_document_again(coordinator: Client, strategy: Strategy) -> None:
    response = coordinator.post(at("version_freeze", strategy.pk) + "?what=document", {"dated": "someday", "document": pdf()})
    assert "The file was not kept, because the form was not saved yet. Choose it again." in text_of(response)
    assert not StoredFile.objects.exists()


def test_link_is_kept(coordinator: Client, strategy: Strategy) -> None:
    coordinator.post(at("version_freeze", strategy.pk) + "?what=link", {"dated": "2024", "link": "www.example.gov.uk/s.pdf"})
    version = strategy.versions.get(number=2)
    assert (version.form, version.link) == ("link", "https://www.example.gov.uk/s.pdf")
    assert version.sha256 == hashlib.sha256(version.link.encode()).hexdigest()


@pytest.mark.parametrize("wrong", ["javascript:alert(1)", "not an address", "https://" + "x" * 500 + ".example"])
def test_wrong_link_gets_a_sentence(coordinator: Client, strategy: Strategy, wrong: str) -> None:
    response = coordinator.post(at("version_freeze", strategy.pk) + "?what=link", {"dated": "2024", "link": wrong})
    assert response.context["form"].errors["link"]
    assert strategy.versions.count() == 1


@time_machine.travel("2024-01-16 12:00:00+00:00", tick=False)
@pytest.mark.parametrize(("dated", "taken"), [("16 1 2024", True), ("17 1 2024", False), ("January 2024", True), ("February 2024", False)])
def test_version_bears_no_date_still_to_come(cast: Cast, strategy: Strategy, dated: str, taken: bool) -> None:
    client = Client()
    client.force_login(cast.coordinator)
    make_section(strategy)
    response = freeze_draft(client, strategy, dated=dated)
    assert strategy.versions.count() == (2 if taken else 1)
    assert taken or "is still to come. Record it on the day it happens" in text_of(response)


def test_version_refuses_to_be_saved_again_or_deleted(version: Version) -> None:
    version.title = "Another"
    with pytest.raises(FrozenRecord):
        version.save()
    with pytest.raises(FrozenRecord):
        version.delete()


def test_database_itself_refuses_to_change_a_version(version: Version) -> None:
    with pytest.raises(DatabaseError, match="rows are never changed"), transaction.atomic():
        Version.objects.filter(pk=version.pk).update(title="Another")
    with pytest.raises(DatabaseError, match="rows are never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE strategies_version SET sections = '[]' WHERE id = %s", [version.pk])
    assert Version.objects.get(pk=version.pk).title == version.title


def test_page_of_a_typed_version_leads_to_its_text(coordinator: Client, version: Version) -> None:
    page = coordinator.get(at("version", version.pk)).content.decode()
    assert f'href="{at("version_read", version.pk)}">1 typed section</a>' in page
    assert "To keep people safe." not in page
    text = coordinator.get(at("version_read", version.pk)).content.decode()
    assert 'id="section-1"' in text
    assert "To keep people safe." in text


def test_version_from_before_the_duty_says_so(coordinator: Client, strategy: Strategy) -> None:
    make_section(strategy)
    freeze_draft(coordinator, strategy, dated="30 1 2023")
    assert "before the duty began" in text_of(coordinator.get(at("version", strategy.versions.get(number=2).pk)))
    assert "before the duty began" not in text_of(coordinator.get(at("version", strategy.versions.get(number=1).pk)))
