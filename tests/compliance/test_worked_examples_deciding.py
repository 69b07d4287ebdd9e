"""What the strategy contains, who approved it, and equality before that: every worked example, to the day."""

import pytest

from compliance.finding import Status
from tests.compliance.asking import due, find, status
from tests.compliance.build import approval, contents, day, equality, facts, strategy, version, website

CONTENTS, APPROVED, EQUALITY = "SVD-STR-02", "SVD-STR-04", "SVD-STR-05"
OUT = website("2024-01-16")


def test_without_any_version_there_is_nothing_to_decide_on():
    for code in (CONTENTS, APPROVED, EQUALITY):
        found = find(facts(), code)
        assert (found.key, found.status) == ("partnership", Status.NOT_APPLICABLE)


# The contents check


@pytest.mark.parametrize(
    ("answers", "aligned", "expected"),
    [
        ({}, 1, Status.MET),
        ({}, 0, Status.CANNOT_TELL),
        ({"aligned": "not-needed"}, 0, Status.MET),
        ({"review": "not-needed"}, 1, Status.MET),
        ({"review": "partly"}, 1, Status.NOT_MET),
        ({"review": "no"}, 1, Status.NOT_MET),
        ({"review": ""}, 1, Status.CANNOT_TELL),
        ({"review": "no", "arrangements": ""}, 1, Status.NOT_MET),
        ({"aligned": "no"}, 0, Status.NOT_MET),
    ],
)
def test_a_strategy_contains_what_it_should_when_each_element_is_there_and_the_aligned_ones_are_named(
    answers: dict, aligned: int, expected: Status
):
    assert status(facts(strategy(version(contents(**answers)), aligned=aligned)), CONTENTS) is expected


def test_what_is_missing_is_named():
    found = find(facts(strategy(version(contents(review="no", arrangements="partly")), aligned=1)), CONTENTS)
    assert "Review" in found.why
    assert "Who takes part" in found.why
    assert "Aligned" not in found.why


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), Status.DUE_LATER),
        ((approval("2023-12-13", "noted"),), Status.DUE_LATER),
        ((approval("2023-12-13", "sent-back"),), Status.DUE_LATER),
        ((approval("2023-12-13"),), Status.NOT_MET),
        ((OUT,), Status.NOT_MET),
    ],
)
def test_a_version_that_nobody_checked_is_wanting_once_it_is_approved_or_published(records: tuple, expected: Status):
    assert status(facts(strategy(version(*records))), CONTENTS) is expected


@pytest.mark.parametrize(
    ("on", "expected"), [("2024-01-31", Status.NOT_MET), ("2024-02-01", Status.CANNOT_TELL), ("2024-02-29", Status.MET)]
)
def test_a_vague_check_counts_when_its_month_is_over(on: str, expected: Status):
    assert status(facts(strategy(version(OUT, contents("2024-02")), aligned=1)), CONTENTS, on) is expected


def test_the_newest_check_of_the_day_counts():
    kept = facts(strategy(version(contents("2024-02-01", review=""), contents("2023-12-01", review="no")), aligned=1))
    assert status(kept, CONTENTS, "2024-01-31") is Status.NOT_MET
    assert status(kept, CONTENTS, "2024-02-01") is Status.CANNOT_TELL


def test_a_check_of_an_earlier_version_says_nothing_about_the_next():
    both = facts(strategy(version(contents(), OUT), version(website("2025-01-16"), pk=102, number=2), aligned=1))
    assert status(both, CONTENTS, key="version:101") is Status.MET
    assert status(both, CONTENTS, key="version:102") is Status.NOT_MET


# Approval


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((approval("2023-12-13"),), Status.MET),
        ((approval("2023-12-13"), OUT), Status.MET),
        ((approval("2024-03-01"), OUT), Status.MET),
        ((approval("2023-12-13", "noted"),), Status.DUE_LATER),
        ((approval("2023-12-13", "noted"), OUT), Status.NOT_MET),
        ((approval("2023-12-13", "sent-back"),), Status.NOT_MET),
        ((approval("2023-12-13", "sent-back"), approval("2024-01-10")), Status.MET),
        ((approval("2023-12-13"), approval("2024-01-10", "sent-back")), Status.NOT_MET),
        ((approval("2023-12-13"), approval("2024-01-10", "noted")), Status.MET),
        ((approval("2023-12-13"), approval("2028", "sent-back")), Status.MET),
        ((approval("2027"),), Status.CANNOT_TELL),
        ((approval("2027", "sent-back"),), Status.DUE_LATER),
        ((approval("2027", "sent-back"), OUT), Status.NOT_MET),
        ((OUT,), Status.NOT_MET),
        ((), Status.DUE_LATER),
    ],
)
def test_a_version_is_approved_until_it_is_sent_back(records: tuple, expected: Status):
    assert status(facts(strategy(version(*records))), APPROVED) is expected


@pytest.mark.parametrize(("on", "expected"), [("2023-12-12", Status.DUE_LATER), ("2023-12-13", Status.MET)])
def test_an_approval_counts_from_its_day(on: str, expected: Status):
    assert status(facts(strategy(version(approval("2023-12-13")))), APPROVED, on) is expected


def test_an_approval_after_publication_is_said_to_be_so():
    def why(decided_on: str) -> str:
        return find(facts(strategy(version(OUT, approval(decided_on)))), APPROVED).why

    assert "after" in why("2024-01-17")
    assert "after" not in why("2024-01-16")


# Equality, on or before the day of the decision


@pytest.mark.parametrize(
    ("made", "expected", "late_by"),
    [
        ("2023-12-01", Status.MET, 0),
        ("2023-12-13", Status.MET, 0),
        ("2023-12-14", Status.MET_LATE, 1),
        ("2024-02-29", Status.MET_LATE, 78),
        ("2023-11", Status.MET, 0),
        ("2023-12", Status.CANNOT_TELL, 0),
        ("2023-24", Status.CANNOT_TELL, 0),
        ("2024-21", Status.MET_LATE, 79),
    ],
)
def test_equality_is_considered_before_the_approval_of_13_december_2023_or_late(made: str, expected: Status, late_by: int):
    found = find(facts(strategy(version(approval("2023-12-13"), OUT, equality(made)))), EQUALITY)
    assert (found.status, found.late_by, due(found)) == (expected, late_by, day("2023-12-13"))


@pytest.mark.parametrize(
    ("on", "expected"), [("2023-12-12", Status.DUE_LATER), ("2023-12-13", Status.DUE_SOON), ("2023-12-14", Status.OVERDUE)]
)
def test_equality_is_overdue_the_day_after_the_approval(on: str, expected: Status):
    assert status(facts(strategy(version(approval("2023-12-13")))), EQUALITY, on) is expected


def test_the_first_approval_decides_and_a_noting_or_a_sending_back_never():
    kept = version(approval("2023-11-01", "noted"), approval("2023-11-02", "sent-back"), approval("2024-02-01"), approval("2023-12-13"))
    assert due(find(facts(strategy(kept)), EQUALITY)) == day("2023-12-13")


def test_where_no_approval_is_known_the_publication_is_the_decision():
    assert status(facts(strategy(version(OUT, equality("2024-01-16")))), EQUALITY) is Status.MET
    late = find(facts(strategy(version(OUT, equality("2024-01-17")))), EQUALITY)
    assert (late.status, late.late_by) == (Status.MET_LATE, 1)
    assert status(facts(strategy(version(OUT))), EQUALITY) is Status.OVERDUE


def test_before_any_decision_equality_is_met_when_it_was_considered_and_due_later_when_not():
    assert status(facts(strategy(version(equality("2023-12-20")))), EQUALITY) is Status.MET
    assert status(facts(strategy(version())), EQUALITY) is Status.DUE_LATER
    assert status(facts(strategy(version(equality("2024-01-20")))), EQUALITY, "2024-01-19") is Status.DUE_LATER


@pytest.mark.parametrize(
    ("decided", "made", "expected"),
    [
        ("2023-12", "2023-12-01", Status.MET),
        ("2023-12", "2023-12-02", Status.CANNOT_TELL),
        ("2023-12", "2023-12-31", Status.CANNOT_TELL),
        ("2023-12", "2024-01-01", Status.MET_LATE),
    ],
)
def test_against_a_vague_approval_equality_is_in_time_or_late_only_when_surely_so(decided: str, made: str, expected: Status):
    assert status(facts(strategy(version(approval(decided), equality(made)))), EQUALITY) is expected


def test_an_assessment_of_a_draft_counts_for_the_version_it_led_to_but_not_for_the_next_revision():
    first = version(equality("2023-11-01"))
    second = version(approval("2023-12-13"), OUT, pk=102, number=2)
    third = version(approval("2025-12-13"), pk=103, number=3, dated="2025-12-01")
    kept = facts(strategy(first, second, third))
    assert status(kept, EQUALITY, key="version:102") is Status.MET
    assert status(kept, EQUALITY, key="version:103") is Status.OVERDUE


def test_nothing_is_asked_of_a_decision_before_the_duty_began():
    early = facts(strategy(version(approval("2023-01-30"), dated="2022-06-01")), records_from="2022-01-01")
    assert status(early, EQUALITY) is Status.NOT_APPLICABLE
    on_the_day = facts(strategy(version(approval("2023-01-31"), dated="2022-06-01")), records_from="2022-01-01")
    assert status(on_the_day, EQUALITY) is Status.OVERDUE
