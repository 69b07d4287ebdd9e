"""Recording a review of a strategy, and how it is kept under review."""

from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import AuditEntry
from strategies.models import AnnualReview, NeedsAssessment, ReviewArrangement, Strategy, Version
from tests.cast import Cast, day, make_version
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, make_publication, make_review, text_of

REVIEW = {
    "held_on": "10 1 2025",
    "findings": "Fewer people came to hospital.",
    "decision": "keep",
    "decided_by": "Partnership Board",
    "assessment_looked": "still-right",
}
ARRANGEMENT = {
    "who": "Partnership Board",
    "every_months": "12",
    "next_on": "December 2026",
    "counting": "rolling",
    "agreed_on": "16 1 2024",
}


@pytest.fixture
def published(version: Version) -> Strategy:
    make_publication(version, on="2024-01-31")
    return version.strategy


def cautions_of(response: Any) -> list[str]:
    return [caution.code for caution in response.context["form"].cautions]


def test_complete_review_is_recorded_once_without_a_question(coordinator: Client, published: Strategy) -> None:
    for _ in range(2):
        page = coordinator.post(at("annualreview_add", published.pk), REVIEW, follow=True)
    review = AnnualReview.objects.get()
    assert page.redirect_chain[-1][0] == at("annualreview", review.pk)
    assert (AuditEntry.objects.count(), last_event().event, last_event().comment) == (1, "annualreview.added", "")
    for words in ("10 January 2025", "Fewer people came to hospital.", "Keep the strategy as it is", "Partnership Board", "still holds"):
        assert words in text_of(page)
    assert "Keep the strategy as it is" in text_of(coordinator.get(at("strategy", published.pk)))


@pytest.mark.parametrize(
    ("changed", "asked"),
    [
        ({"findings": ""}, ["no-findings"]),
        ({"decision": ""}, ["no-decision"]),
        ({"assessment_looked": ""}, ["not-looked"]),
        ({"assessment_looked": "no"}, ["not-looked"]),
        ({"assessment_looked": "newer"}, ["which-assessment"]),
        ({"held_on": "30 1 2024"}, ["before-publication"]),
        ({"held_on": "31 1 2024"}, []),
        ({"held_on": "January 2024"}, []),
        ({"held_on": "December 2023", "findings": ""}, ["before-publication", "no-findings"]),
    ],
)
def test_what_makes_a_review_count_less_is_questioned_and_saved_with_a_tick(
    coordinator: Client, published: Strategy, changed: dict[str, str], asked: list[str]
) -> None:
    page = coordinator.post(at("annualreview_add", published.pk), {**REVIEW, **changed})
    if not asked:
        assert page.status_code == 302
        return
    assert cautions_of(page) == asked
    assert not AnnualReview.objects.exists()
    ticked = {**REVIEW, **changed, "cautions_seen": " ".join(asked)}
    assert coordinator.post(at("annualreview_add", published.pk), ticked).status_code == 302
    assert last_event().comment.startswith("Saved after a warning: ")


def test_review_of_a_strategy_that_is_not_published_is_questioned(coordinator: Client, version: Version) -> None:
    page = coordinator.post(at("annualreview_add", version.strategy_id), REVIEW)
    assert "No publication of this strategy is recorded. The year is counted from publication" in text_of(page)


@time_machine.travel("2025-01-09 12:00:00+00:00", tick=False)
def test_review_planned_for_later_is_no_review(cast: Cast, published: Strategy) -> None:
    page = signed_in(cast.coordinator).post(at("annualreview_add", published.pk), REVIEW)
    assert "10 January 2025 is still to come." in text_of(page)
    assert "Fewer people came to hospital." in text_of(page)
    assert not AnnualReview.objects.exists()


def test_newer_needs_assessment_is_chosen_from_our_own(cast: Cast, coordinator: Client, published: Strategy) -> None:
    ours = NeedsAssessment.objects.create(partnership=cast.ours, title="Assessment of 2025")
    gone = NeedsAssessment.objects.create(partnership=cast.ours, title="Withdrawn one", withdrawn_on="2025-01-01")
    theirs = NeedsAssessment.objects.create(partnership=cast.theirs, title="Otherton's assessment")
    address, newer = at("annualreview_add", published.pk), {**REVIEW, "assessment_looked": "newer"}
    for wrong in (gone, theirs):
        assert "assessment" in coordinator.post(address, {**newer, "assessment": wrong.pk}).context["form"].errors
    contradiction = coordinator.post(address, {**REVIEW, "assessment": ours.pk})
    assert "Say above that there is a newer one, or choose none here." in text_of(contradiction)
    page = coordinator.post(address, {**newer, "assessment": ours.pk}, follow=True)
    assert "There is a newer one" in text_of(page)
    assert at("needsassessment", ours.pk) in text_of(page)


def test_revision_names_what_follows_and_then_what_followed(cast: Cast, coordinator: Client, published: Strategy) -> None:
    review = make_review(published, decision="revise")
    page = text_of(coordinator.get(at("annualreview", review.pk)))
    assert "consulted on anew, published, and sent to the Home Office within seven days" in page
    assert "No later version is recorded yet." in page
    assert at("version_freeze", published.pk) in page
    assert at("version_freeze", published.pk) not in text_of(signed_in(cast.viewer).get(at("annualreview", review.pk)))
    copied = {"title": "x", "form": "typed", "sha256": "1" * 64, "frozen_at": "2025-03-01T12:00:00Z"}
    later = Version.objects.create(strategy=published, number=2, dated=day("2025-03-01"), **copied)
    page = text_of(coordinator.get(at("annualreview", review.pk)))
    assert at("version", later.pk) in page
    assert "No later version is recorded yet." not in page


def test_revision_by_a_later_strategy_offers_no_version_of_the_old_one(cast: Cast, coordinator: Client, published: Strategy) -> None:
    later = make_version(cast.ours, cast.area, title="Strategy 2026 to 2029").strategy
    Strategy.objects.filter(pk=later.pk).update(follows=published)
    page = text_of(coordinator.get(at("annualreview", make_review(published, decision="revise").pk)))
    assert "Strategy 2026 to 2029" in page
    assert at("version_freeze", published.pk) not in page


@pytest.mark.parametrize(("decision", "words"), [("keep", "stays under review"), ("refresh", "Record the new needs assessment"), ("", "")])
def test_other_decisions_name_what_follows_from_them(coordinator: Client, published: Strategy, decision: str, words: str) -> None:
    page = text_of(coordinator.get(at("annualreview", make_review(published, decision=decision).pk)))
    assert words in page
    assert ("What follows" in page) == bool(decision)
    assert "consulted on anew" not in page


def test_two_people_changing_a_review_both_keep_their_words(coordinator: Client, published: Strategy) -> None:
    address = at("annualreview_change", make_review(published).pk)
    assert coordinator.post(address, {**REVIEW, "findings": "Their words", "seen_version": 1}).status_code == 302
    assert last_event().changes["What the review found"] == ["Fewer hospital visits.", "Their words"]
    page = coordinator.post(address, {**REVIEW, "findings": "My words", "seen_version": 1})
    assert page.status_code == 409
    assert "Their words" in text_of(page)
    assert "My words" in text_of(page)
    assert AnnualReview.objects.get().findings == "Their words"


def test_withdrawn_review_stays_readable_and_can_no_longer_be_changed(coordinator: Client, published: Strategy) -> None:
    review = make_review(published)
    page = coordinator.post(at("annualreview_withdraw", review.pk), {"reason": "Of another strategy", "seen_version": 1}, follow=True)
    assert page.redirect_chain[-1][0] == at("reviews")
    assert "Of another strategy" in text_of(page)
    assert "Withdrawn, so it no longer counts: Of another strategy" in text_of(coordinator.get(at("annualreview", review.pk)))
    assert coordinator.get(at("annualreview_change", review.pk)).status_code == 404
    assert "withdrawn meanwhile" in text_of(coordinator.post(at("annualreview_change", review.pk), {**REVIEW, "seen_version": 2}))


def test_arrangement_is_recorded_once_changed_and_withdrawn(coordinator: Client, published: Strategy) -> None:
    for _ in range(2):
        page = coordinator.post(at("reviewarrangement_add", published.pk), ARRANGEMENT, follow=True)
    arrangement = ReviewArrangement.objects.get()
    assert page.redirect_chain[-1][0] == at("reviews")
    assert "Partnership Board, every 12 months" in text_of(page)
    changed = {**ARRANGEMENT, "counting": "anniversary", "seen_version": 1}
    assert coordinator.post(at("reviewarrangement_change", arrangement.pk), changed).status_code == 302
    assert last_event().changes == {
        "How the yearly review is counted": [
            "One year after the last review or publication",
            "Each year on the day of first publication",
        ]
    }
    coordinator.post(at("reviewarrangement_withdraw", arrangement.pk), {"reason": "Never agreed", "seen_version": 2})
    page = text_of(coordinator.get(at("reviews")))
    assert "Never agreed" in page
    assert at("reviewarrangement_change", arrangement.pk) not in page


@pytest.mark.parametrize("months", ["0", "-1", "121", "1.5", "often", "99999999999999999999"])
def test_number_of_months_out_of_bounds_gets_a_sentence(coordinator: Client, published: Strategy, months: str) -> None:
    page = coordinator.post(at("reviewarrangement_add", published.pk), {**ARRANGEMENT, "every_months": months})
    assert page.context["form"].errors["every_months"][0] == "“Every how many months” is a whole number from 1 to 120, for example 12."
    assert not ReviewArrangement.objects.exists()


def test_arrangement_may_leave_open_what_is_not_known_and_a_next_review_before_it_was_agreed_is_questioned(
    coordinator: Client, published: Strategy
) -> None:
    address = at("reviewarrangement_add", published.pk)
    assert coordinator.post(address, {"who": "Board", "counting": "rolling"}).status_code == 302
    page = coordinator.post(address, {**ARRANGEMENT, "next_on": "December 2023"})
    assert "The next review is planned for December 2023, yet this was agreed later: 16 January 2024." in text_of(page)
