"""Risks, the worst first; and training, in numbers by sector."""

from collections.abc import Callable
from typing import Any

import pytest
import time_machine
from django.test import Client

from partnerships.models import RoleGrant
from partnerships.models.person import Role
from strategies.models import Risk, TrainingRecord
from strategies.models.training import Sector
from tests.cast import Cast, day, make_holder
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, last_event, text_of

RATED = {"title": "Money ends", "likelihood": "4", "impact": "4", "likelihood_after": "2", "impact_after": "4", "review_on": "1 12 2026"}
LOOKED = {"reviewed_on": "24 11 2026", "review_on": "1 3 2027", "seen_version": "1"}
TALK = {"title": "The duty and its signs", "sector": "health", "held_on": "14 9 2026", "people": "24"}


@pytest.fixture(autouse=True)
def today() -> Any:
    with time_machine.travel("2026-11-24 12:00:00+00:00", tick=False) as traveller:
        yield traveller


def risk(cast: Cast, title: str, before: tuple[int, int] | None, after: tuple[int, int] | None = None, **fields: Any) -> Risk:
    (likelihood, impact), (then, bad) = before or (None, None), after or (None, None)
    rated = {"likelihood": likelihood, "impact": impact, "likelihood_after": then, "impact_after": bad}
    return Risk.objects.create(partnership=cast.ours, title=title, **rated, **fields)


def test_the_worst_stands_first_by_what_remains_and_both_grids_name_it_by_its_number(coordinator: Client, cast: Cast) -> None:
    risk(cast, "Treated", (5, 5), (1, 2))
    risk(cast, "Unrated", None)
    risk(cast, "Untreated", (3, 3))
    risk(cast, "Worst", (4, 4), (4, 3))
    risk(cast, "Closed", (5, 5), ends=day("2026-11-01"))
    page = coordinator.get(at("risks"))
    assert [line.risk.title for line in page.context["lines"]] == ["Worst", "Untreated", "Treated", "Unrated"]
    before, after = (grid for _, grid in page.context["grids"])
    assert "3: how likely 5, how bad 5, very high; 1: how likely 4, how bad 4, very high; 2:" in before
    assert "1: how likely 4, how bad 3, high; 3: how likely 1, how bad 2, low." in after
    assert "Closed</a>, until 1 November 2026" in text_of(page)


@pytest.mark.parametrize(
    ("review_on", "words"),
    [("2026-11-23", "1 day overdue"), ("2026-11-24", ""), ("2026-11", ""), ("2026-10", "24 days overdue")],
)
def test_a_review_is_overdue_after_the_last_day_it_may_mean(coordinator: Client, cast: Cast, review_on: str, words: str) -> None:
    found = risk(cast, "Money ends", (4, 4), review_on=day(review_on))
    for address in (at("risks"), at("risk", found.pk)):
        shown = text_of(coordinator.get(address))
        assert (words in shown) if words else ("overdue" not in shown)


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"impact": ""}, "impact", "A rating takes both"),
        ({"likelihood_after": ""}, "likelihood_after", "A rating takes both"),
        ({"likelihood": "6"}, "likelihood", "what was sent is not in it"),
        ({"reviewed_on": "25 11 2026"}, "reviewed_on", "still to come"),
        ({"reviewed_on": "20 11 2026", "review_on": "19 11 2026"}, "review_on", "the next time cannot be 19 November 2026"),
    ],
)
def test_half_a_rating_and_days_that_cannot_be_are_refused(coordinator: Client, changes: dict[str, str], field: str, sentence: str) -> None:
    page = coordinator.post(at("risk_add"), {**RATED, **changes})
    assert sentence in " ".join(page.context["form"].errors[field])
    assert not Risk.objects.exists()


def test_a_risk_rated_worse_with_what_is_done_is_doubted(coordinator: Client) -> None:
    page = coordinator.post(at("risk_add"), {**RATED, "likelihood_after": "5", "impact_after": "5"})
    assert page.context["form"].to_tick == "worse"
    for _ in range(2):
        coordinator.post(at("risk_add"), RATED)
    assert Risk.objects.count() == 1


def test_the_body_that_answers_for_a_risk_reviews_it_and_changes_nothing_else(cast: Cast) -> None:
    body = make_holder(cast.ours, cast.area).organisation
    found = risk(cast, "Money ends", (4, 4))
    client = signed_in(cast.people[Role.CONTRIBUTOR])
    RoleGrant.objects.filter(user=cast.people[Role.CONTRIBUTOR]).update(body=body)
    looked = LOOKED | {"treatment": "A bid is written.", "likelihood_after": "2", "impact_after": "4", "title": "Mine now"}
    assert client.post(at("risk_review", found.pk), looked).status_code == 403
    Risk.objects.update(owner=body)
    assert client.post(at("risk_review", found.pk), looked).status_code == 302
    found.refresh_from_db()
    assert (found.treatment, found.likelihood_after, found.title) == ("A bid is written.", 2, "Money ends")
    assert last_event().event == "risk.changed"
    assert client.get(at("risk_change", found.pk)).status_code == 403


def test_a_review_offers_today_and_asks_for_the_next_day_anew(coordinator: Client, cast: Cast) -> None:
    found = risk(cast, "Money ends", (4, 4), reviewed_on=day("2026-05-01"), review_on=day("2026-11-01"))
    form = coordinator.get(at("risk_review", found.pk)).context["form"]
    assert (str(form["reviewed_on"].value()), form["review_on"].value()) == ("24 November 2026", None)
    coordinator.post(at("risk_review", found.pk), LOOKED)
    found.refresh_from_db()
    assert (found.reviewed_on, found.review_on) == (day("2026-11-24"), day("2027-03-01"))


@pytest.mark.parametrize(
    ("changes", "field", "sentence"),
    [
        ({"reviewed_on": "1 5 2026"}, "reviewed_on", "The last look at it was 1 May 2026. Enter the later day"),
        ({"reviewed_on": "April 2026"}, "reviewed_on", "The last look at it was 1 May 2026"),
        ({"reviewed_on": ""}, "reviewed_on", "Enter the day it was looked at"),
        ({"review_on": "23 11 2026"}, "review_on", "23 November 2026 is over. Enter by when"),
        ({"review_on": ""}, "review_on", "Enter by when it is to be looked at next"),
    ],
)
def test_a_review_that_changes_nothing_is_refused_and_the_risk_stays_overdue(
    coordinator: Client, cast: Cast, changes: dict[str, str], field: str, sentence: str
) -> None:
    found = risk(cast, "Money ends", (4, 4), reviewed_on=day("2026-05-01"), review_on=day("2026-11-01"))
    page = coordinator.post(at("risk_review", found.pk), LOOKED | changes)
    assert sentence in " ".join(page.context["form"].errors[field])
    found.refresh_from_db()
    assert (found.version, found.review_on) == (1, day("2026-11-01"))


def test_what_was_said_of_a_risk_today_may_be_put_right_today(coordinator: Client, cast: Cast) -> None:
    found = risk(cast, "Money ends", (4, 4), reviewed_on=day("2026-11-24"), review_on=day("2027-01-01"))
    assert coordinator.post(at("risk_review", found.pk), LOOKED).status_code == 302


def test_training_is_added_up_by_sector_and_what_is_withdrawn_or_not_counted_does_not_count(coordinator: Client) -> None:
    for changes in ({}, {}, {"people": "6", "held_on": "September 2026"}, {"people": ""}, {"sector": "police", "people": "1"}):
        coordinator.post(at("trainingrecord_add"), {**TALK, **changes})
    page = coordinator.get(at("training"))
    lines = {line.sector: line for line in page.context["sectors"]}
    assert list(lines) == list(Sector)
    assert (lines[Sector.HEALTH].times, lines[Sector.HEALTH].people_words) == (3, "30 and more")
    assert (lines[Sector.POLICE].people_words, lines[Sector.FIRE].people_words) == ("1", "None")
    assert page.context["people"] == 31
    first = TrainingRecord.objects.get(people=24)
    coordinator.post(at("trainingrecord_withdraw", first.pk), {"reason": "Twice.", "seen_version": first.version})
    assert coordinator.get(at("training")).context["people"] == 7


@pytest.mark.parametrize(
    ("changes", "field"), [({"people": "0"}, "people"), ({"people": "-3"}, "people"), ({"held_on": "25 11 2026"}, "held_on")]
)
def test_training_of_nobody_or_still_to_come_is_refused(coordinator: Client, changes: dict[str, str], field: str) -> None:
    page = coordinator.post(at("trainingrecord_add"), {**TALK, **changes})
    assert field in page.context["form"].errors
    assert not TrainingRecord.objects.exists()


def test_lists_ask_the_database_no_more_for_a_hundred_records(
    coordinator: Client, cast: Cast, django_assert_max_num_queries: Callable[[int], Any]
) -> None:
    body = make_holder(cast.ours, cast.area).organisation
    for number in range(100):
        risk(cast, f"Risk {number}", (1 + number % 5, 3), owner=body)
        TrainingRecord.objects.create(partnership=cast.ours, title=f"Talk {number}", sector="fire", held_on=day("2026"), people=number + 1)
    for route in ("risks", "training"):
        with django_assert_max_num_queries(10):
            coordinator.get(at(route))
