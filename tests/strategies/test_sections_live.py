"""What the editor's script asks while somebody writes: saving by itself, the preview, pasting."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry
from strategies.models import Section, Strategy
from svduty.text.pasted import LONGEST
from tests.cast import Cast
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, make_section, text_of
from tests.svduty.test_text_markdown import HOSTILE

BY_ITSELF = {"X-Saved-By-Itself": "1"}


@pytest.fixture
def section(strategy: Strategy) -> Section:
    return make_section(strategy)


def by_itself(client: Client, section: Section, text: str, seen: int = 1, **more: Any) -> Any:
    typed = {"heading": "Purpose", "text": text, "owner": "", "state": "writing", "seen_version": seen, **more}
    return client.post(at("section_change", section.pk), typed, headers=BY_ITSELF)


def test_saving_by_itself_answers_with_the_local_time_and_the_next_token(coordinator: Client, section: Section) -> None:
    with time_machine.travel("2026-07-01T13:02:00Z", tick=False):
        first = by_itself(coordinator, section, "New words")
        second = by_itself(coordinator, section, "Newer words", seen=2)
    assert (first.status_code, first.json()) == (200, {"seen_version": 2, "state": "writing", "at": "14:02"})
    assert second.json()["seen_version"] == 3
    section.refresh_from_db()
    assert section.text == "Newer words"
    assert last_event().changes == {"Text": ["New words", "Newer words"]}


def test_what_is_saved_already_is_not_written_again(coordinator: Client, section: Section) -> None:
    for _ in range(2):
        assert by_itself(coordinator, section, "Fewer people hurt.").json()["seen_version"] == 1
    assert not AuditEntry.objects.exists()


def test_what_somebody_else_saved_is_not_overwritten_and_the_button_shows_both_texts(coordinator: Client, section: Section) -> None:
    by_itself(coordinator, section, "Their long words")
    answer = by_itself(coordinator, section, "My long words")
    assert answer.status_code == 409
    section.refresh_from_db()
    assert section.text == "Their long words"
    pressed = coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "My long words", "seen_version": 1})
    assert pressed.status_code == 409
    assert "Their long words" in text_of(pressed)
    assert "My long words" in text_of(pressed)


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"heading": ""}, "Enter “Heading”: it cannot be left empty."),
        ({"text": "x" * 100_001}, "“Text” can have at most 100000 characters; this has 100001. Shorten it."),
        ({"text": "a\x00b"}, "Null characters are not allowed."),
        ({"state": "done"}, "Choose “State” from the list; what was sent is not in it."),
    ],
)
def test_what_cannot_be_saved_is_said(coordinator: Client, section: Section, wrong: dict[str, str], sentence: str) -> None:
    answer = by_itself(coordinator, section, **{"text": "New words", **wrong})
    assert (answer.status_code, answer.json()) == (422, {"errors": [sentence]})
    assert not AuditEntry.objects.exists()


def test_after_the_sign_in_has_ended_nothing_is_saved_and_the_script_can_tell(section: Section) -> None:
    assert by_itself(Client(), section, "New words").status_code == 401
    section.refresh_from_db()
    assert section.text == "Fewer people hurt."


def test_page_of_an_ended_sign_in_asks_nobody_to_copy_what_the_browser_keeps(section: Section) -> None:
    typed = {"heading": "Purpose", "text": "New words", "seen_version": 1}
    kept, lost = (text_of(Client().post(at("section_change", section.pk), typed | more)) for more in ({"seen_kept": "1"}, {}))
    assert "This browser keeps your words." in kept
    assert "Copy your words" not in kept
    assert "New words" in kept
    assert "Copy your words" in lost


def test_without_the_scripts_header_the_answer_is_a_page(coordinator: Client, section: Section) -> None:
    response = coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "New", "seen_version": 1})
    assert response.status_code == 302


def test_two_people_in_different_sections_never_meet(coordinator: Client, cast: Cast, strategy: Strategy) -> None:
    one, other = make_section(strategy), make_section(strategy, heading="Definition", position=2)
    second = signed_in(cast.coordinator)
    for turn in range(1, 6):
        assert by_itself(coordinator, one, f"My words {turn}", seen=turn).status_code == 200
        answer = second.post(at("section_change", other.pk), {"heading": "Definition", "text": f"Their words {turn}", "seen_version": turn})
        assert answer.status_code == 302
    assert list(strategy.sections.order_by("position").values_list("text", flat=True)) == ["My words 5", "Their words 5"]


def test_section_of_ten_thousand_words_is_saved_shown_and_opened(coordinator: Client, section: Section) -> None:
    long = "\n\n".join("word " * 99 + "end" for _ in range(100))
    assert by_itself(coordinator, section, long).status_code == 200
    assert "10,000 words" in text_of(coordinator.get(at("strategy", section.strategy_id)))
    assert coordinator.get(at("section_change", section.pk)).content.decode().count("end") > 99


@pytest.mark.parametrize("text", [*HOSTILE, "\u202etxet", "<b>" * 30_000])
def test_hostile_text_typed_or_pasted_is_shown_and_never_run(coordinator: Client, strategy: Strategy, text: str) -> None:
    page = coordinator.post(at("section_preview", strategy.pk), {"heading": text[:200], "text": text})
    assert page.status_code == 200
    assert "<script" not in page.content.decode().lower()
    assert 'href="javascript' not in page.content.decode().lower()
    answer = coordinator.post(at("section_paste", strategy.pk), {"html": text})
    assert answer.status_code in (200, 413)
    assert not Section.objects.exists()
    assert not AuditEntry.objects.exists()


def test_pasted_page_comes_back_as_markdown_numbered_after_the_notes_there_are(coordinator: Client, strategy: Strategy) -> None:
    html = '<h2>Aim</h2><p>Fewer<sup><a href="#n" id="r">1</a></sup></p><ol><li id="n"><p>Note <a href="#r">x</a></p></li></ol>'
    answer = coordinator.post(at("section_paste", strategy.pk), {"html": html, "first_note": "3"})
    assert answer.json() == {"markdown": "## Aim\n\nFewer[^3]\n\n[^3]: Note"}
    assert coordinator.post(at("section_paste", strategy.pk), {"html": "<p>a</p>", "first_note": "-1\u0663"}).json() == {"markdown": "a"}


def test_more_than_can_be_converted_is_refused_with_a_sentence(coordinator: Client, strategy: Strategy) -> None:
    answer = coordinator.post(at("section_paste", strategy.pk), {"html": "x" * (LONGEST + 1)})
    assert answer.status_code == 413
    assert "Paste it in parts" in answer.json()["error"]


def test_editor_offers_the_script_no_saving_where_two_texts_are_put_together(coordinator: Client, section: Section) -> None:
    assert "drafting_saving" in text_of(coordinator.get(at("section_change", section.pk)))
    by_itself(coordinator, section, "Theirs")
    pressed = coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "Mine", "seen_version": 1})
    assert "drafting_saving" not in text_of(pressed)
    chosen = {"heading": "Purpose", "text": "Mine", "seen_version": 2, "opened_version": 1, "keep": "mine text"}
    assert "drafting_saving" not in text_of(coordinator.post(at("section_change", section.pk), chosen))


def test_section_that_was_removed_meanwhile_is_told_of(coordinator: Client, section: Section, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: Any, **__: Any) -> None:
        raise Section.DoesNotExist

    monkeypatch.setattr("strategies.views.sections_live.save_record", gone)
    assert by_itself(coordinator, section, "New words").status_code == 404
