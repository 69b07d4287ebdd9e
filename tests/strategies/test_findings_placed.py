"""Findings of the needs assessment placed in the draft by reference."""

import pytest
from django.test import Client

from partnerships.models import AuditEntry
from strategies.models import NeedsAssessment, Strategy, Version
from strategies.placed import Findings, html_with_findings, unknown_numbers, with_findings
from tests.cast import Cast
from tests.strategies.helpers import at, make_section, text_of

KNOWN = Findings(("Most happens after school.", "Robbery with *knives* | has doubled.", "# Three"), "Assessment 2026", "/p/a/needs/1/")


@pytest.fixture
def assessed(strategy: Strategy) -> Strategy:
    strategy.assessment = NeedsAssessment.objects.create(
        partnership=strategy.partnership, title="Assessment 2026", findings="Most happens after school.\n\nRobbery has doubled."
    )
    strategy.save()
    return strategy


def freeze(coordinator: Client, strategy: Strategy) -> object:
    page = coordinator.get(at("version_freeze", strategy.pk))
    typed = {"dated": "16 1 2026", "note": "", "seen_draft": page.context["form"]["seen_draft"].value()}
    return coordinator.post(at("version_freeze", strategy.pk), typed)


def test_finding_alone_on_a_line_is_a_quotation_and_among_words_it_stands_among_them() -> None:
    assert with_findings("Before\n{{finding 1}}\nAfter", KNOWN) == (
        "Before\n\n> Most happens after school.\n>\n> Finding 1, Assessment 2026\n\nAfter"
    )
    assert with_findings("As {{ Finding 1 }} says", KNOWN) == "As “Most happens after school.” (Finding 1, Assessment 2026) says"


def test_finding_shows_its_own_characters_and_links_to_its_assessment() -> None:
    html = html_with_findings("{{finding 2}}\n\n{{finding 3}}", KNOWN)
    assert "<p>Robbery with *knives* | has doubled.</p>" in html
    assert "<p># Three</p>" in html
    assert '<a class="govuk-link" href="/p/a/needs/1/">Finding 2, Assessment 2026</a>' in html


def test_number_that_is_not_there_is_said_in_words() -> None:
    assert unknown_numbers("{{finding 4}} {{finding 2}} {{finding 0}}", KNOWN) == [0, 4]
    assert "Finding 4 cannot be placed: “Assessment 2026” has 3 findings." in html_with_findings("{{finding 4}}", KNOWN)
    assert "the strategy names no needs assessment" in html_with_findings("{{finding 4}}", Findings())


@pytest.mark.parametrize("title", ["<script>x()</script>", "\ue001<b>\ue000", "<http://evil.example>", "[x](javascript:alert(1))"])
def test_hostile_title_brings_nothing_of_its_own(title: str) -> None:
    html = html_with_findings("{{finding 1}} \ue000x\ue001", Findings(("<img src=x onerror=y>",), title, "/p/"))
    assert html.count("<a ") == 1
    assert not any(word in html for word in ("<script", "<b>", "<img", "\ue000", "\ue001"))


def test_draft_and_preview_show_the_finding(coordinator: Client, assessed: Strategy) -> None:
    section = make_section(assessed, text="{{finding 2}}")
    page = coordinator.get(at("needsassessment", assessed.assessment_id)).request["PATH_INFO"]
    assert f'<a class="govuk-link" href="{page}">Finding 2' in coordinator.get(at("strategy_draft", assessed.pk)).content.decode()
    typed = {"heading": "A", "text": "{{finding 1}}", "seen_version": 1, "preview": "1"}
    assert f'<a class="govuk-link" href="{page}">Finding 1' in coordinator.post(at("section_change", section.pk), typed).content.decode()


def test_version_keeps_the_finding_when_the_assessment_changes_afterwards(coordinator: Client, assessed: Strategy) -> None:
    make_section(assessed, text="{{finding 2}}")
    freeze(coordinator, assessed)
    kept = assessed.versions.order_by("-number")[0]
    assert kept.sections[0]["text"].strip() == "> Robbery has doubled.\n>\n> Finding 2, Assessment 2026"
    NeedsAssessment.objects.update(findings="Something else")
    assert "Robbery has doubled." in text_of(coordinator.get(at("version_read", kept.pk)))


def test_draft_seen_before_the_assessment_changed_is_not_recorded_unseen(coordinator: Client, assessed: Strategy) -> None:
    make_section(assessed, text="{{finding 2}}")
    seen = coordinator.get(at("version_freeze", assessed.pk)).context["form"]["seen_draft"].value()
    before = Version.objects.count()
    NeedsAssessment.objects.update(findings="Most happens after school.\nRobbery has halved.")
    response = coordinator.post(at("version_freeze", assessed.pk), {"dated": "16 1 2026", "seen_draft": seen})
    assert response.status_code == 409
    assert Version.objects.count() == before


def test_draft_with_a_finding_that_is_not_there_is_not_recorded(coordinator: Client, assessed: Strategy) -> None:
    make_section(assessed, text="{{finding 7}}")
    before = Version.objects.count()
    assert "“Purpose” places finding 7" in text_of(freeze(coordinator, assessed))
    assert Version.objects.count() == before
    assert not AuditEntry.objects.exists()


def test_findings_of_another_partnership_are_never_placed(coordinator: Client, cast: Cast, strategy: Strategy) -> None:
    NeedsAssessment.objects.create(partnership=cast.theirs, title="Theirs", findings="Secret")
    make_section(strategy, text="{{finding 1}}")
    assert "Secret" not in text_of(coordinator.get(at("strategy_draft", strategy.pk)))
