"""Two people change one record: the second sees both texts, chooses, reads, and only then saves."""

import re
from html import unescape
from typing import Any

import pytest
from django.test import Client

from partnerships.models import AuditEntry
from partnerships.models.person import Role
from strategies.models import Section, Strategy
from tests.cast import Cast, make_person
from tests.page_forms import sent_by
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, make_section

OPENED = "Fewer people hurt.\n\nFewer knives carried.\n\nMore trust."
THEIRS = OPENED.replace("More trust.", "More trust in all of us.")
MINE = OPENED.replace("Fewer people hurt.", "Nobody hurt.")
BOTH = "Nobody hurt.\n\nFewer knives carried.\n\nMore trust in all of us."


def fields(response: Any) -> dict[str, list[str]]:
    return sent_by(response.content.decode())


def read(response: Any) -> str:
    """The words of the page, without the marks in them."""
    text = response.content.decode().replace('<span class="govuk-visually-hidden">Only here: </span>', "")
    return " ".join(unescape(re.sub("<[^>]+>", "", text)).split())


@pytest.fixture
def section(strategy: Strategy) -> Section:
    return make_section(strategy, text=OPENED)


@pytest.fixture
def colleague(cast: Cast) -> Client:
    return signed_in(make_person("colleague@anyborough.example", Role.COORDINATOR, cast.ours))


@pytest.fixture
def met(coordinator: Client, colleague: Client, section: Section) -> Any:
    """The page of the second writer after the first has saved."""
    address = at("section_change", section.pk)
    colleague.post(address, {"heading": "Our purpose", "text": THEIRS, "seen_version": 1})
    return coordinator.post(address, {"heading": "Purpose", "text": MINE, "seen_version": 1})


def press(client: Client, response: Any, section: Section, keep: str = "", **typed: str) -> Any:
    return client.post(at("section_change", section.pk), {**fields(response), **typed} | ({"keep": keep} if keep else {}))


def test_both_texts_are_shown_and_nothing_is_saved(met: Any, section: Section) -> None:
    assert met.status_code == 409
    assert "More trust in all of us." in read(met)
    assert "Nobody hurt." in read(met)
    assert fields(met)["text"] == [MINE]
    section.refresh_from_db()
    assert (section.text, section.version) == (THEIRS, 2)
    assert AuditEntry.objects.count() == 1


def test_a_field_the_second_writer_left_alone_takes_over_what_was_saved(met: Any) -> None:
    assert fields(met)["heading"] == ["Our purpose"]
    assert "You had not changed this, so the form holds what they saved." in read(met)


def test_both_puts_the_texts_together_and_saves_only_when_asked(coordinator: Client, met: Any, section: Section) -> None:
    chosen = press(coordinator, met, section, "both text")
    assert chosen.status_code == 200
    assert fields(chosen)["text"] == [BOTH]
    assert "You changed different places, so both fit." in read(chosen)
    section.refresh_from_db()
    assert section.text == THEIRS
    assert press(coordinator, chosen, section).status_code == 302
    section.refresh_from_db()
    assert (section.heading, section.text.replace("\r\n", "\n"), section.version) == ("Our purpose", BOTH, 3)


def test_theirs_and_back_to_mine_loses_no_word(coordinator: Client, met: Any, section: Section) -> None:
    theirs = press(coordinator, met, section, "theirs text")
    assert fields(theirs)["text"] == [THEIRS]
    assert fields(press(coordinator, theirs, section, "mine text"))["text"] == [MINE]


def test_words_typed_after_a_choice_outlive_the_next_choice(coordinator: Client, met: Any, section: Section) -> None:
    theirs = press(coordinator, met, section, "theirs text")
    again = press(coordinator, theirs, section, "both text", text=f"{THEIRS}\n\nA last thought.")
    assert "A last thought." in fields(again)["text"][0]
    assert "Nobody hurt." in read(again)
    last = press(coordinator, press(coordinator, again, section, "theirs text"), section, "mine text")
    assert "A last thought." in fields(last)["text"][0]


@pytest.mark.parametrize("detour", [{"preview": "1"}, {"heading": ""}])
def test_a_look_at_the_preview_or_a_mistake_loses_neither_text(coordinator: Client, met: Any, section: Section, detour: dict) -> None:
    theirs = press(coordinator, met, section, "theirs text")
    detoured = press(coordinator, theirs, section, **detour)
    assert "Nobody hurt." in read(detoured)
    assert fields(press(coordinator, detoured, section, "mine text"))["text"] == [MINE]


def test_sentence_that_both_changed_is_named(coordinator: Client, section: Section) -> None:
    address = at("section_change", section.pk)
    coordinator.post(address, {"heading": "Purpose", "text": OPENED.replace("knives", "blades"), "seen_version": 1})
    met = coordinator.post(address, {"heading": "Purpose", "text": OPENED.replace("knives", "weapons"), "seen_version": 1})
    chosen = press(coordinator, met, section, "both text")
    assert "In 1 place you both changed the same words." in read(chosen)
    assert "They wrote “Fewer blades carried.”; you wrote “Fewer weapons carried.”" in read(chosen)
    assert "Fewer blades carried.\n\nFewer weapons carried." in fields(chosen)["text"][0]


def test_choice_made_while_a_third_saves_again_meets_the_newest_text(coordinator: Client, met: Any, section: Section) -> None:
    newest = THEIRS.replace("Fewer knives", "No knives")
    coordinator.post(at("section_change", section.pk), {"heading": "Our purpose", "text": newest, "seen_version": 2})
    chosen = press(coordinator, met, section, "both text")
    assert fields(chosen)["text"] == [BOTH.replace("Fewer knives", "No knives")]
    assert fields(chosen)["seen_version"] == ["3"]


def test_text_saved_before_the_history_began_is_put_together_without_leaving_anything_out(
    coordinator: Client, met: Any, section: Section
) -> None:
    sent = {**fields(met), "opened_version": "0"}
    chosen = coordinator.post(at("section_change", section.pk), {**sent, "keep": "both text"})
    assert all(words in fields(chosen)["text"][0] for words in ("Fewer people hurt.", "Nobody hurt.", "More trust in all of us."))


@pytest.mark.parametrize("keep", ["both", "both heading-that-is-none", "", "own text", "both seen_version"])
def test_a_choice_that_was_never_offered_changes_nothing(coordinator: Client, met: Any, section: Section, keep: str) -> None:
    answer = coordinator.post(at("section_change", section.pk), {**fields(met), "keep": keep, "own-text": ["not json", "{}"]})
    assert answer.status_code == 200
    assert fields(answer)["text"] == [MINE]
    section.refresh_from_db()
    assert section.version == 2
