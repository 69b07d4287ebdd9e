"""A Word document becomes sections of the draft: what is found, what is not kept, and that it is added once."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from partnerships.audit.earlier import words_at
from partnerships.models import AuditEntry, StoredFile
from strategies.export import version_word
from strategies.imports.found import DocumentRefused, Found
from strategies.imports.read_document import read_document
from strategies.imports.sections import divide
from strategies.models import DraftImport, Section, Strategy
from svduty.files.kinds import KINDS
from tests.cast import Cast
from tests.strategies.exports.samples import typed
from tests.strategies.helpers import at, last_event, make_section, text_of
from tests.strategies.imports import documents


def upload(content: bytes, name: str = "Draft strategy.docx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, content, content_type=KINDS["docx"].content_type)


def send(client: Client, strategy: Strategy, content: bytes, name: str = "Draft strategy.docx") -> Any:
    return client.post(at("strategy_import", strategy.pk), {"document": upload(content, name)})


def found_in(content: bytes) -> Found:
    return read_document(content, "Draft.docx")


def texts(found: Found) -> dict[str, str]:
    return {section.heading: section.text for section in found.sections}


def test_sections_follow_the_top_headings_and_keep_lists_tables_bold_and_smaller_headings() -> None:
    found = texts(found_in(documents.strategy()))
    assert list(found) == ["Introduction", "Purpose", "Aims"]
    assert found["Introduction"] == "Words before the first heading."
    assert found["Aims"] == "Fewer people hurt."
    for kept in (
        "We **must** act *now*",
        "- one\n  - inner",
        "1. first",
        "> Said so.",
        "## What we know",
        "| Area | Offences |\n| --- | --- |\n| Northside | 12 |",
    ):
        assert kept in found["Purpose"]


def test_only_what_the_document_had_is_said_to_be_left_out() -> None:
    assert "The title is left out: the strategy has its own." in found_in(documents.strategy()).not_kept


def test_what_could_not_be_kept_is_said_in_plain_words() -> None:
    found = found_in(documents.full_of_other_things())
    assert [words.split(".")[0].split(":")[0] for words in found.not_kept] == [
        "2 pictures are left out",
        "1 text box",
        "1 equation is left out",
        "1 comment in the margin is left out",
        "2 tracked changes",
        "1 header or footer is left out",
        "Colours and highlighting are left out",
    ]
    text = texts(found)["Purpose"]
    for kept in ("red words", "inserted words", "boxed words"):
        assert kept in text
    for gone in ("deleted words", "A comment in the margin", "Running head"):
        assert gone not in text


@pytest.mark.parametrize(
    ("text", "headings"),
    [
        ("## One\n\nwords\n\n### Inner\n\n## Two\n\nmore", ["One", "Two"]),
        ("# Title\n\nbefore\n\n## One\n\nwords\n\n## Two", ["Introduction", "One", "Two"]),
        ("before\n\n# Only\n\nwords", ["Introduction", "Only"]),
        ("words alone", ["Introduction"]),
    ],
)
def test_sections_are_divided_at_the_highest_level_and_a_lone_title_is_none(text: str, headings: list[str]) -> None:
    assert [section.heading for section in divide(text)[0]] == headings


def test_footnotes_go_with_the_section_that_calls_them_and_begin_at_one() -> None:
    sections, _ = divide("# One\n\na[^1]\n\n# Two\n\nb[^3] c[^2]\n\n[^1]: first\n\n[^2]: second\n\n[^3]: third")
    assert [section.text for section in sections] == ["a[^1]\n\n[^1]: first", "b[^1] c[^2]\n\n[^1]: third\n\n[^2]: second"]


def test_text_too_long_for_one_section_goes_on_in_the_next_and_loses_no_word() -> None:
    text = "# Long\n\n" + "\n\n".join(f"word{number} " * 500 for number in range(40))
    sections, _ = divide(text)
    assert [section.heading for section in sections] == ["Long, part 1", "Long, part 2"]
    assert all(len(section.text) <= 100_000 for section in sections)
    assert " ".join(section.text for section in sections).split() == text.split()[2:]


def test_word_document_of_ours_comes_back_as_it_was_written(cast: Cast) -> None:
    text = "Violence **fell**.[^1] See [figures](https://www.example.gov.uk/f).\n\n- one\n  - inner\n\n1. first\n\n## Below\n\n> Said."
    notes = "\n\n[^1]: Police figures, table 4."
    found = texts(found_in(version_word(typed(cast, ("Purpose", text + notes), ("Aims", "Fewer.[^n]\n\n[^n]: Said so.")))))
    assert found["Purpose"] == text + notes
    assert found["Aims"] == "Fewer.[^1]\n\n[^1]: Said so."


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: documents.without_headings(""), "has no words that could be read"),
        (lambda: documents.of_headings(300), "has 300 headings of the highest level"),
        (documents.reading_another_file, "names things outside itself"),
        (documents.growing_without_end, "names things outside itself"),
        (lambda: documents.nested(120), "is damaged inside|is longer than can be read"),
        (lambda: b"PK not a document", "cannot be read as a Word document"),
    ],
)
def test_document_that_cannot_be_read_is_refused_with_what_to_do(make: Callable[[], bytes], says: str) -> None:
    with pytest.raises(DocumentRefused, match=says):
        found_in(make())


@pytest.mark.parametrize("address", ["file:///etc/hostname", "http://127.0.0.1:9/picture.png"])
def test_nothing_outside_the_document_is_read(address: str) -> None:
    found = found_in(documents.with_a_picture_outside(address))
    assert texts(found) == {"Introduction": "Only words."}
    assert found.not_kept[0].startswith("1 picture is left out")


@pytest.mark.parametrize(
    ("make", "name", "says"),
    [
        (lambda: b"plain words", "a.docx", "is not a Word document, although its name says so"),
        (documents.locked, "a.docx", "is protected by a password or saved in an older format"),
        (documents.locked, "a.doc", "Save it as .docx, then choose that"),
        (documents.with_macros, "a.docx", "contains macros"),
        (documents.without_headings, "a.docm", "can contain macros"),
        (documents.zip_bomb, "a.docx", "holds far more than its size shows"),
        (documents.of_many_members, "a.docx", "holds far more than its size shows"),
        (lambda: b"Present: all.", "minutes.txt", "is not a Word document. Save it as .docx"),
        (lambda: documents.without_headings(""), "a.docx", "has no words that could be read"),
    ],
)
def test_bad_file_is_refused_in_words_and_nothing_is_kept(
    make: Callable[[], bytes], name: str, says: str, strategy: Strategy, coordinator: Client
) -> None:
    answer = send(coordinator, strategy, make(), name)
    assert answer.status_code == 200
    assert says in text_of(answer)
    assert not StoredFile.objects.exists()
    assert not DraftImport.objects.exists()


def test_document_is_added_to_empty_sections_of_the_same_name_and_else_at_the_end(strategy: Strategy, coordinator: Client) -> None:
    make_section(strategy, "PURPOSE", text=" ", state="to-write")
    full = make_section(strategy, "Aims", text="Our own words.", position=2)
    page = send(coordinator, strategy, documents.strategy())
    assert StoredFile.objects.get().name == "Draft strategy.docx"
    read = DraftImport.objects.get()
    shown = text_of(coordinator.get(page["Location"]))
    assert re.search(r"Purpose \(\d+ words; goes into the empty section of this name\)", shown)
    assert "Aims (3 words; the draft has a section of this name with text, so it is put at the end)" in shown
    before = AuditEntry.objects.count()
    for _ in range(2):
        coordinator.post(at("strategy_import_found", read.pk), {"sections": ["0", "1", "2"]})
    draft = [(section.heading, section.text[:14]) for section in strategy.sections.order_by("position")]
    assert draft == [
        ("PURPOSE", "We **must** ac"),
        ("Aims", "Our own words."),
        ("Introduction", "Words before t"),
        ("Aims", "Fewer people h"),
    ]
    assert AuditEntry.objects.count() == before + 2, "one for the import, one for the section that was there"
    assert last_event().event == "strategy.imported"
    assert "Draft strategy.docx" in last_event().comment
    full.refresh_from_db()
    filled = Section.objects.get(heading="PURPOSE")
    assert (full.version, filled.version, filled.state) == (1, 2, "writing")
    assert words_at(filled, 1, strategy.partnership) == {"Heading": "PURPOSE", "Text": " ", "Who writes it": "", "State": "To write"}


def test_only_what_is_ticked_is_added(strategy: Strategy, coordinator: Client) -> None:
    send(coordinator, strategy, documents.strategy())
    page = at("strategy_import_found", DraftImport.objects.get().pk)
    assert "Choose at least one section" in text_of(coordinator.post(page, {}))
    assert not strategy.sections.exists()
    coordinator.post(page, {"sections": ["2"]})
    assert [section.heading for section in strategy.sections.all()] == ["Aims"]


def test_same_document_sent_twice_is_read_into_one_page(strategy: Strategy, coordinator: Client) -> None:
    content = documents.strategy()
    pages = {send(coordinator, strategy, content)["Location"] for _ in range(2)}
    assert pages == {at("strategy_import_found", DraftImport.objects.get().pk)}
    assert pages.pop() in text_of(coordinator.get(at("strategy_import", strategy.pk)))
    assert StoredFile.objects.count() == 1


def test_hostile_words_and_names_stay_words(strategy: Strategy, coordinator: Client) -> None:
    hostile = "<script>alert(1)</script> [x](javascript:alert(1)) ‮ مرحبا"
    send(coordinator, strategy, documents.without_headings(hostile), "evil‮xcod.<img src=x>.docx")
    read = DraftImport.objects.get()
    assert "‮" not in read.file.name
    assert "<" not in read.file.name
    coordinator.post(at("strategy_import_found", read.pk), {"sections": ["0"]})
    section = strategy.sections.get()
    assert "<script>alert(1)</script>" in section.text
    page = coordinator.get(at("strategy_draft", strategy.pk)).content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert "مرحبا" in page


@pytest.mark.slow
def test_document_of_two_hundred_pages_is_read() -> None:
    found = found_in(documents.of_pages(200))
    assert len(found.sections) == 20
    assert sum(section.words for section in found.sections) > 65_000
