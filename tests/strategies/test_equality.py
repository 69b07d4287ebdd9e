"""That equality was considered before the decision, and the other strategies that one works with."""

import pytest
from django.test import Client

from partnerships.models import AuditEntry
from strategies.models import AlignedStrategy, EqualityAssessment, Version
from tests.cast import day
from tests.strategies.helpers import APPROVAL, at, last_event, make_approval, make_equality, make_publication, text_of

EQUALITY = {"title": "Equality and health impact assessment", "made_on": "10 1 2024", "made_by": "Equalities Team"}
ASKED = {**APPROVAL, "cautions_seen": ""}
MISSING = "No equality assessment of this version is recorded on or before that day."


def next_version(version: Version, number: int = 2) -> Version:
    copied = {"title": version.title, "form": "typed", "sha256": "1" * 64, "frozen_at": version.frozen_at}
    return Version.objects.create(strategy=version.strategy, number=number, dated=day("2024-01-01"), **copied)


def test_equality_assessment_is_recorded_once_and_shown_on_the_version(coordinator: Client, version: Version) -> None:
    for _ in range(2):
        page = coordinator.post(at("equalityassessment_add", version.pk), {**EQUALITY, "effect": "Translated into Polish"}, follow=True)
    assert EqualityAssessment.objects.count() == 1
    assert (AuditEntry.objects.count(), last_event().event) == (1, "equalityassessment.added")
    assert "Translated into Polish" in text_of(page)
    assert page.redirect_chain[-1][0] == at("version", version.pk)


def test_assessment_after_the_first_approval_is_questioned_and_saved_with_a_tick(coordinator: Client, version: Version) -> None:
    make_approval(version, on="2024-01-09")
    make_approval(version, on="2024-02-09", by="Council")
    page = coordinator.post(at("equalityassessment_add", version.pk), EQUALITY)
    assert "Cabinet approved this version on 9 January 2024, before that day. Equality is to be considered before" in text_of(page)
    assert not EqualityAssessment.objects.exists()
    coordinator.post(at("equalityassessment_add", version.pk), {**EQUALITY, "cautions_seen": "after-approval"})
    assert last_event().comment.startswith("Saved after a warning: Cabinet approved this version")


def test_assessment_on_the_day_of_approval_is_in_time(coordinator: Client, version: Version) -> None:
    make_approval(version, on="2024-01-10")
    assert coordinator.post(at("equalityassessment_add", version.pk), EQUALITY).status_code == 302


@pytest.mark.parametrize(("made", "asks"), [("2024-01-16", False), ("2024-01-17", True), ("2024-01", False), ("2024-02", True)])
def test_approval_is_questioned_unless_equality_was_considered_by_that_day(
    coordinator: Client, version: Version, made: str, asks: bool
) -> None:
    make_equality(version, on=made)
    page = coordinator.post(at("approval_add", version.pk), ASKED)
    assert page.status_code == (200 if asks else 302)
    assert (MISSING in text_of(page)) == asks


def test_approval_without_an_assessment_is_questioned_and_other_decisions_are_not(coordinator: Client, version: Version) -> None:
    assert MISSING in text_of(coordinator.post(at("approval_add", version.pk), ASKED))
    assert coordinator.post(at("approval_add", version.pk), {**ASKED, "outcome": "sent-back"}).status_code == 302
    assert coordinator.post(at("approval_add", version.pk), APPROVAL).status_code == 302


def test_withdrawn_assessment_does_not_spare_the_question(coordinator: Client, version: Version) -> None:
    assessment = make_equality(version)
    coordinator.post(at("equalityassessment_withdraw", assessment.pk), {"reason": "Of another paper", "seen_version": 1})
    assert "Of another paper" in text_of(coordinator.get(at("version", version.pk)))
    assert MISSING in text_of(coordinator.post(at("approval_add", version.pk), ASKED))
    assert coordinator.get(at("equalityassessment_change", assessment.pk)).status_code == 404


def test_assessment_of_a_draft_counts_for_the_version_it_led_to(coordinator: Client, version: Version) -> None:
    make_equality(version, title="Assessment of the draft")
    later = next_version(version)
    page = text_of(coordinator.get(at("version", later.pk)))
    assert "Assessment of the draft" in page
    assert "a draft that led to this version: it counts for this one too" in page
    assert MISSING not in text_of(coordinator.post(at("approval_add", later.pk), ASKED))


def test_assessment_of_a_version_that_went_out_does_not_count_for_its_revision(coordinator: Client, version: Version) -> None:
    make_equality(version, title="Assessment of the first")
    make_publication(version)
    later = next_version(version)
    assert "Assessment of the first" not in text_of(coordinator.get(at("version", later.pk)))
    assert MISSING in text_of(coordinator.post(at("approval_add", later.pk), ASKED))
    assert "Assessment of the first" in text_of(coordinator.get(at("version", version.pk)))


@pytest.mark.parametrize("wrong", ["", "31 2 2024", "soon"])
def test_wrong_date_of_an_assessment_gets_a_sentence_and_loses_nothing(coordinator: Client, version: Version, wrong: str) -> None:
    page = coordinator.post(at("equalityassessment_add", version.pk), {**EQUALITY, "made_on": wrong})
    assert page.context["form"].errors["made_on"]
    assert EQUALITY["title"] in text_of(page)
    assert not EqualityAssessment.objects.exists()


ALIGNED = {"name": "Health strategy", "owner": "Health Board", "how": "One board for both", "standing": "Runs to 2027", "link": ""}


def test_aligned_strategy_is_added_changed_and_withdrawn_on_the_strategys_page(coordinator: Client, version: Version) -> None:
    for _ in range(2):
        page = coordinator.post(at("alignedstrategy_add", version.strategy_id), ALIGNED, follow=True)
    assert page.redirect_chain[-1][0] == at("strategy", version.strategy_id)
    for words in ("Health strategy", "Health Board", "One board for both", "Runs to 2027"):
        assert words in text_of(page)
    aligned = AlignedStrategy.objects.get()
    coordinator.post(at("alignedstrategy_change", aligned.pk), {**ALIGNED, "standing": "Being written", "seen_version": 1})
    assert last_event().changes == {"Where it stands": ["Runs to 2027", "Being written"]}
    coordinator.post(at("alignedstrategy_withdraw", aligned.pk), {"reason": "Given up", "seen_version": 2})
    page = text_of(coordinator.get(at("strategy", version.strategy_id)))
    assert "<s>Health strategy</s>" in page
    assert "Given up" in page
    assert at("alignedstrategy_change", aligned.pk) not in page


def test_aligned_strategy_without_a_name_is_refused(coordinator: Client, version: Version) -> None:
    page = coordinator.post(at("alignedstrategy_add", version.strategy_id), {**ALIGNED, "name": ""})
    assert "Enter “Name of the other strategy”: it cannot be left empty." in text_of(page)
    assert "One board for both" in text_of(page)
    assert not AlignedStrategy.objects.exists()
