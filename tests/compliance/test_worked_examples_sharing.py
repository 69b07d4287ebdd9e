"""Sharing information and requests: every worked example of the rules, to the day (DL-11, DL-17; s.15, s.16, s.17)."""

import pytest

from compliance.finding import Status
from tests.compliance.asking import due, find, status
from tests.compliance.build import DEADLINES, DeadlineFacts, day, facts
from tests.compliance.governance_for_facts import agreement, asked, asked_to_work_together

SHARING, POLICING, TOGETHER = "SVD-INFO-01", "SVD-LPB-01", "SVD-IMP-02"


# A sharing agreement in force (s.16; DL-11)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-03-31", Status.NOT_MET),
        ("2026-04-01", Status.MET),
        ("2027-01-30", Status.MET),
        ("2027-01-31", Status.DUE_SOON),
        ("2027-04-01", Status.DUE_SOON),
        ("2027-04-02", Status.OVERDUE),
    ],
)
def test_an_agreement_that_names_no_day_is_reviewed_twelve_months_after_it_began(on: str, expected: Status):
    found = find(facts(sharing=(agreement("2026-04-01"),)), SHARING, on)
    assert found.status is expected
    if expected is not Status.NOT_MET:
        assert (due(found), found.due and found.due.in_law) == (day("2027-04-01"), False)


@pytest.mark.parametrize(
    ("changes", "on", "expected"),
    [
        ({"starts": "2028-02-29"}, "2029-02-28", Status.DUE_SOON),
        ({"starts": "2028-02-29"}, "2029-03-01", Status.OVERDUE),
        ({"review_on": "2028-09"}, "2028-09-01", Status.DUE_SOON),
        ({"review_on": "2028-09"}, "2028-09-02", Status.CANNOT_TELL),
        ({"review_on": "2028-09"}, "2028-10-01", Status.OVERDUE),
        ({"starts": "2026-04"}, "2026-04-15", Status.CANNOT_TELL),
        ({"starts": "2026-04"}, "2026-05-01", Status.MET),
        ({"starts": None}, "2026-06-01", Status.CANNOT_TELL),
        ({"parties": (11,)}, "2026-06-01", Status.CANNOT_TELL),
        ({"barred": ("yes", "yes", "", "yes")}, "2026-06-01", Status.CANNOT_TELL),
        ({"barred": ("yes", "no", "", "yes")}, "2026-06-01", Status.NOT_MET),
        ({"ends": "2026-05-31"}, "2026-05-31", Status.MET),
        ({"ends": "2026-05-31"}, "2026-06-01", Status.NOT_MET),
        ({"ends": "2026-05"}, "2026-05-01", Status.MET),
        ({"ends": "2026-05"}, "2026-05-02", Status.CANNOT_TELL),
    ],
)
def test_an_agreement_needs_parties_a_beginning_what_is_barred_and_a_review(changes: dict[str, object], on: str, expected: Status):
    assert status(facts(sharing=(agreement(**changes),)), SHARING, on) is expected


def test_each_agreement_in_force_is_looked_at_and_who_is_party_to_none_is_said():
    kept = facts(sharing=(agreement(parties=(11, 12)), agreement("2024-04-01")))
    first, second = kept.sharing
    assert status(kept, SHARING, "2026-06-01", key=f"sharing:{second.pk}") is Status.OVERDUE
    assert "Party to no agreement" not in find(kept, SHARING, "2026-06-01", key=f"sharing:{first.pk}").why
    alone = facts(sharing=(agreement(parties=(11, 12)),))
    assert "Party to no agreement: Organisation 13" in find(alone, SHARING, "2026-06-01").why


# Requests of the local policing body (s.14(6), s.17(4); DL-17)


def test_without_a_request_there_is_nothing_to_answer():
    for code in (POLICING, TOGETHER):
        assert status(facts(), code) is Status.NOT_APPLICABLE
    assert status(facts(policing_requests=(asked("2026-05-02"),)), POLICING, "2026-05-01") is Status.NOT_APPLICABLE
    assert status(facts(collaboration=(asked_to_work_together("2026-05-02"),)), TOGETHER, "2026-05-01") is Status.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("by", "on", "expected", "last_day"),
    [
        (None, "2026-05-01", Status.DUE_LATER, "2026-05-29"),
        (None, "2026-05-21", Status.DUE_LATER, "2026-05-29"),
        (None, "2026-05-22", Status.DUE_SOON, "2026-05-29"),
        (None, "2026-05-29", Status.DUE_SOON, "2026-05-29"),
        (None, "2026-05-30", Status.OVERDUE, "2026-05-29"),
        ("2026-05-08", "2026-05-08", Status.DUE_SOON, "2026-05-08"),
        ("2026-05-08", "2026-05-09", Status.OVERDUE, "2026-05-08"),
    ],
)
def test_an_open_request_is_due_on_the_day_asked_for_or_28_days_on(by: str | None, on: str, expected: Status, last_day: str):
    found = find(facts(policing_requests=(asked("2026-05-01", by=by),)), POLICING, on)
    assert (found.status, due(found), found.due and found.due.in_law) == (expected, day(last_day), False)
    assert ("local target" in (found.due.words if found.due else "")) is (by is None)


@pytest.mark.parametrize(
    ("answered", "answer", "expected", "late_by"),
    [
        ("2026-05-29", "given", Status.MET, 0),
        ("2026-05-30", "given", Status.MET_LATE, 1),
        ("2026-05-20", "not-held", Status.MET, 0),
        ("2026-05-20", "refused", Status.NOT_MET, 0),
        ("2026-05-20", "partly", Status.CANNOT_TELL, 0),
        ("2026-05-20", "", Status.CANNOT_TELL, 0),
        ("2026-05", "given", Status.CANNOT_TELL, 0),
        ("2027-07", "given", Status.OVERDUE, 0),
    ],
)
def test_an_answer_must_be_given_within_what_the_act_asks(answered: str, answer: str, expected: Status, late_by: int):
    found = find(facts(policing_requests=(asked("2026-05-01", answered=answered, answer=answer),)), POLICING)
    assert (found.status, found.late_by) == (expected, late_by)


def test_a_request_of_a_vague_day_is_overdue_only_when_it_surely_is_and_without_a_target_it_never_is():
    kept = facts(policing_requests=(asked("2026-05"),))
    assert status(kept, POLICING, "2026-05-29") is Status.DUE_SOON
    assert status(kept, POLICING, "2026-05-30") is Status.CANNOT_TELL
    assert status(kept, POLICING, "2026-06-29") is Status.OVERDUE
    free = facts(policing_requests=(asked("2026-05-01"),), deadlines=(*DEADLINES[:-1], DeadlineFacts("DL-17", 7, None)))
    assert status(free, POLICING) is Status.DUE_LATER


# Requests to work together (s.15)


@pytest.mark.parametrize(
    ("answered", "answer", "expected"),
    [
        (None, "", Status.DUE_LATER),
        ("2027-07-01", "agreed", Status.DUE_LATER),
        ("2025-04-01", "", Status.CANNOT_TELL),
        ("2025-04-01", "agreed", Status.MET),
        ("2025-04-01", "refused", Status.NOT_MET),
        ("2027-06", "agreed", Status.MET),
        ("2027", "agreed", Status.CANNOT_TELL),
    ],
)
def test_a_request_to_work_together_is_answered_and_the_act_sets_no_period(answered: str | None, answer: str, expected: Status):
    found = find(facts(collaboration=(asked_to_work_together(answered=answered, answer=answer),)), TOGETHER)
    assert (found.status, found.due) == (expected, None)


@pytest.mark.parametrize(
    ("by", "of", "purpose", "allowed"),
    [
        ("specified", "relevant", "assessing", False),
        ("specified", "relevant", "preparing", False),
        ("specified", "relevant", "carrying-out", True),
        ("specified", "relevant", "other", True),
        ("relevant", "relevant", "preparing", True),
        ("relevant", "specified", "preparing", True),
        ("specified", "specified", "assessing", True),
    ],
)
@pytest.mark.parametrize("answer", ["partly", "refused"])
def test_section_15_9_takes_the_grounds_away_only_where_all_three_hold(by: str, of: str, purpose: str, allowed: bool, answer: str):
    refused = asked_to_work_together(by=by, of=of, purpose=purpose, answered="2025-04-01", answer=answer, grounds="bd")
    found = find(facts(collaboration=(refused,)), TOGETHER)
    assert found.status is (Status.MET if allowed else Status.NOT_MET)
    assert ("15(9)" in found.why) is not allowed
    assert "15(7)(b) and 15(7)(d)" in found.why


def test_a_ground_without_a_reason_cannot_be_told():
    refused = asked_to_work_together(purpose="other", answered="2025-04-01", answer="refused", grounds="a", reasoned=False)
    assert status(facts(collaboration=(refused,)), TOGETHER) is Status.CANNOT_TELL
