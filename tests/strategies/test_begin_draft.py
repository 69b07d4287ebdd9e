"""Beginning a draft from a template or from last time's strategy."""

import pytest
from django.test import Client

from partnerships.models import AuditEntry
from strategies.models import NeedsAssessment, Section, Strategy, Version
from strategies.models.strategy import SectionState
from tests.cast import day
from tests.strategies.helpers import at, last_event, make_section, text_of


@pytest.fixture
def fresh(strategy: Strategy) -> Strategy:
    """A strategy with nothing in it that follows the one of the cast."""
    return Strategy.objects.create(partnership=strategy.partnership, title="Strategy 2027 to 2030", follows=strategy)


def begin(coordinator: Client, strategy: Strategy, beginning: str) -> object:
    return coordinator.post(at("section_begin", strategy.pk), {"beginning": beginning}, follow=True)


def drafted(strategy: Strategy) -> list[Section]:
    return list(strategy.sections.order_by("position"))


def test_sixteen_elements_become_fourteen_sections_and_two_stay_checks(coordinator: Client, fresh: Strategy) -> None:
    page = text_of(begin(coordinator, fresh, "elements"))
    sections = drafted(fresh)
    assert [section.element for section in sections][:2] == ["arrangements", "definition"]
    assert len(sections) == 14
    assert not {"nothing-barred", "equality"} & {section.element for section in sections}
    assert {(section.state, section.text) for section in sections} == {(SectionState.TO_WRITE, "")}
    assert "The draft begins with 14 sections" in page
    assert last_event().event == "strategy.begun"
    assert last_event().changes["Begun from"] == ["", "What a strategy is expected to contain"]
    assert AuditEntry.objects.count() == 1


def test_headings_that_were_edited_are_the_headings_of_the_draft(coordinator: Client, fresh: Strategy) -> None:
    from strategies.models import ContentsElement

    ContentsElement.objects.filter(code="definition").update(name="What we mean by serious violence")
    begin(coordinator, fresh, "elements")
    assert "What we mean by serious violence" in [section.heading for section in drafted(fresh)]


def test_london_headings_say_what_they_are(coordinator: Client, fresh: Strategy) -> None:
    assert "London’s template is not public" in text_of(coordinator.get(at("section_begin", fresh.pk)))
    begin(coordinator, fresh, "london")
    assert [section.heading for section in drafted(fresh)][-2:] == ["Positive diversion", "Violence against women and girls"]
    assert len(drafted(fresh)) == 11


def test_last_times_draft_is_carried_over_with_its_owners_and_to_write_again(
    coordinator: Client, strategy: Strategy, fresh: Strategy
) -> None:
    Section.objects.create(
        strategy=strategy, position=3, heading="Purpose", text="Words.", owner="Strategy Officer", state="ready", element="definition"
    )
    begin(coordinator, fresh, "earlier")
    [section] = drafted(fresh)
    assert (section.heading, section.text, section.owner, section.element) == ("Purpose", "Words.", "Strategy Officer", "definition")
    assert section.state == SectionState.TO_WRITE
    assert last_event().changes["Begun from"] == ["", f"the draft of “{strategy.title}”"]


def test_finding_carried_over_stays_the_finding_it_was(coordinator: Client, strategy: Strategy, fresh: Strategy) -> None:
    for one, findings in ((strategy, "Old finding"), (fresh, "New finding")):
        one.assessment = NeedsAssessment.objects.create(partnership=one.partnership, title="Needs", findings=findings)
        one.save()
    make_section(strategy, text="{{finding 1}}")
    begin(coordinator, fresh, "earlier")
    assert "Old finding" in drafted(fresh)[0].text


def test_without_a_draft_the_newest_typed_version_is_carried_over(coordinator: Client, strategy: Strategy, fresh: Strategy) -> None:
    kept = {"strategy": strategy, "title": "x", "dated": day("2026"), "sha256": "0", "frozen_at": "2026-01-01T12:00Z"}
    Version.objects.create(**kept, number=8, form="typed", sections=[{"heading": "Old", "text": "Old words"}])
    Version.objects.create(**kept, number=9, form="typed", sections=[{"heading": "Kept", "text": "Kept words"}])
    Version.objects.create(**kept, number=10, form="link", link="https://www.example.gov.uk")
    begin(coordinator, fresh, "earlier")
    assert [(section.heading, section.text) for section in drafted(fresh)] == [("Kept", "Kept words")]


def test_strategy_without_an_earlier_text_is_not_offered_one(coordinator: Client, fresh: Strategy) -> None:
    fresh.follows = None
    fresh.save()
    assert "Last time’s strategy" not in text_of(coordinator.get(at("section_begin", fresh.pk)))
    begin(coordinator, fresh, "earlier")
    assert not drafted(fresh)


def test_pressed_twice_it_begins_once(coordinator: Client, fresh: Strategy) -> None:
    begin(coordinator, fresh, "elements")
    assert "nothing was added" in text_of(begin(coordinator, fresh, "london"))
    assert len(drafted(fresh)) == 14
    assert AuditEntry.objects.count() == 1


def test_draft_with_sections_is_not_begun_again(coordinator: Client, fresh: Strategy) -> None:
    make_section(fresh)
    assert "has sections already" in text_of(coordinator.get(at("section_begin", fresh.pk)))
    begin(coordinator, fresh, "elements")
    assert len(drafted(fresh)) == 1


def test_draft_table_says_who_writes_what_and_how_far_it_is(coordinator: Client, fresh: Strategy) -> None:
    Section.objects.create(strategy=fresh, position=1, heading="One", text="word " * 300, owner="Strategy Officer", state="ready")
    Section.objects.create(strategy=fresh, position=2, heading="Two", state="to-write")
    page = text_of(coordinator.get(at("strategy", fresh.pk)))
    assert "300 words in 2 sections: 2 minutes to read." in page
    assert "1 ready for the board, 1 to write." in page
    assert "Strategy Officer" in page
    assert "Nobody named" in page


def test_section_given_its_first_words_is_being_written(coordinator: Client, fresh: Strategy) -> None:
    begin(coordinator, fresh, "elements")
    section = drafted(fresh)[0]
    typed = {"heading": section.heading, "text": "Words", "owner": "Officer", "state": "to-write", "seen_version": section.version}
    coordinator.post(at("section_change", section.pk), typed)
    section.refresh_from_db()
    assert (section.state, section.owner) == ("writing", "Officer")
