"""Watching over it: measures, risks, the yearly statement and training, to the day (guidance and local; DL-13)."""

from typing import Any

import pytest

from compliance.finding import Finding, Status
from tests.compliance.asking import due, find, status
from tests.compliance.build import day, facts
from tests.compliance.delivery_for_facts import MEASURE, RISK, measure, published, risk, statement, training

MEASURED, RISKS, ASSURED, TRAINED = "SVD-MON-01", "SVD-MON-02", "SVD-MON-03", "SVD-MON-04"
ONE = f"measure:{MEASURE}"


@pytest.mark.parametrize("code", [MEASURED, RISKS, TRAINED])
def test_nothing_of_a_kind_is_missed_until_the_strategy_is_published(code: str):
    assert status(facts(published()), code, "2024-01-15") is Status.DUE_LATER
    assert status(facts(published()), code, "2024-01-16") is Status.NOT_MET
    assert status(facts(published("2024-01")), code, "2024-01-16") is Status.DUE_LATER
    assert status(facts(published(), not_in_papers=(code,)), code, "2024-01-16") is Status.NOT_HELD


# Measures: each figure so many days after its time has ended


def measured(one: Any, on: str, key: str = ONE, **changes: Any) -> Finding:
    return find(facts(published(), measures=(one,), **changes), MEASURED, on, key)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-09-30", Status.MET),
        ("2026-10-01", Status.DUE_SOON),
        ("2026-11-29", Status.DUE_SOON),
        ("2026-11-30", Status.OVERDUE),
    ],
)
def test_the_next_figure_is_due_sixty_days_after_its_quarter(on: str, expected: Status):
    found = measured(measure(("2026-04-01", "2026-06-30")), on)
    assert (found.status, due(found)) == (expected, day("2026-11-29"))
    assert found.due
    assert not found.due.in_law


@pytest.mark.parametrize(
    ("every", "days", "last", "expected"),
    [
        (1, 0, "2028-01-31", "2028-02-29"),
        (1, 0, "2027-01-31", "2027-02-28"),
        (1, 14, "2027-02-28", "2027-04-14"),
        (6, 0, "2026-09-30", "2027-03-31"),
        (12, 60, "2026-03-31", "2027-05-30"),
        (12, 0, "2028-02-28", "2029-02-27"),
    ],
)
def test_months_and_years_end_as_the_calendar_does(every: int, days: int, last: str, expected: str):
    assert due(measured(measure(("2026-01-01", last), every=every, days=days), "2030-01-01")) == day(expected)


@pytest.mark.parametrize(
    ("starts", "on", "expected"),
    [
        ("2026-04-01", "2026-06-30", Status.DUE_LATER),
        ("2026-04-01", "2026-07-01", Status.DUE_SOON),
        ("2026-04-01", "2026-08-29", Status.DUE_SOON),
        ("2026-04-01", "2026-08-30", Status.OVERDUE),
        ("2026-04", "2026-08-30", Status.CANNOT_TELL),
        ("2026-04", "2026-09-27", Status.CANNOT_TELL),
        ("2026-04", "2026-09-28", Status.OVERDUE),
        (None, "2026-08-30", Status.CANNOT_TELL),
    ],
)
def test_the_first_figure_counts_from_the_day_since_when_it_is_measured(starts: str | None, on: str, expected: Status):
    assert measured(measure(starts=starts), on).status is expected


def test_a_figure_of_later_days_is_not_known_yet_and_a_measure_that_ended_is_asked_for_no_more():
    assert measured(measure(("2026-04-01", "2026-06-30")), "2026-06-29").status is Status.DUE_LATER
    ended = facts(published(), measures=(measure(ends="2026-12-31"),))
    assert status(ended, MEASURED, "2026-12-31") is Status.OVERDUE
    assert find(ended, MEASURED, "2027-01-01").key == "partnership"


@pytest.mark.parametrize(("following", "left_out"), [("2026-07-01", False), ("2026-09-30", False), ("2026-10-01", True)])
def test_a_quarter_left_out_is_history_and_a_shorter_time_is_not(following: str, left_out: bool):
    one = measure(("2026-04-01", "2026-06-30"), (following, "2026-12-31"))
    kept = facts(published(), measures=(one,))
    assert status(kept, MEASURED, "2027-01-15", ONE) is Status.MET
    if left_out:
        gap = measured(one, "2027-01-15", f"{ONE}/gap:2026-07-01")
        assert (gap.status, gap.current) == (Status.NOT_MET, False)
        assert find(facts(published(), measures=(one,), records_from="2026-07-02"), MEASURED, "2027-01-15").key == ONE
    else:
        assert find(kept, MEASURED, "2027-01-15").key == ONE


# Risks


@pytest.mark.parametrize(
    ("review_on", "on", "expected"),
    [
        ("2027-05-31", "2027-04-30", Status.MET),
        ("2027-05-31", "2027-05-01", Status.DUE_SOON),
        ("2027-05-31", "2027-05-31", Status.DUE_SOON),
        ("2027-05-31", "2027-06-01", Status.OVERDUE),
        ("2027-05", "2027-05-31", Status.DUE_SOON),
        ("2027-05", "2027-06-01", Status.OVERDUE),
        (None, "2027-06-01", Status.CANNOT_TELL),
    ],
)
def test_a_risk_is_looked_at_again_by_its_day_a_month_by_its_last(review_on: str | None, on: str, expected: Status):
    assert status(facts(risks=(risk(review_on),)), RISKS, on) is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"owned": False}, Status.CANNOT_TELL),
        ({"rated": False}, Status.CANNOT_TELL),
        ({"reviewed_on": "2027-05-30"}, Status.OVERDUE),
        ({"reviewed_on": "2027-05-31"}, Status.CANNOT_TELL),
        ({"reviewed_on": "2027-07-01"}, Status.OVERDUE),
    ],
)
def test_a_risk_needs_somebody_a_rating_and_a_next_day(changes: dict[str, Any], expected: Status):
    found = find(facts(risks=(risk("2027-05-31", **changes),)), RISKS, "2027-06-30")
    assert (found.key, found.status) == (f"risk:{RISK}", expected)


def test_a_risk_that_ended_is_no_risk():
    assert find(facts(risks=(risk("2027-05-31", ends="2027-06-29"),)), RISKS, "2027-06-30").key == "partnership"


# The yearly statement (DL-13)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-04-01", Status.DUE_SOON),
        ("2023-03-31", Status.DUE_LATER),
        ("2023-05-31", Status.DUE_SOON),
        ("2023-06-01", Status.OVERDUE),
    ],
)
def test_a_statement_of_spring_is_due_on_the_last_day_of_may(on: str, expected: Status):
    found = find(facts(statements=(statement(2023, "2023-21"),), records_from="2022-06-01"), ASSURED, on)
    assert (found.status, due(found)) == (expected, day("2023-05-31"))


@pytest.mark.parametrize(
    ("approved", "expected", "late_by"),
    [("2026-05-31", Status.MET, 0), ("2026-06-01", Status.MET_LATE, 1), ("2026-21", Status.MET, 0), ("2026-06", Status.MET_LATE, 1)],
)
def test_a_statement_that_was_approved_is_history_and_the_next_rolls_from_its_day(approved: str, expected: Status, late_by: int):
    kept = facts(statements=(statement(2026, "2026-21", approved),))
    made = find(kept, ASSURED, "2027-03-31", "year:2026")
    assert (made.status, made.late_by, made.current) == (expected, late_by, False)
    following = find(kept, ASSURED, "2027-03-31", "year:2027")
    assert (following.status, due(following)) == (Status.DUE_LATER, day("2027-05-31"))
    assert status(kept, ASSURED, "2027-06-01", "year:2027") is Status.OVERDUE


def test_a_statement_needs_the_board_that_approved_it_and_nobody_has_to_make_one():
    unsigned = facts(statements=(statement(2026, "2026-05-31", "2026-05-01", approver=False),))
    assert status(unsigned, ASSURED, "2026-06-30") is Status.CANNOT_TELL
    assert status(facts(), ASSURED) is Status.NOT_APPLICABLE


# Training


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (training("2027-06-30"), Status.MET),
        (training("2027-06"), Status.MET),
        (training("2027-06-01", None), Status.CANNOT_TELL),
        (training("2027"), Status.CANNOT_TELL),
        (training("2027-07-01"), Status.NOT_MET),
    ],
)
def test_training_counts_with_its_day_and_its_numbers(held: Any, expected: Status):
    assert status(facts(published(), training=(held,)), TRAINED, "2027-06-30") is expected
