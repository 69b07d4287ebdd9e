"""Money and the papers of the year: grants to the penny, returns, the regional plan, the partnership plan (DL-08, DL-09, DL-12, DL-17)."""

from typing import Any

import pytest

from compliance.finding import Finding, Status
from tests.compliance.asking import due, find, status
from tests.compliance.build import day, facts
from tests.compliance.delivery_for_facts import (
    STREAM,
    contact,
    grant_return,
    homicide_review,
    line,
    partnership_plan,
    regional_plan,
    stream,
)

MONEY, REGION, PLAN, HOMICIDES, POLICING = "SVD-FUND-01", "SVD-FUND-02", "SVD-CSP-01", "SVD-OWHR-01", "SVD-LPB-01"
YEAR = f"stream:{STREAM}/year:2026"


# Awarded, committed and spent


def spent(*lines: Any, on: str = "2027-03-31", key: str = YEAR, **changes: Any) -> Finding:
    return find(facts(streams=(stream(*lines, **changes),)), MONEY, on, key)


AWARD = line("award", "20232.36")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ((AWARD, line("spend", "20232.36")), Status.MET),
        ((AWARD, line("spend", "20232.37")), Status.NOT_MET),
        ((AWARD, line("commitment", "20000.00"), line("commitment", "232.37")), Status.NOT_MET),
        ((line("spend", "10.00"),), Status.CANNOT_TELL),
        ((AWARD, line("spend", "10.00", typed=False)), Status.CANNOT_TELL),
        ((AWARD, line("spend", "10.00", year=2025)), Status.MET),
        ((AWARD, line("spend", "99999.99", on="2027-04-01")), Status.MET),
    ],
)
def test_no_more_is_committed_or_spent_than_was_awarded_to_the_penny(lines: tuple[Any, ...], expected: Status):
    assert spent(*lines).status is expected


@pytest.mark.parametrize(
    ("paid", "expected"),
    [("2027-03-31", Status.MET), ("2027-04-01", Status.NOT_MET), ("2027-04", Status.NOT_MET), ("2027", Status.CANNOT_TELL)],
)
def test_nothing_is_spent_after_the_year_unless_it_may_be_carried_over(paid: str, expected: Status):
    lines = (AWARD, line("spend", "10.00", on=paid))
    found = spent(*lines, on="2028-01-01")
    assert (found.status, found.current) == (expected, False)
    assert spent(*lines, on="2028-01-01", carries_over=True).status is Status.MET


def test_what_was_left_of_a_year_that_is_over_is_said():
    assert "£232.36 was not spent" in spent(AWARD, line("spend", "20000.00"), on="2027-04-01").why
    assert "not spent" not in spent(AWARD, line("spend", "20000.00")).why


@pytest.mark.parametrize(
    ("paid", "carries", "expected"), [("1232.36", True, Status.MET), ("1232.37", True, Status.NOT_MET), ("1000.01", False, Status.NOT_MET)]
)
def test_what_was_carried_over_may_be_spent_and_no_penny_more(paid: str, carries: bool, expected: Status):
    before = line("award", "20232.36", 2025), line("spend", "20000.00", 2025)
    found = spent(*before, line("award", "1000.00"), line("spend", paid), carries_over=carries)
    assert found.status is expected
    assert ("£232.36 carried over" in found.why) is carries


def test_a_stream_without_amounts_is_asked_for_them_and_a_later_year_is_not_judged_yet():
    assert status(facts(), MONEY) is Status.NOT_APPLICABLE
    assert status(facts(streams=(stream(),)), MONEY) is Status.CANNOT_TELL
    assert status(facts(streams=(stream(planned=True),)), MONEY) is Status.NOT_APPLICABLE
    kept = facts(streams=(stream(AWARD),))
    assert status(kept, MONEY, "2026-03-31") is Status.CANNOT_TELL
    assert status(kept, MONEY, "2027-04-01", f"stream:{STREAM}") is Status.NOT_APPLICABLE


# Returns (DL-12)


@pytest.mark.parametrize(
    ("sent", "on", "expected", "late_by"),
    [
        (None, "2026-08-14", Status.DUE_LATER, 0),
        (None, "2026-08-15", Status.DUE_SOON, 0),
        (None, "2026-09-14", Status.DUE_SOON, 0),
        (None, "2026-09-15", Status.OVERDUE, 0),
        ("2026-09-14", "2026-09-15", Status.MET, 0),
        ("2026-09-15", "2026-09-15", Status.MET_LATE, 1),
        ("2026-09", "2026-10-01", Status.CANNOT_TELL, 0),
    ],
)
def test_a_return_is_due_on_the_day_its_funder_set(sent: str | None, on: str, expected: Status, late_by: int):
    one = grant_return("2026-09-14", sent, quarter=1)
    found = find(facts(streams=(stream(AWARD, one),)), MONEY, on, f"grantreturn:{one.pk}")
    assert (found.status, found.late_by, due(found)) == (expected, late_by, day("2026-09-14"))


def test_a_return_that_was_sent_is_history_once_its_year_is_over_and_one_that_was_not_stays():
    sent, missed = grant_return("2026-09-14", "2026-09-20", quarter=1), grant_return("2026-12-14", quarter=2)
    kept = facts(streams=(stream(AWARD, sent, missed),))
    assert find(kept, MONEY, "2027-03-31", f"grantreturn:{sent.pk}").current
    assert not find(kept, MONEY, "2027-04-01", f"grantreturn:{sent.pk}").current
    assert find(kept, MONEY, "2027-04-01", f"grantreturn:{missed.pk}").current


# The regional plan (DL-08)


@pytest.mark.parametrize(
    ("sent", "on", "expected"),
    [
        (None, "2024-01-28", Status.DUE_LATER),
        (None, "2024-01-29", Status.DUE_SOON),
        (None, "2024-02-28", Status.DUE_SOON),
        (None, "2024-02-29", Status.OVERDUE),
        ("2024-02-28", "2024-02-29", Status.MET),
        ("2024-02-29", "2024-02-29", Status.MET_LATE),
    ],
)
def test_the_regional_plan_is_due_on_the_day_that_was_entered(sent: str | None, on: str, expected: Status):
    found = find(facts(regional_plans=(regional_plan("2024-02-28", sent),)), REGION, on)
    assert (found.status, due(found)) == (expected, day("2024-02-28"))


def test_no_year_is_assumed_and_the_newest_plan_stands_for_the_duty():
    assert status(facts(), REGION) is Status.NOT_APPLICABLE
    missed, sent, open_one = regional_plan("2024-02-28"), regional_plan("2025-02-28", "2025-02-20"), regional_plan("2026-02-27")
    kept = facts(regional_plans=(missed, sent, open_one))
    current = {plan.pk: find(kept, REGION, "2026-01-01", f"regionalplan:{plan.pk}").current for plan in (missed, sent, open_one)}
    assert current == {missed.pk: False, sent.pk: False, open_one.pk: True}


# The partnership plan (CDA 1998 s.6(1)(d); DL-09 as help)


@pytest.mark.parametrize(
    ("plan", "expected"),
    [
        (partnership_plan("yes"), Status.MET),
        (partnership_plan("", strategy_pk=51), Status.MET),
        (partnership_plan("no", strategy_pk=51), Status.NOT_MET),
        (partnership_plan(""), Status.CANNOT_TELL),
        (partnership_plan("yes", period_to="2026-11-29"), Status.NOT_MET),
        (partnership_plan("yes", period_to="2026-11-30"), Status.MET),
        (partnership_plan("yes", adopted_on="2026-12-01"), Status.NOT_MET),
        (partnership_plan("yes", adopted_on="2026-11"), Status.MET),
        (partnership_plan("yes", adopted_on="2026"), Status.CANNOT_TELL),
    ],
)
def test_the_partnership_plan_covers_serious_violence_or_points_to_the_strategy(plan: Any, expected: Status):
    assert status(facts(partnership_plans=(plan,)), PLAN, "2026-11-30") is expected


def test_the_best_of_several_plans_counts_and_without_one_the_duty_is_not_met():
    assert status(facts(), PLAN) is Status.NOT_MET
    assert status(facts(partnership_plans=(partnership_plan("no"), partnership_plan("yes"), partnership_plan(""))), PLAN) is Status.MET


@pytest.mark.parametrize(("on", "expected"), [("2026-11-22", "2027-03-31"), ("2027-03-31", "2027-03-31"), ("2027-04-01", "2028-03-31")])
def test_the_day_before_the_year_is_help_and_never_makes_it_overdue(on: str, expected: str):
    found = find(facts(partnership_plans=(partnership_plan("yes"),)), PLAN, on)
    assert (found.status, due(found)) == (Status.MET, day(expected))
    assert found.due
    assert not found.due.in_law
    assert "help" in found.due.words


# Homicide reviews, where they are in force


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, Status.DUE_LATER),
        ({"decided_on": "2026-06-01"}, Status.CANNOT_TELL),
        ({"decided_on": "2026-06-01", "under_review": False}, Status.MET),
        ({"decided_on": "2026-06-01", "under_review": True}, Status.DUE_LATER),
        ({"decided_on": "2026-06-01", "under_review": True, "finished_on": "2027-06-30"}, Status.MET),
        ({"decided_on": "2026-06-01", "under_review": True, "finished_on": "2027-07-01"}, Status.DUE_LATER),
        ({"decided_on": "2027-06-30", "under_review": True, "finished_on": "2027"}, Status.CANNOT_TELL),
    ],
)
def test_a_homicide_that_was_notified_is_decided_on_and_reviewed(changes: dict[str, Any], expected: Status):
    case = homicide_review("2026-05-01", **changes)
    assert status(facts(homicide_reviews=True, homicides=(case,)), HOMICIDES) is expected
    assert status(facts(homicides=(case,)), HOMICIDES) is Status.NOT_APPLICABLE


def test_a_register_without_a_case_is_enough():
    assert status(facts(homicide_reviews=True), HOMICIDES) is Status.MET
    assert status(facts(homicide_reviews=True, homicides=(homicide_review("2027-07-01"),)), HOMICIDES) is Status.MET


# What the policing body found and asked an answer to (DL-17)


@pytest.mark.parametrize(
    ("answered", "on", "expected", "late_by"),
    [
        (None, "2026-05-24", Status.DUE_LATER, 0),
        (None, "2026-05-25", Status.DUE_SOON, 0),
        (None, "2026-06-01", Status.DUE_SOON, 0),
        (None, "2026-06-02", Status.OVERDUE, 0),
        ("2026-06-01", "2026-06-02", Status.MET, 0),
        ("2026-06-02", "2026-06-02", Status.MET_LATE, 1),
    ],
)
def test_a_visit_is_answered_by_the_day_the_policing_body_asked_for(answered: str | None, on: str, expected: Status, late_by: int):
    found = find(facts(policing_contacts=(contact("2026-05-05", answer_by="2026-06-01", answered_on=answered),)), POLICING, on)
    assert (found.status, found.late_by, due(found)) == (expected, late_by, day("2026-06-01"))
    assert found.due
    assert not found.due.in_law


def test_a_meeting_that_asked_for_nothing_is_no_duty():
    assert status(facts(policing_contacts=(contact("2026-05-05"),)), POLICING) is Status.NOT_APPLICABLE
    answered = contact("2026-05-05", answered_on="2026-05-20")
    assert status(facts(policing_contacts=(answered,)), POLICING) is Status.MET
    assert status(facts(policing_contacts=(answered,)), POLICING, "2026-05-19") is Status.NOT_APPLICABLE
