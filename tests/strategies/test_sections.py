"""The working draft: writing, looking, ordering and removing its sections."""

import pytest
from django.db import IntegrityError
from django.test import Client

from partnerships.models import AuditEntry
from strategies.models import Strategy
from strategies.models.strategy import SectionState
from tests.strategies.helpers import at, last_event, make_section, text_of


def order(strategy: Strategy) -> list[str]:
    return list(strategy.sections.order_by("position").values_list("heading", flat=True))


def test_sections_are_added_at_the_end(coordinator: Client, strategy: Strategy) -> None:
    for heading in ("Purpose", "Definition", "What we know"):
        coordinator.post(at("section_add", strategy.pk), {"heading": heading})
    assert order(strategy) == ["Purpose", "Definition", "What we know"]
    assert (last_event().event, last_event().target_label) == ("section.added", "What we know")


def test_same_section_sent_twice_is_added_once_and_written_where_words_are_saved_by_themselves(
    coordinator: Client, strategy: Strategy
) -> None:
    for _ in range(2):
        added = coordinator.post(at("section_add", strategy.pk), {"heading": "Purpose"}, follow=True)
        assert "drafting_saving" in text_of(added)
    assert order(strategy) == ["Purpose"]
    assert strategy.sections.get().state == SectionState.TO_WRITE


def test_page_that_adds_a_section_takes_no_words_that_could_be_lost(coordinator: Client, strategy: Strategy) -> None:
    assert "<textarea" not in coordinator.get(at("section_add", strategy.pk)).content.decode()


def test_preview_shows_the_text_as_it_will_read_and_saves_nothing(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    typed = {"heading": "Purpose", "text": "## Aims\n\n- **fewer** people hurt\n<script>x()</script>", "seen_version": 1, "preview": "1"}
    response = coordinator.post(at("section_change", section.pk), typed)
    page = response.content.decode()
    assert "<h3>Aims</h3>" in page
    assert "<strong>fewer</strong>" in page
    assert "<script>x()" not in page
    assert "## Aims\n\n- **fewer**" in page
    section.refresh_from_db()
    assert (section.text, section.version) == ("Fewer people hurt.", 1)
    assert not AuditEntry.objects.exists()


def test_preview_of_an_unfinished_section_does_not_scold(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    page = text_of(coordinator.post(at("section_change", section.pk), {"heading": "", "text": "Only text yet", "preview": "1"}))
    assert "There is a problem" not in page
    assert page.count("Only text yet") == 2


def test_look_at_the_preview_keeps_the_version_the_form_was_opened_on(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "Theirs", "seen_version": 1})
    response = coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "Mine", "seen_version": 1, "preview": "1"})
    assert response.context["form"]["seen_version"].value() == "1"


def test_two_people_writing_one_section_both_see_both_texts(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "Their long words", "seen_version": 1})
    response = coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "My long words", "seen_version": 1})
    assert response.status_code == 409
    assert "Their long words" in text_of(response)
    assert "My long words" in text_of(response)
    section.refresh_from_db()
    assert section.text == "Their long words"
    assert AuditEntry.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"heading": ""}, "Enter “Heading”: it cannot be left empty."),
        ({"heading": "x" * 201}, "“Heading” can have at most 200 characters"),
        ({"text": "x" * 100_001}, "“Text” can have at most 100000 characters"),
    ],
)
def test_section_that_cannot_be_saved_keeps_every_word(coordinator: Client, strategy: Strategy, wrong: dict, sentence: str) -> None:
    section = make_section(strategy)
    typed = {"heading": "A heading typed", "text": "A text typed", "seen_version": "1", **wrong}
    page = text_of(coordinator.post(at("section_change", section.pk), typed))
    assert sentence in page
    assert all(words in page for words in typed.values())
    section.refresh_from_db()
    assert (section.heading, section.text) == ("Purpose", "Fewer people hurt.")
    assert not AuditEntry.objects.exists()


def test_section_moves_up_and_down(coordinator: Client, strategy: Strategy) -> None:
    first, second, third = (make_section(strategy, heading=name, position=place) for place, name in enumerate(["One", "Two", "Three"], 1))
    coordinator.post(at("section_move", third.pk, "up"))
    assert order(strategy) == ["One", "Three", "Two"]
    coordinator.post(at("section_move", first.pk, "down"))
    assert order(strategy) == ["Three", "One", "Two"]
    assert (last_event().event, last_event().changes) == ("section.moved", {"Place in the draft": ["1", "2"]})
    coordinator.post(at("section_move", second.pk, "down"))
    assert order(strategy) == ["Three", "One", "Two"]
    assert AuditEntry.objects.count() == 2


def test_sections_move_where_an_earlier_one_was_removed(coordinator: Client, strategy: Strategy) -> None:
    make_section(strategy, heading="One", position=2)
    two = make_section(strategy, heading="Two", position=9)
    coordinator.post(at("section_move", two.pk, "up"))
    coordinator.post(at("section_add", strategy.pk), {"heading": "Three"})
    assert order(strategy) == ["Two", "One", "Three"]


def test_moving_a_section_leaves_whoever_is_writing_in_it_alone(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    make_section(strategy, heading="Two", position=2)
    coordinator.post(at("section_move", section.pk, "down"))
    assert coordinator.post(at("section_change", section.pk), {"heading": "One", "text": "", "seen_version": 1}).status_code == 302


def test_looking_at_the_address_moves_nothing(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    assert coordinator.get(at("section_move", section.pk, "down")).status_code == 405


def test_removed_section_keeps_its_text_in_the_history(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    assert "Fewer people hurt." in text_of(coordinator.get(at("section_remove", section.pk)))
    assert order(strategy) == ["Purpose"]
    coordinator.post(at("section_remove", section.pk), {"seen_version": 1})
    assert order(strategy) == []
    assert last_event().event == "section.removed"
    gone = {"Heading": ["Purpose", ""], "Text": ["Fewer people hurt.", ""], "State": ["Being written", ""]}
    assert last_event().changes == gone


def test_section_changed_meanwhile_is_shown_again_before_it_is_removed(coordinator: Client, strategy: Strategy) -> None:
    section = make_section(strategy)
    coordinator.post(at("section_change", section.pk), {"heading": "Purpose", "text": "New words", "seen_version": 1})
    for seen in ("1", "", "word"):
        response = coordinator.post(at("section_remove", section.pk), {"seen_version": seen})
        assert response.status_code == 409
        assert "New words" in text_of(response)
    assert order(strategy) == ["Purpose"]
    coordinator.post(at("section_remove", section.pk), {"seen_version": "2"})
    assert order(strategy) == []


def test_list_says_how_many_words_each_section_has(coordinator: Client, strategy: Strategy) -> None:
    make_section(strategy, text="one two\n\nthree")
    assert (
        '<td data-label="Words" class="svd-table__number"><span>3</span></td>'
        in coordinator.get(at("strategy", strategy.pk)).content.decode()
    )


def test_draft_reads_as_one_text(coordinator: Client, strategy: Strategy) -> None:
    make_section(strategy, text="# Big\n\nHello")
    page = coordinator.get(at("strategy_draft", strategy.pk)).content.decode()
    assert '<h3 id="section-1">Purpose</h3>' in page
    assert "<h4>Big</h4>" in page


def test_database_gives_a_place_to_one_section_only(strategy: Strategy) -> None:
    make_section(strategy, position=3)
    with pytest.raises(IntegrityError):
        make_section(strategy, position=3)
