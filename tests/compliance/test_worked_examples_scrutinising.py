"""Scrutiny: each council's twelve months, the 28 days to reply, and what a committee said it would come back to (DL-04, DL-05, DL-16)."""

import datetime

import pytest

from compliance.finding import Finding, Status, Strength
from tests.compliance.asking import due, find, status
from tests.compliance.build import COUNCIL, COUNTY, all_holders, day, facts, holder
from tests.compliance.delivery_for_facts import MEETING, scrutiny, scrutiny_report

YEARLY, REPLIED = "SVD-SCRU-01", "SVD-SCRU-02"
OURS = f"council:{COUNCIL}"


def met_on(*days: str, on: str, records_from: str = "2023-01-31") -> Finding:
    meetings = tuple(scrutiny(one, pk=MEETING + place) for place, one in enumerate(days))
    return find(facts(scrutiny_meetings=meetings, records_from=records_from), YEARLY, on, OURS)


# At least once in every twelve months (2009 Regs reg 4; DL-05)


@pytest.mark.parametrize(("met", "expected"), [("2024-01-16", "2025-01-16"), ("2024-02-29", "2025-02-28"), ("2027-02-28", "2028-02-28")])
def test_the_next_meeting_is_due_a_year_after_the_last(met: str, expected: str):
    found = met_on(met, on=met)
    assert (found.status, due(found)) == (Status.MET, day(expected))
    assert found.due
    assert found.due.in_law
    last = day(expected)
    for gap, then in ((-91, Status.MET), (-90, Status.DUE_SOON), (0, Status.DUE_SOON), (1, Status.OVERDUE)):
        assert met_on(met, on=(last + datetime.timedelta(days=gap)).isoformat()).status is then


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-12-10", Status.DUE_LATER),
        ("2024-12-11", Status.DUE_SOON),
        ("2025-03-11", Status.DUE_SOON),
        ("2025-03-12", Status.OVERDUE),
    ],
)
def test_without_a_meeting_the_first_is_due_a_year_after_the_records_begin(on: str, expected: Status):
    found = met_on(on=on, records_from="2024-03-11")
    assert (found.status, due(found)) == (expected, day("2025-03-11"))


def test_a_meeting_from_before_the_records_says_nothing_of_those_since():
    assert due(met_on("2022-10-01", on="2023-06-01")) == day("2024-01-31")
    assert due(met_on("2022-10-01", on="2023-06-01", records_from="2022-01-01")) == day("2023-10-01")
    assert due(met_on("2021-10-01", on="2023-06-01", records_from="2021-01-01")) == day("2023-01-31")


def test_before_the_duty_and_outside_the_records_nothing_is_held_against_the_council():
    assert status(facts(records_from="2021-01-01"), YEARLY, "2023-01-30") is Status.NOT_APPLICABLE
    early = facts(records_from="2023-01-31", records_to="2024-03-01")
    assert status(early, YEARLY, "2024-03-01") is Status.OVERDUE
    assert status(early, YEARLY, "2024-03-02") is Status.NOT_HELD


@pytest.mark.parametrize(
    ("met", "on", "expected"),
    [
        ("2024-01", "2024-01-15", Status.DUE_SOON),
        ("2024-01", "2024-10-03", Status.DUE_SOON),
        ("2024-01", "2025-01-01", Status.DUE_SOON),
        ("2024-01", "2025-01-02", Status.CANNOT_TELL),
        ("2024-01", "2025-01-31", Status.CANNOT_TELL),
        ("2024-01", "2025-02-01", Status.OVERDUE),
        ("2024-02", "2024-02-10", Status.CANNOT_TELL),
    ],
)
def test_a_month_is_held_against_the_council_only_when_it_surely_is(met: str, on: str, expected: Status):
    assert met_on(met, on=on).status is expected


def test_a_meeting_on_other_matters_does_not_count():
    other = facts(scrutiny_meetings=(scrutiny("2026-01-16", functions=False),))
    assert due(find(other, YEARLY, "2026-06-01", OURS)) == day("2024-01-31")


def test_each_council_is_looked_at_for_itself():
    both = (*all_holders(), holder("county-council", COUNTY))
    kept = facts(holders=both, scrutiny_meetings=(scrutiny("2026-01-16"),))
    assert status(kept, YEARLY, "2026-06-01", OURS) is Status.MET
    assert status(kept, YEARLY, "2026-06-01", f"council:{COUNTY}") is Status.OVERDUE
    nobody = facts(holders=all_holders(without=["local-authority"]))
    assert status(nobody, YEARLY) is Status.CANNOT_TELL


def test_a_council_that_took_part_later_has_its_first_year_from_then():
    late = (*all_holders(without=["local-authority"]), holder("local-authority", COUNCIL, starts="2025-04-01"))
    assert due(find(facts(holders=late), YEARLY, "2025-06-01")) == day("2026-04-01")


@pytest.mark.parametrize(("second", "expected", "late_by"), [("2025-01-16", Status.MET, 0), ("2025-01-17", Status.MET_LATE, 1)])
def test_years_that_a_meeting_answered_are_history(second: str, expected: Status, late_by: int):
    kept = facts(scrutiny_meetings=(scrutiny("2024-01-16"), scrutiny(second, pk=MEETING + 1)))
    found = find(kept, YEARLY, "2025-06-01", f"{OURS}/meeting:{MEETING + 1}")
    assert (found.status, found.late_by, found.current) == (expected, late_by, False)


# What the committee said it would come back to (DL-16)


@pytest.mark.parametrize(
    ("then", "on", "expected"),
    [
        (None, "2024-12-31", Status.DUE_LATER),
        (None, "2025-01-01", Status.DUE_SOON),
        (None, "2025-01-31", Status.DUE_SOON),
        (None, "2025-02-01", Status.OVERDUE),
        ("2025-01-31", "2025-02-01", Status.MET),
        ("2025-02-02", "2025-03-01", Status.MET_LATE),
        ("2024-12-31", "2025-01-05", Status.DUE_SOON),
    ],
)
def test_a_committee_that_named_january_comes_back_by_its_last_day(then: str | None, on: str, expected: Status):
    more = (scrutiny(then, pk=MEETING + 1),) if then else ()
    kept = facts(scrutiny_meetings=(scrutiny("2024-06-01", next_on="2025-01"), *more))
    found = find(kept, YEARLY, on, f"{OURS}/followup:{MEETING}")
    assert (found.status, due(found), found.strength) == (expected, day("2025-01-31"), Strength.LOCAL)
    assert found.current == (expected not in (Status.MET, Status.MET_LATE))


# The reply in 28 days (2009 Regs reg 7; DL-04)


@pytest.mark.parametrize(("dated", "expected"), [("2027-02-01", "2027-03-01"), ("2028-02-01", "2028-02-29"), ("2026-12-10", "2027-01-07")])
def test_the_28_days_count_from_the_day_after_the_report(dated: str, expected: str):
    last = day(expected)
    kept = facts(scrutiny_reports=(scrutiny_report(dated),))
    for gap, then in ((-15, Status.DUE_LATER), (-14, Status.DUE_SOON), (0, Status.DUE_SOON), (1, Status.OVERDUE)):
        found = find(kept, REPLIED, last + datetime.timedelta(days=gap))
        assert (found.status, due(found)) == (then, last)


@pytest.mark.parametrize(
    ("dated", "replied", "expected", "late_by"),
    [
        ("2027-02-01", "2027-03-01", Status.MET, 0),
        ("2027-02-01", "2027-03-02", Status.MET_LATE, 1),
        ("2027-02-01", "2027-03", Status.CANNOT_TELL, 0),
        ("2027-02", "2027-03-01", Status.MET, 0),
        ("2027-02", "2027-03-02", Status.CANNOT_TELL, 0),
        ("2027-02", "2027-03-29", Status.MET_LATE, 1),
        ("2027-02-01", "2027-07-01", Status.OVERDUE, 0),
    ],
)
def test_a_reply_is_judged_by_its_own_day(dated: str, replied: str, expected: Status, late_by: int):
    found = find(facts(scrutiny_reports=(scrutiny_report(dated, replied),)), REPLIED)
    assert (found.status, found.late_by) == (expected, late_by)


def test_without_a_report_or_before_the_duty_there_is_nothing_to_answer():
    assert status(facts(), REPLIED) is Status.NOT_APPLICABLE
    assert status(facts(scrutiny_reports=(scrutiny_report("2027-02-02"),)), REPLIED, "2027-02-01") is Status.NOT_APPLICABLE
    assert status(facts(scrutiny_reports=(scrutiny_report("2023-01-02"),)), REPLIED) is Status.NOT_APPLICABLE
