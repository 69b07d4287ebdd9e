"""The reviews page: how each strategy is kept under review, when the next review is due, and whether past ones were in time."""

import datetime
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from strategies.models import AnnualReview, ReviewArrangement, Strategy
from tests.cast import BEGAN, Cast, day, make_version
from tests.compliance.pages import at, published, signed_in, text_of
from tests.strategies.helpers import make_publication, make_review

TODAY = "2024-11-22 12:00:00+00:00"


@pytest.fixture
def strategy(cast: Cast) -> Strategy:
    """Ours, first published on 31 January 2024."""
    return published(cast, on="2024-01-31").strategy


@pytest.fixture
def on_the_day(cast: Cast) -> Any:
    with time_machine.travel(TODAY, tick=False):
        yield signed_in(cast.coordinator)


def page_of(client: Client, **query: str) -> str:
    return text_of(client.get(at("reviews", **query)))


def test_next_review_is_a_year_after_publication_and_the_page_tells_law_from_guidance(on_the_day: Client, strategy: Strategy) -> None:
    page = page_of(on_the_day)
    assert "The Act says keep the strategy under review; yearly is guidance." in page
    assert "Due soon in 70 days Due 31 January 2025 (Friday) (guidance, not law)" in page
    assert "One year after the day it was last published, 31 January 2024" in page
    assert "Kept under review Not met Neither a review nor an arrangement for one is recorded." in page


def test_arrangement_meets_the_act_and_is_shown_with_how_far_off_it_is(on_the_day: Client, strategy: Strategy) -> None:
    ReviewArrangement.objects.create(
        strategy=strategy, who="Safety Board", every_months=12, next_on=day("2025-01-31"), agreed_on=day("2024-01-16")
    )
    page = page_of(on_the_day)
    assert "Kept under review Met Safety Board is to review it every 12 months; next on 31 January 2025 (Friday)." in page
    assert "Safety Board, every 12 months Next planned for 31 January 2025 in 70 days Agreed 16 January 2024" in page


def test_a_decision_to_revise_is_followed_up_and_without_one_nothing_is_said(on_the_day: Client, strategy: Strategy) -> None:
    assert "Revised when needed" not in page_of(on_the_day)
    make_review(strategy, on="2024-11-04", decision="revise")
    cache.clear()
    assert (
        "Revised when needed Due later The review on 4 November 2024 (Monday) decided to revise it. "
        "No version dated after that is recorded: the newest, Serious Violence Strategy, version 1, is dated 1 December 2023. "
        "The Act sets no date for it."
    ) in page_of(on_the_day)


def test_past_reviews_stand_newest_first_with_their_decision_and_whether_they_were_in_time(cast: Cast, strategy: Strategy) -> None:
    make_review(strategy, on="2025-01-10")
    make_review(strategy, on="2026-01-15", decision="revise")
    with time_machine.travel("2026-02-01 12:00:00+00:00", tick=False):
        page = page_of(signed_in(cast.coordinator))
    late = page.index("Revise the strategy Board Met late by 5 days Was due 10 January 2026")
    assert late < page.index("Keep the strategy as it is Board Met Was due 31 January 2025")
    assert "Due 15 January 2027 (Friday)" in page
    assert "One year after the last review, 15 January 2026" in page


@pytest.mark.parametrize(
    ("on", "said", "note"),
    [
        ("2024-11-01", {"decision": ""}, "It does not count as the yearly review yet. Record what was decided."),
        ("2024-01-10", {}, "Held before the strategy was published: the year is counted from publication."),
    ],
)
def test_review_that_answers_no_year_says_why(on_the_day: Client, strategy: Strategy, on: str, said: dict[str, str], note: str) -> None:
    make_review(strategy, on=on, **said)
    assert note in page_of(on_the_day)


def test_review_too_early_for_its_anniversary_says_so(on_the_day: Client, strategy: Strategy) -> None:
    ReviewArrangement.objects.create(strategy=strategy, who="Board", counting="anniversary")
    make_review(strategy, on="2024-06-01")
    page = page_of(on_the_day)
    assert "Held earlier in the year than counts for its anniversary." in page
    assert "Due 31 January 2025 (Friday)" in page


def test_withdrawn_review_and_arrangement_stay_listed_and_count_no_longer(on_the_day: Client, strategy: Strategy) -> None:
    make_review(strategy, on="2024-11-01", withdrawn_on="2024-11-02", withdrawn_reason="Of another paper")
    ReviewArrangement.objects.create(strategy=strategy, who="Old board", withdrawn_on="2024-11-02", withdrawn_reason="Never agreed")
    page = page_of(on_the_day)
    assert "1 November 2024 : the review of Serious Violence Strategy Withdrawn Of another paper" in page
    assert "Held earlier in the year" not in page
    assert "Never agreed" in page
    assert "Kept under review Not met" in page
    assert "Due 31 January 2025 (Friday)" in page


def test_page_as_at_an_earlier_day_leaves_out_what_came_later(on_the_day: Client, strategy: Strategy) -> None:
    make_review(strategy, on="2024-11-01")
    assert "1 November 2024 : the review" in page_of(on_the_day)
    page = page_of(on_the_day, as_at="31 10 2024")
    assert "1 November 2024 : the review" not in page
    assert "No review is recorded by that day." in page


def test_replaced_strategy_stands_among_the_earlier_ones(cast: Cast, strategy: Strategy) -> None:
    later = make_version(cast.ours, cast.area, title="Strategy 2026 to 2029", dated="2025-12-01")
    make_publication(later, on="2026-01-20")
    Strategy.objects.filter(pk=later.strategy_id).update(follows=strategy)
    make_review(strategy, on="2025-01-10")
    with time_machine.travel("2026-02-01 12:00:00+00:00", tick=False):
        response = signed_in(cast.viewer).get(at("reviews"))
    assert [row.strategy.pk for row in response.context["current"]] == [later.strategy_id]
    assert [row.strategy.pk for row in response.context["earlier"]] == [strategy.pk]
    assert text_of(response).index("Strategy 2026 to 2029") < text_of(response).index("Earlier strategies")


def test_an_earlier_strategy_is_history_and_never_overdue(cast: Cast, strategy: Strategy) -> None:
    later = make_version(cast.ours, cast.area, title="Strategy 2026 to 2029", dated="2025-12-01")
    make_publication(later, on="2026-01-20")
    Strategy.objects.filter(pk=later.strategy_id).update(follows=strategy)
    make_review(strategy, on="2025-01-10", decision="revise")
    ReviewArrangement.objects.create(strategy=strategy, who="The board", every_months=12, next_on=day("2025-02"))
    with time_machine.travel("2026-02-01 12:00:00+00:00", tick=False):
        page = text_of(signed_in(cast.viewer).get(at("reviews"))).partition("Earlier strategies")[2]
    assert "Overdue" not in page
    assert "Next planned" not in page
    assert "Strategy 2026 to 2029, version 1 came of that; what is open for it stands with that version." in page


def test_viewer_is_offered_nothing_to_record_and_the_coordinator_is(cast: Cast, strategy: Strategy) -> None:
    add, arrange = at("annualreview_add", strategy.pk), at("reviewarrangement_add", strategy.pk)
    viewers, ours = (signed_in(person).get(at("reviews")).content.decode() for person in (cast.viewer, cast.coordinator))
    assert add in ours
    assert arrange in ours
    assert add not in viewers
    assert arrange not in viewers


def test_partnership_without_a_strategy_is_told_what_belongs_here(cast: Cast) -> None:
    assert "No strategy to review yet" in page_of(signed_in(cast.coordinator))


def test_page_takes_the_same_queries_however_many_strategies_and_reviews(cast: Cast, strategy: Strategy) -> None:
    client, counts = signed_in(cast.coordinator), []
    for strategies, reviews in ((1, 1), (3, 10), (6, 100)):
        while Strategy.objects.count() < strategies:
            published(cast, title=f"Strategy {Strategy.objects.count()}")
        while AnnualReview.objects.count() < reviews:
            done = AnnualReview.objects.count()
            make_review(Strategy.objects.order_by("pk")[done % strategies], on=str(BEGAN.replace(year=2024) + datetime.timedelta(done)))
            ReviewArrangement.objects.create(strategy=strategy, who="Board")
        client.get(at("reviews"))
        with CaptureQueriesContext(connection) as seen:
            assert client.get(at("reviews")).status_code == 200
        counts.append(len(seen))
        cache.clear()
    assert counts == [counts[0]] * 3
    assert counts[0] <= 12
