"""What happens here and why: every worked example of the needs assessment's rules, to the day (DL-10)."""

import dataclasses

import pytest

from compliance.finding import Status
from tests.compliance.asking import due, find, status
from tests.compliance.build import SECOND_BOROUGH, approval, area, assessed, assessment, day, facts, strategy, version, website

KINDS, CAUSES, COMPLETED = "SVD-SNA-01", "SVD-SNA-02", "SVD-SNA-03"
BOTH = (area(), area(SECOND_BOROUGH))


# Kinds and causes, for each area (s.8(3)(a), (b))


@pytest.mark.parametrize(
    ("row", "kinds", "causes"),
    [
        (assessed(), Status.MET, Status.MET),
        (assessed(kinds=1, causes=1), Status.MET, Status.MET),
        (assessed(kinds=0), Status.NOT_MET, Status.MET),
        (assessed(causes=0), Status.MET, Status.NOT_MET),
        (assessed(causes=0, why_no_causes="The data do not say"), Status.MET, Status.MET),
    ],
)
def test_an_area_needs_one_kind_and_one_cause_or_why_no_cause_could_be_found(row: object, kinds: Status, causes: Status):
    kept = facts(assessments=(assessment("2023-10-30", row),))
    assert (status(kept, KINDS), status(kept, CAUSES)) == (kinds, causes)


def test_each_area_needs_its_own_kinds_and_causes():
    kept = facts(assessments=(assessment("2023-10-30", assessed()),), areas=BOTH)
    for code in (KINDS, CAUSES):
        assert status(kept, code, key="area:1") is Status.MET
        assert status(kept, code, key="area:2") is Status.NOT_MET
    silent = facts(assessments=(dataclasses.replace(assessment("2023-10-30"), areas=()),))
    for code in (KINDS, CAUSES):
        assert status(silent, code) is Status.CANNOT_TELL, "what it found anywhere is not recorded"


def test_without_an_assessment_kinds_are_not_met_and_without_an_area_they_cannot_be_told():
    assert status(facts(), KINDS) is Status.NOT_MET
    for code in (KINDS, CAUSES):
        found = find(facts(areas=()), code)
        assert (found.key, found.status) == ("partnership", Status.CANNOT_TELL)


@pytest.mark.parametrize(
    ("completed", "on", "expected"),
    [
        ("2023-10-30", "2023-10-29", Status.NOT_MET),
        ("2023-10-30", "2023-10-30", Status.MET),
        ("2023-10", "2023-09-30", Status.NOT_MET),
        ("2023-10", "2023-10-01", Status.CANNOT_TELL),
        ("2023-10", "2023-10-30", Status.CANNOT_TELL),
        ("2023-10", "2023-10-31", Status.MET),
        (None, "2023-02-01", Status.MET),
    ],
)
def test_kinds_count_from_the_day_the_assessment_was_completed(completed: str | None, on: str, expected: Status):
    assert status(facts(assessments=(assessment(completed),)), KINDS, on) is expected


@pytest.mark.parametrize(("on", "expected"), [("2023-11-30", Status.NOT_MET), ("2023-12-01", Status.MET)])
def test_an_assessment_without_a_day_of_completion_counts_from_its_approval(on: str, expected: Status):
    assert status(facts(assessments=(assessment(None, approved_on="2023-12-01"),)), CAUSES, on) is expected


def test_one_assessment_that_surely_stands_outweighs_a_doubtful_one():
    kept = facts(assessments=(assessment("2026"), assessment("2023-10-30")))
    assert status(kept, KINDS, "2026-06-01") is Status.MET
    assert status(facts(assessments=(assessment("2026"), assessment("2023-10-30", assessed(kinds=0)))), KINDS, "2026-06-01") is (
        Status.CANNOT_TELL
    )


def test_kinds_found_before_the_duty_began_count():
    earlier = {"areas": (area(joined="2020-01-01"),), "records_from": "2020-01-01"}
    assert status(facts(assessments=(assessment("2021-05-28"),), **earlier), KINDS, "2022-06-30") is Status.MET
    assert status(facts(**earlier), KINDS, "2023-01-30") is Status.NOT_APPLICABLE
    assert status(facts(**earlier), KINDS, "2023-01-31") is Status.NOT_MET


# DL-10: on or before the day the strategy is approved


@pytest.mark.parametrize(
    ("completed", "expected", "late_by"),
    [
        ("2023-10-30", Status.MET, 0),
        ("2023-12-12", Status.MET, 0),
        ("2023-12-13", Status.MET, 0),
        ("2023-12-14", Status.MET_LATE, 1),
        ("2024-01-13", Status.MET_LATE, 31),
        ("2023-11", Status.MET, 0),
        ("2023-12", Status.CANNOT_TELL, 0),
        ("2024-01", Status.MET_LATE, 19),
    ],
)
def test_haverings_assessment_of_30_october_2023_was_there_for_the_approval_of_13_december(completed: str, expected: Status, late_by: int):
    kept = facts(strategy(version(approval("2023-12-13"))), assessments=(assessment(completed),))
    found = find(kept, COMPLETED)
    assert (found.key, found.status, found.late_by, due(found)) == ("strategy:51", expected, late_by, day("2023-12-13"))
    assert found.due
    assert (found.due.rule, found.due.in_law) == ("DL-10", False)


@pytest.mark.parametrize(
    ("on", "expected"), [("2023-12-12", Status.DUE_LATER), ("2023-12-13", Status.DUE_SOON), ("2023-12-14", Status.OVERDUE)]
)
def test_without_an_assessment_the_day_of_approval_is_its_last_day(on: str, expected: Status):
    assert status(facts(strategy(version(approval("2023-12-13")))), COMPLETED, on) is expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-12-01", Status.DUE_SOON),
        ("2023-12-02", Status.CANNOT_TELL),
        ("2023-12-31", Status.CANNOT_TELL),
        ("2024-01-01", Status.OVERDUE),
    ],
)
def test_after_a_vague_approval_an_assessment_is_missing_only_when_the_month_is_over(on: str, expected: Status):
    assert status(facts(strategy(version(approval("2023-12")))), COMPLETED, on) is expected


def test_of_all_versions_the_first_that_was_approved_sets_the_day():
    decided = strategy(
        version(approval("2023-11-02", "noted"), approval("2024-06-01"), website("2024-06-10")),
        version(approval("2023-12-13"), approval("2023-11-05", "sent-back"), website("2024-01-16"), pk=102, number=2),
    )
    assert due(find(facts(decided), COMPLETED)) == day("2023-12-13")
    assert find(facts(decided), COMPLETED).current


def test_an_approval_of_a_version_that_is_dated_later_is_not_known_yet():
    decided = strategy(version(dated="2023-01-31"), version(approval("2023-06-01"), pk=102, number=2, dated="2023-12-01"))
    assert status(facts(decided), COMPLETED, "2023-11-30") is Status.DUE_LATER
    assert status(facts(decided), COMPLETED, "2023-12-01") is Status.OVERDUE


@pytest.mark.parametrize(
    "changes",
    [{"period_from": None}, {"period_to": None}, {"sources": 0}, {"approved_by": ""}, {"completed_on": None}, {"approved_on": "2028"}],
)
def test_an_assessment_without_period_sources_approval_or_day_cannot_be_told(changes: dict):
    for versions in ((version(approval("2023-12-13")),), (version(),)):
        assert status(facts(strategy(*versions), assessments=(assessment(**changes),)), COMPLETED) is Status.CANNOT_TELL


@pytest.mark.parametrize(("on", "expected"), [("2024-01-14", Status.CANNOT_TELL), ("2024-01-15", Status.MET)])
def test_an_assessment_counts_as_approved_only_from_that_day(on: str, expected: Status):
    assert status(facts(strategy(version()), assessments=(assessment("2023-10-30", approved_on="2024-01-15"),)), COMPLETED, on) is expected


def test_a_complete_assessment_outweighs_one_without_a_day():
    kept = facts(strategy(version(approval("2023-12-13"))), assessments=(assessment(None), assessment("2023-10-30")))
    assert status(kept, COMPLETED) is Status.MET
    late = facts(strategy(version(approval("2023-12-13"))), assessments=(assessment(None), assessment("2023-12-20")))
    assert status(late, COMPLETED) is Status.MET_LATE


def test_an_assessment_in_time_outweighs_a_late_one_and_an_incomplete_one_a_late_one():
    decided = strategy(version(approval("2023-12-13")))
    assert status(facts(decided, assessments=(assessment("2024-03-01"), assessment("2023-10-30"))), COMPLETED) is Status.MET
    assert status(facts(decided, assessments=(assessment("2024-03-01"), assessment("2023-10-30", sources=0))), COMPLETED) is (
        Status.CANNOT_TELL
    )


def test_a_strategy_is_judged_by_the_assessment_it_rests_on():
    old, new = assessment("2023-10-30", pk=7), assessment("2024-03-01", pk=8)
    decided = version(approval("2023-12-13"))
    assert status(facts(strategy(decided, assessment_pk=7), assessments=(old, new)), COMPLETED) is Status.MET
    resting = facts(strategy(decided, assessment_pk=8), assessments=(old, new))
    assert status(resting, COMPLETED) is Status.MET_LATE
    assert status(resting, COMPLETED, "2024-02-29") is Status.MET  # on that day nobody knew of the newer one
    assert status(facts(strategy(decided, assessment_pk=9), assessments=(old, new)), COMPLETED) is Status.MET


def test_without_an_approval_an_assessment_is_met_when_it_is_there_and_due_later_when_it_is_not():
    assert status(facts(strategy(version()), assessments=(assessment(),)), COMPLETED) is Status.MET
    assert status(facts(strategy(version())), COMPLETED) is Status.DUE_LATER


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        ((), Status.DUE_LATER),
        ((assessment(),), Status.MET),
        ((assessment(None),), Status.CANNOT_TELL),
        ((assessment(sources=0),), Status.CANNOT_TELL),
        ((assessment(None), assessment()), Status.MET),
        ((assessment("2027"),), Status.CANNOT_TELL),
        ((assessment("2027-07-01"),), Status.DUE_LATER),
    ],
)
def test_before_any_strategy_the_partnerships_assessment_is_judged_by_itself(kept: tuple, expected: Status):
    found = find(facts(assessments=kept), COMPLETED)
    assert (found.key, found.status) == ("partnership", expected)
