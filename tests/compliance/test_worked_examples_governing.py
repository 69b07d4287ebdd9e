"""Boards and meetings: every worked example of planning together, governance and meeting as agreed, to the day (DL-06, DL-07)."""

import dataclasses

import pytest

from compliance.evaluate import evaluate
from compliance.finding import Status
from tests.compliance.asking import due, find, status
from tests.compliance.build import all_holders, day, definition, facts, holder
from tests.compliance.governance_for_facts import (
    BOARD,
    CHAIR,
    COUNCIL_SEAT,
    POLICE_SEAT,
    SCHOOL,
    SCHOOL_SEAT,
    SEATS,
    board,
    decided,
    looked_at,
    met,
    seat,
)

PLANNING, GOVERNANCE, MEETS, AGREED = "SVD-PART-02", "SVD-PART-04", "SVD-PART-05", "SVD-DEF-03"
YEAR = f"board:{BOARD}/year:2026"
QUARTERLY = {"meets": "quarterly", "times": None}


# Planning together (s.8(2)); twelve months is our test


@pytest.mark.parametrize(
    ("held", "on", "expected"),
    [
        ("2026-05-12", "2026-05-11", Status.NOT_MET),
        ("2026-05-12", "2026-05-12", Status.MET),
        ("2026-05-12", "2027-05-12", Status.MET),
        ("2026-05-12", "2027-05-13", Status.NOT_MET),
        ("2028-02-29", "2029-02-28", Status.MET),
        ("2028-02-29", "2029-03-01", Status.NOT_MET),
    ],
)
def test_a_minuted_meeting_of_two_authorities_shows_planning_for_twelve_months(held: str, on: str, expected: Status):
    assert status(facts(boards=(board(met(held)),)), PLANNING, on) is expected


@pytest.mark.parametrize(
    ("meeting", "expected"),
    [
        (met("2026-05-12", quorate=None), Status.MET),
        (met("2026-05-12", quorate=False), Status.NOT_MET),
        (met("2026-05-12", minuted=False), Status.CANNOT_TELL),
        (met("2026-05-12", attendance=False), Status.CANNOT_TELL),
        (met("2026-05-12", CHAIR, COUNCIL_SEAT), Status.NOT_MET),
        (met("2026-05-12", COUNCIL_SEAT, SCHOOL_SEAT), Status.NOT_MET),
        (met("2026-05-12", COUNCIL_SEAT, minuted=False), Status.NOT_MET),
    ],
)
def test_planning_needs_minutes_and_two_specified_authorities_and_a_meeting_that_proceeded(meeting: object, expected: Status):
    assert status(facts(boards=(board(meeting),)), PLANNING, "2026-06-01") is expected


def test_any_board_shows_planning_and_the_best_meeting_counts():
    other = dataclasses.replace(board(met("2026-01-10")), pk=BOARD + 1, leads=False, name="The sub-group")
    found = find(facts(boards=(board(met("2026-05-12", minuted=False)), other)), PLANNING, "2026-06-01")
    assert (found.status, "The sub-group met on 10 January 2026" in found.why) == (Status.MET, True)


def test_a_seat_for_one_capacity_stands_for_its_body_in_that_one_only():
    school = holder("educational", COUNCIL_SEAT)
    narrow = (seat(CHAIR, 11, "chair"), seat(POLICE_SEAT, 12, capacity="educational"))
    kept = facts(boards=(board(met("2026-05-12", CHAIR, POLICE_SEAT), seats=narrow),), holders=(*all_holders(), school))
    assert status(kept, PLANNING, "2026-06-01") is Status.NOT_MET
    wide = (narrow[0], seat(POLICE_SEAT, 12, capacity="police"))
    assert status(facts(boards=(board(met("2026-05-12", CHAIR, POLICE_SEAT), seats=wide),)), PLANNING, "2026-06-01") is Status.MET


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-04-01", Status.DUE_LATER),
        ("2027-03-01", Status.DUE_LATER),
        ("2027-03-02", Status.DUE_SOON),
        ("2027-04-01", Status.DUE_SOON),
        ("2027-04-02", Status.NOT_MET),
    ],
)
def test_in_the_first_twelve_months_of_records_no_missing_meeting_is_held_against_anybody(on: str, expected: Status):
    found = find(facts(records_from="2026-04-01"), PLANNING, on)
    assert found.status is expected
    assert (due(found) == day("2027-04-01")) if found.due else expected is Status.NOT_MET
    assert found.due is None or not found.due.in_law


# Governance written down, and looked at each year (guidance; DL-06)


def test_without_a_leading_board_nothing_is_written_down():
    for boards in ((), (board(leads=False),), (board(ends="2026-06-30"),), (board(starts="2027-07-01"),)):
        assert find(facts(boards=boards), GOVERNANCE).status is Status.NOT_MET
        assert find(facts(boards=boards), MEETS).status is Status.NOT_MET


@pytest.mark.parametrize(
    "missing", [{"terms": False}, {"quorum": False}, {"reporting": False}, {"meets": ""}, {"times": None}, {"seats": SEATS[1:]}]
)
def test_each_part_of_the_governance_must_be_recorded(missing: dict[str, object]):
    whole = board(looked_at("2027-06-01"))
    assert status(facts(boards=(whole,)), GOVERNANCE) is Status.MET
    assert status(facts(boards=(dataclasses.replace(whole, **missing),)), GOVERNANCE) is Status.NOT_MET


def test_a_chair_who_left_is_no_chair():
    gone = (seat(CHAIR, 11, "chair", ends="2027-05-31"), *SEATS[1:])
    kept = facts(boards=(board(looked_at("2027-06-01"), seats=gone),))
    assert find(kept, GOVERNANCE, "2027-06-01").status is Status.NOT_MET
    assert "the chair" in find(kept, GOVERNANCE, "2027-06-01").why


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-15", Status.MET),
        ("2026-12-14", Status.MET),
        ("2026-12-15", Status.DUE_SOON),
        ("2027-03-15", Status.DUE_SOON),
        ("2027-03-16", Status.OVERDUE),
    ],
)
def test_governance_is_looked_at_within_a_year(on: str, expected: Status):
    found = find(facts(boards=(board(looked_at("2026-03-15")),)), GOVERNANCE, on)
    assert (found.status, due(found)) == (expected, day("2027-03-15"))


@pytest.mark.parametrize(
    ("begun", "on", "expected"),
    [
        ({}, "2026-06-01", Status.CANNOT_TELL),
        ({"terms_agreed_on": "2026-05"}, "2026-05-20", Status.CANNOT_TELL),
        ({"terms_agreed_on": "2026-05"}, "2026-06-01", Status.MET),
        ({"terms_agreed_on": "2026-05"}, "2027-05-01", Status.DUE_SOON),
        ({"terms_agreed_on": "2026-05"}, "2027-05-02", Status.CANNOT_TELL),
        ({"terms_agreed_on": "2026-05"}, "2027-06-01", Status.OVERDUE),
        ({"starts": "2025-06-02"}, "2026-06-02", Status.DUE_SOON),
        ({"starts": "2025-06-02"}, "2026-06-03", Status.OVERDUE),
    ],
)
def test_the_year_is_counted_from_the_terms_or_the_boards_beginning_until_it_is_looked_at(begun: dict[str, str], on: str, expected: Status):
    made = board(starts=begun.get("starts"))
    made = dataclasses.replace(made, terms_agreed_on=board(starts=begun.get("terms_agreed_on")).starts)
    assert status(facts(boards=(made,)), GOVERNANCE, on) is expected


# Meets as agreed, and quorate (local; DL-07)


@pytest.mark.parametrize(
    ("meetings", "on", "expected"),
    [
        (("2026-05-12", "2026-08-11", "2026-11-10"), "2026-11-24", Status.DUE_LATER),
        (("2026-05-12", "2026-08-11", "2026-11-10"), "2027-03-01", Status.DUE_SOON),
        (("2026-05-12", "2026-08-11", "2026-11-10"), "2027-02-28", Status.DUE_LATER),
        (("2026-05-12", "2026-08-11", "2026-11-10"), "2027-03-31", Status.DUE_SOON),
        (("2026-04-01", "2026-08-11", "2026-11-10", "2027-03-31"), "2027-03-31", Status.MET),
        (("2026-03-31", "2026-08-11", "2026-11-10", "2027-01-12"), "2027-02-01", Status.DUE_LATER),
    ],
)
def test_four_times_a_year_means_four_by_31_march(meetings: tuple[str, ...], on: str, expected: Status):
    found = find(facts(boards=(board(*map(met, meetings)),)), MEETS, on, key=YEAR)
    assert (found.status, due(found), found.due and found.due.in_law) == (expected, day("2027-03-31"), False)


def test_waltham_forests_year_to_2027_has_one_meeting_left_and_warns_of_an_empty_quarter():
    kept = facts(boards=(board(met("2026-05-12"), met("2026-08-11"), met("2026-11-10")),))
    assert "1 still to hold by 31 March 2027" in find(kept, MEETS, "2026-11-24", key=YEAR).why
    gap = facts(boards=(board(met("2026-05-12"), met("2026-11-10")),))
    assert "July to September 2026" in find(gap, MEETS, "2026-11-24", key=YEAR).why
    assert "There was no quorate meeting" not in find(kept, MEETS, "2026-11-24", key=YEAR).why


@pytest.mark.parametrize(
    ("changed", "on", "expected"),
    [
        ({"quorate": None}, "2027-02-01", Status.CANNOT_TELL),
        ({"quorate": False}, "2027-02-01", Status.DUE_LATER),
        ({"quorate": False, "decisions": 1}, "2027-02-01", Status.NOT_MET),
        ({"quorate": None}, "2027-04-01", Status.CANNOT_TELL),
        ({"quorate": False}, "2027-04-01", Status.NOT_MET),
        ({}, "2027-04-01", Status.MET),
    ],
)
def test_only_a_quorate_meeting_counts_and_none_without_a_quorum_may_decide(changed: dict[str, object], on: str, expected: Status):
    last = met("2027-01-12", **changed)
    kept = facts(boards=(board(met("2026-05-12"), met("2026-08-11"), met("2026-11-10"), last),))
    found = find(kept, MEETS, on, key=YEAR)
    assert (found.status, found.current) == (expected, on < "2027-04-01")


def test_earlier_whole_years_stay_as_history_and_no_year_before_the_records_or_the_duty_is_judged():
    keys = [f.key for f in evaluate(facts(boards=(board(),)), day("2026-06-01")) if f.code == MEETS]
    assert keys == [f"board:{BOARD}/year:{year}" for year in (2026, 2025, 2024, 2023)]
    began = facts(boards=(board(starts="2025-04-01"),))
    assert [f.key[-4:] for f in evaluate(began, day("2026-06-01")) if f.code == MEETS] == ["2026", "2025"]
    vague = facts(boards=(board(starts="2025-04"),))
    assert [f.key[-4:] for f in evaluate(vague, day("2026-06-01")) if f.code == MEETS] == ["2026"]


def test_a_year_in_whose_course_the_records_begin_is_not_held_against_the_board():
    short = facts(boards=(board(met("2026-11-10")),), records_from="2026-09-01")
    assert status(short, MEETS, "2027-03-30", key=YEAR) is Status.NOT_HELD
    enough = facts(boards=(board(*(met(f"2026-{month}-10") for month in ("09", "10", "11", "12"))),), records_from="2026-09-01")
    assert status(enough, MEETS, "2027-03-30", key=YEAR) is Status.MET
    young = facts(boards=(board(met("2026-11-10"), starts="2026-09-01"),))
    assert status(young, MEETS, "2027-03-30", key=YEAR) is Status.DUE_SOON


@pytest.mark.parametrize(
    ("meetings", "on", "expected", "last_day"),
    [
        (("2026-05-12",), "2026-06-30", Status.MET, None),
        (("2026-05-12",), "2026-08-30", Status.DUE_LATER, "2026-09-30"),
        (("2026-05-12",), "2026-08-31", Status.DUE_SOON, "2026-09-30"),
        (("2026-05-12",), "2026-09-30", Status.DUE_SOON, "2026-09-30"),
        (("2026-05-12",), "2026-10-01", Status.NOT_MET, None),
        (("2026-05-12", "2026-09-30", "2026-10-01", "2027-03-31"), "2027-03-31", Status.MET, None),
    ],
)
def test_quarterly_means_at_least_once_in_each_quarter(meetings: tuple[str, ...], on: str, expected: Status, last_day: str | None):
    found = find(facts(boards=(board(*map(met, meetings), **QUARTERLY),)), MEETS, on, key=YEAR)
    assert found.status is expected
    assert (found.due and found.due.on) == (day(last_day) if last_day else None)


def test_a_quarter_with_a_meeting_of_unknown_quorum_cannot_be_told_and_the_quarters_follow_the_boards_year():
    unknown = board(met("2026-05-12", quorate=None), met("2026-08-11"), **QUARTERLY)
    assert status(facts(boards=(unknown,)), MEETS, "2026-09-01", key=YEAR) is Status.CANNOT_TELL
    autumn = board(met("2026-11-30"), year_begins=9, **QUARTERLY)
    assert status(facts(boards=(autumn,)), MEETS, "2026-11-30", key=YEAR) is Status.MET
    late = board(met("2026-12-01"), year_begins=9, **QUARTERLY)
    assert status(facts(boards=(late,)), MEETS, "2026-12-01", key=YEAR) is Status.NOT_MET


def test_a_board_that_meets_when_there_is_need_owes_no_number_and_one_without_a_rule_cannot_be_told():
    free = facts(boards=(board(meets="as-needed", times=None),))
    assert [f.status for f in evaluate(free, day("2026-06-01")) if f.code == MEETS] == [Status.NOT_APPLICABLE]
    wrong = facts(boards=(board(met("2026-05-12", quorate=False, decisions=2), meets="as-needed", times=None),))
    assert status(wrong, MEETS, "2026-06-01") is Status.NOT_MET
    for rule in ({"meets": ""}, {"times": None}):
        assert status(facts(boards=(board(**rule),)), MEETS, "2026-06-01") is Status.CANNOT_TELL


# The definition, agreed at a quorate meeting


@pytest.mark.parametrize(
    ("quorate", "outcome", "on", "expected"),
    [
        (True, "agreed", "2026-06-01", Status.MET),
        (True, "conditions", "2026-06-01", Status.MET),
        (False, "agreed", "2026-06-01", Status.NOT_MET),
        (None, "agreed", "2026-06-01", Status.CANNOT_TELL),
        (True, "deferred", "2026-06-01", Status.CANNOT_TELL),
        (True, "agreed", "2026-05-11", Status.CANNOT_TELL),
    ],
)
def test_a_definition_is_agreed_by_the_decision_of_a_quorate_board(quorate: bool | None, outcome: str, on: str, expected: Status):
    words = definition(None, agreed_by="")
    kept = facts(definitions=(words,), decisions=(decided(words.pk, "2026-05-12", quorate=quorate, outcome=outcome),))
    assert status(kept, AGREED, on) is expected


def test_a_second_decision_by_a_quorate_board_puts_the_first_right_and_others_things_do_not_count():
    words = definition("2026-05-12")
    wrong, right = decided(words.pk, "2026-05-12", quorate=False), decided(words.pk, "2026-06-12")
    assert status(facts(definitions=(words,), decisions=(wrong,)), AGREED) is Status.NOT_MET
    assert status(facts(definitions=(words,), decisions=(wrong, right)), AGREED) is Status.MET
    other = decided(words.pk, "2026-05-12", quorate=False, kind="version")
    assert status(facts(definitions=(words,), decisions=(other,)), AGREED) is Status.MET


def test_before_the_duty_began_no_board_is_blamed():
    for code in (PLANNING, GOVERNANCE):
        assert status(facts(records_from="2020-01-01"), code, "2022-12-01") is Status.NOT_APPLICABLE
    assert SCHOOL not in {one.organisation_pk for one in facts().holders}


# Taking part: who no longer comes is said, and changes no answer


def test_a_body_that_was_at_none_of_the_last_three_meetings_is_named():
    days = ("2026-05-12", "2026-08-11", "2026-11-10")
    kept = facts(boards=(board(*(met(on) for on in days)),))
    found = find(kept, "SVD-PART-01", "2026-11-10")
    assert found.status is Status.MET
    assert found.why.endswith("leading board: Organisation 13, Organisation 14, Organisation 15 and Organisation 16.")
    assert "Not represented" not in find(kept, "SVD-PART-01", "2026-11-09").why
    unknown = facts(boards=(board(met(days[0], attendance=False), met(days[1]), met(days[2])),))
    assert "Not represented" not in find(unknown, "SVD-PART-01", "2026-11-10").why


def test_a_day_typed_in_is_no_way_round_the_quorum():
    words = definition("2026-05-12", agreed_by="The Board")
    assert status(facts(definitions=(words,), boards=(board(met("2026-05-12", quorate=False)),)), AGREED) is Status.NOT_MET
    for meeting in (met("2026-05-12"), met("2026-05-12", quorate=None), met("2026-05-13", quorate=False)):
        assert status(facts(definitions=(words,), boards=(board(meeting),)), AGREED) is Status.MET
    elsewhere = dataclasses.replace(words, agreed_by="The cabinet")
    assert status(facts(definitions=(elsewhere,), boards=(board(met("2026-05-12", quorate=False)),)), AGREED) is Status.MET


def test_what_shows_planning_names_the_day_on_which_it_no_longer_will():
    found = find(facts(boards=(board(met("2026-05-12")),)), PLANNING, "2026-06-01")
    assert (due(found), found.due and found.due.words) == (day("2027-05-12"), "12 May 2027 (Wednesday) (our local test, not law)")


def test_what_may_lie_before_the_records_is_held_against_nobody():
    assert find(facts(records_from="2020-01-01"), PLANNING, "2023-02-01").status is Status.DUE_LATER
    begun = facts(boards=(board(**QUARTERLY),), records_from="2024-10-04")
    assert find(begun, MEETS, "2024-12-20").status is Status.NOT_HELD
    unsure = facts(boards=(board(met("2024-11-05", quorate=None), **QUARTERLY),), records_from="2024-10-04")
    assert find(unsure, MEETS, "2024-12-20").status is Status.CANNOT_TELL
    with_them = facts(boards=(board(starts="2024-10-01"),), records_from="2024-10-01")
    assert find(with_them, MEETS, "2024-12-20").status is Status.DUE_LATER
    perhaps_before = facts(boards=(board(starts="2024-10"),), records_from="2024-10-10")
    assert find(perhaps_before, MEETS, "2024-12-20").status is Status.NOT_HELD
    met_since = find(facts(boards=(board(met("2025-02-03"), **QUARTERLY),), records_from="2024-11-10"), MEETS, "2025-03-01")
    assert (met_since.status, "since 10 November 2024" in met_since.why) == (Status.MET, True)
