"""Every worked example of the publishing and sending rules, to the day, and the days around each boundary."""

import dataclasses
import datetime

import pytest

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Status
from tests.compliance import build
from tests.compliance.asking import LATER, due, find, status
from tests.compliance.build import (
    COUNTY,
    POLICE,
    POLICING_BODY,
    SECOND_BOROUGH,
    VRU,
    all_holders,
    approval,
    area,
    check,
    day,
    definition,
    facts,
    holder,
    lead,
    other_form,
    sent,
    strategy,
    version,
    website,
)

# DL-01: the first section 8 strategy, by 31 January 2024


@pytest.mark.parametrize(
    ("published", "expected", "late_by"),
    [
        ("2024-01-16", Status.MET, 0),
        ("2024-01-30", Status.MET, 0),
        ("2024-01-31", Status.MET, 0),
        ("2024-02-01", Status.MET_LATE, 1),
        ("2024-02-20", Status.MET_LATE, 20),
        ("2024-02-29", Status.MET_LATE, 29),
        ("2024-03-01", Status.MET_LATE, 30),
        ("2024-01", Status.MET, 0),
        ("2024-02", Status.MET_LATE, 1),
        ("2023-24", Status.CANNOT_TELL, 0),
        ("2024", Status.CANNOT_TELL, 0),
    ],
)
def test_first_strategy_is_in_time_up_to_and_on_31_january_2024(published: str, expected: Status, late_by: int):
    found = find(facts(strategy(version(website(published)))), "SVD-PUB-01")
    assert (found.status, found.late_by, due(found)) == (expected, late_by, day("2024-01-31"))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-01-30", Status.NOT_APPLICABLE),
        ("2023-01-31", Status.DUE_LATER),
        ("2023-11-01", Status.DUE_LATER),
        ("2023-11-02", Status.DUE_SOON),
        ("2024-01-31", Status.DUE_SOON),
        ("2024-02-01", Status.OVERDUE),
    ],
)
def test_first_strategy_unpublished_is_due_soon_ninety_days_before_and_overdue_the_day_after(on: str, expected: Status):
    unpublished = facts(strategy(version(dated="2023-01-01")))
    assert status(unpublished, "SVD-PUB-01", on) is expected
    assert status(facts(), "SVD-PUB-01", on) is expected


def test_without_any_strategy_the_first_deadline_stands_for_each_area():
    both = facts(areas=(area(), area(SECOND_BOROUGH)))
    found = [finding for finding in evaluate(both, day("2024-02-01")) if finding.code == "SVD-PUB-01"]
    assert [(finding.key, finding.status) for finding in found] == [("area:1", Status.OVERDUE), ("area:2", Status.OVERDUE)]


def test_an_area_that_no_strategy_covers_keeps_its_first_deadline_beside_one_that_has_its_strategy():
    both = facts(strategy(version(website("2024-01-16"))), areas=(area(), area(SECOND_BOROUGH)))
    assert status(both, "SVD-PUB-01", key="version:101/area:1") is Status.MET
    assert status(both, "SVD-PUB-01", key="area:2") is Status.OVERDUE


@pytest.mark.parametrize(("created", "expected"), [("2024-01-31", day("2024-01-31")), ("2024-02-01", None), ("2025-04-01", None)])
def test_an_area_created_after_31_january_2024_has_no_fixed_date(created: str, expected: datetime.date | None):
    found = find(facts(strategy(version(website("2026-03-02"), dated="2026-02-01")), areas=(area(starts=created),)), "SVD-PUB-01")
    assert due(found) == expected
    assert found.status is (Status.MET_LATE if expected else Status.MET)


def test_an_area_abolished_before_31_january_2024_never_had_that_deadline():
    assert status(facts(areas=(area(ends="2023-03-31"),)), "SVD-PUB-01", "2023-02-15") is Status.NOT_APPLICABLE


def test_a_strategy_that_follows_another_or_one_not_held_here_is_never_judged_as_the_first():
    kept = version(website("2026-03-02"), dated="2026-02-01")
    assert status(facts(strategy(kept, earlier_not_held=True)), "SVD-PUB-01") is Status.MET
    earlier = strategy(version(website("2024-01-16"), pk=100), pk=50)
    both = facts(earlier, strategy(kept, follows=50))
    assert due(find(both, "SVD-PUB-01", key="version:100/area:1")) == day("2024-01-31")
    assert due(find(both, "SVD-PUB-01", key="version:101/area:1")) is None


def test_only_the_version_published_first_is_judged_as_the_first_whatever_its_number():
    both = facts(strategy(version(website("2024-03-05")), version(website("2024-01-16"), pk=102, number=2)))
    assert status(both, "SVD-PUB-01", key="version:102/area:1") is Status.MET
    assert due(find(both, "SVD-PUB-01", key="version:102/area:1")) == day("2024-01-31")
    assert due(find(both, "SVD-PUB-01", key="version:101/area:1")) is None


@pytest.mark.parametrize(("one", "two"), [("2024-02", "2024-02"), ("2024-02-20", "2024-02-20")])
def test_of_two_versions_perhaps_of_the_same_day_the_lower_number_is_the_first(one: str, two: str):
    both = facts(strategy(version(website(one)), version(website(two), pk=102, number=2)))
    assert status(both, "SVD-PUB-01", key="version:101/area:1") is Status.MET_LATE
    assert due(find(both, "SVD-PUB-01", key="version:102/area:1")) is None


def test_three_versions_in_a_muddle_still_leave_one_that_is_the_first():
    muddle = facts(
        strategy(version(website("2024-03-01")), version(website("2024-01-01"), pk=102, number=2)),
        strategy(version(website("2024-02-01"), pk=103), pk=52),
    )
    first = [finding.key for finding in evaluate(muddle, LATER) if finding.code == "SVD-PUB-01" and due(finding)]
    assert first == ["version:102/area:1"]


# DL-02: later, revised and section 9 strategies have no date in law


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-11-15", Status.CANNOT_TELL),
        ("2026-11-16", Status.DUE_SOON),
        ("2026-12-13", Status.DUE_SOON),
        ("2026-12-14", Status.DUE_SOON),
        ("2026-12-15", Status.OVERDUE),
    ],
)
def test_a_later_strategy_aims_at_28_days_after_approval_and_says_that_this_is_no_law(on: str, expected: Status):
    found = find(facts(strategy(version(approval("2026-11-16"), dated="2026-11-01"), earlier_not_held=True)), "SVD-PUB-01", on)
    assert found.status is expected
    assert found.due
    assert found.due.on == (None if expected is Status.CANNOT_TELL else day("2026-12-14"))
    if found.due.on:
        assert not found.due.in_law
        assert "local target, not law" in found.due.words


def test_of_several_approvals_the_first_that_approves_starts_the_target():
    decided = version(approval("2026-11-02", "noted"), approval("2026-11-16"), approval("2026-12-01"), dated="2026-11-01")
    assert due(find(facts(strategy(decided, earlier_not_held=True)), "SVD-PUB-01")) == day("2026-12-14")


def test_a_vague_approval_counts_from_its_last_possible_day():
    decided = version(approval("2024-02"), dated="2024-02-01")
    assert due(find(facts(strategy(decided, earlier_not_held=True)), "SVD-PUB-01")) == day("2024-03-28")


def test_published_without_a_known_approval_is_met_and_unpublished_cannot_be_told():
    assert status(facts(strategy(version(website("2026-03-02")), earlier_not_held=True)), "SVD-PUB-01") is Status.MET
    assert status(facts(strategy(version(), earlier_not_held=True)), "SVD-PUB-01") is Status.CANNOT_TELL


@pytest.mark.parametrize(("published", "expected", "late_by"), [("2026-12-14", Status.MET, 0), ("2026-12-15", Status.MET_LATE, 1)])
def test_a_later_strategy_is_late_against_the_target_from_the_day_after(published: str, expected: Status, late_by: int):
    kept = version(approval("2026-11-16"), website(published), dated="2026-11-01")
    found = find(facts(strategy(kept, earlier_not_held=True)), "SVD-PUB-01")
    assert (found.status, found.late_by) == (expected, late_by)


def test_a_section_9_strategy_is_published_for_each_of_its_areas_without_a_fixed_date():
    wide = strategy(version(website("2024-03-01")), section_8=False, section_9=True, areas=(1, SECOND_BOROUGH))
    both = facts(wide, areas=(area(), area(SECOND_BOROUGH)))
    assert status(both, "SVD-PUB-01", key="version:101/area:1") is Status.MET
    assert status(both, "SVD-PUB-01", key="version:101/area:2") is Status.CANNOT_TELL
    assert due(find(both, "SVD-PUB-01", key="version:101/area:1")) is None


def test_a_strategy_under_both_sections_is_the_first_of_each_of_its_areas():
    wide = strategy(version(website("2024-01-16")), section_9=True, areas=(1, SECOND_BOROUGH))
    both = facts(wide, areas=(area(), area(SECOND_BOROUGH)))
    assert status(both, "SVD-PUB-01", "2024-02-01", "version:101/area:1") is Status.MET
    assert status(both, "SVD-PUB-01", "2024-02-01", "version:101/area:2") is Status.OVERDUE


# Whose website, which other form


@pytest.mark.parametrize(
    ("owner", "expected"),
    [(build.COUNCIL, Status.MET), (POLICING_BODY, Status.MET), (VRU, Status.OVERDUE), (None, Status.CANNOT_TELL)],
)
def test_a_website_counts_when_it_is_a_specified_authoritys_or_the_policing_bodys(owner: int | None, expected: Status):
    holders = (*all_holders(), holder("violence-reduction-unit", VRU))
    assert status(facts(strategy(version(website("2024-01-16", owner=owner))), holders=holders), "SVD-PUB-01") is expected


@pytest.mark.parametrize(
    ("starts", "ends", "expected"),
    [
        ("2024-01-16", "2024-01-16", Status.MET),
        ("2024-01-17", None, Status.OVERDUE),
        (None, "2024-01-15", Status.OVERDUE),
        ("2024-01", None, Status.MET),
        (None, None, Status.MET),
    ],
)
def test_a_website_counts_only_while_its_owner_takes_part(starts: str | None, ends: str | None, expected: Status):
    holders = (holder("police", POLICE, starts=starts, ends=ends),)
    assert status(facts(strategy(version(website("2024-01-16", owner=POLICE))), holders=holders), "SVD-PUB-01") is expected


def test_a_site_for_another_area_does_not_count():
    both = facts(
        strategy(version(website("2024-01-16", area=SECOND_BOROUGH)), areas=(1, SECOND_BOROUGH)), areas=(area(), area(SECOND_BOROUGH))
    )
    assert status(both, "SVD-PUB-01", key="version:101/area:1") is Status.OVERDUE
    assert status(both, "SVD-PUB-01", key="version:101/area:2") is Status.MET


def test_the_earliest_site_that_counts_decides():
    sites = version(website("2024-02-20"), website("2024-01-31", owner=POLICE), website("2024-01-16", owner=VRU))
    assert status(facts(strategy(sites)), "SVD-PUB-01") is Status.MET


def test_another_form_needs_its_audience_and_is_judged_by_the_same_day():
    assert status(facts(strategy(version(other_form("2024-01-31")))), "SVD-PUB-02") is Status.MET
    assert status(facts(strategy(version(other_form("2024-01-31", audience="")))), "SVD-PUB-02") is Status.CANNOT_TELL
    assert find(facts(strategy(version(other_form("2024-02-02")))), "SVD-PUB-02").late_by == 2
    assert status(facts(strategy(version(website("2024-01-31")))), "SVD-PUB-02") is Status.OVERDUE


# DL-03: seven days, of which the day of publication is the first


@pytest.mark.parametrize(
    ("published", "last_day"),
    [
        ("2024-01-16", "2024-01-22"),
        ("2024-01-31", "2024-02-06"),
        ("2024-02-23", "2024-02-29"),
        ("2024-02-26", "2024-03-03"),
        ("2024-02-29", "2024-03-06"),
        ("2026-02-26", "2026-03-04"),
        ("2026-12-28", "2027-01-03"),
    ],
)
def test_the_seven_days_count_the_day_of_publication(published: str, last_day: str):
    last = day(last_day)
    day_after = last + datetime.timedelta(days=1)
    unsent = facts(strategy(version(website(published))))
    assert due(find(unsent, "SVD-PUB-03", last)) == last
    assert status(unsent, "SVD-PUB-03", day(published)) is Status.DUE_SOON
    assert status(unsent, "SVD-PUB-03", last) is Status.DUE_SOON
    assert status(unsent, "SVD-PUB-03", day_after) is Status.OVERDUE
    for sent_on in (published, last_day):
        assert status(facts(strategy(version(website(published), sent(sent_on)))), "SVD-PUB-03") is Status.MET
    late = find(facts(strategy(version(website(published), sent(day_after.isoformat())))), "SVD-PUB-03")
    assert (late.status, late.late_by) == (Status.MET_LATE, 1)


def test_what_was_sent_before_publication_does_not_count():
    early = facts(strategy(version(website("2024-01-16"), sent("2024-01-15"))))
    assert status(early, "SVD-PUB-03", "2024-01-20") is Status.DUE_SOON
    assert status(early, "SVD-PUB-03", "2024-01-23") is Status.OVERDUE


def test_nothing_is_due_to_be_sent_before_a_version_is_published():
    found = find(facts(strategy(version(website("2024-01-16")))), "SVD-PUB-03", "2024-01-15")
    assert (found.status, due(found)) == (Status.DUE_LATER, None)


def test_the_clock_starts_at_the_earliest_publication_and_no_later_one_restarts_it():
    kept = version(other_form("2024-01-10"), website("2024-01-16"), website("2024-02-20", owner=POLICE), sent("2024-01-17"))
    found = find(facts(strategy(kept)), "SVD-PUB-03")
    assert (found.status, found.late_by, due(found)) == (Status.MET_LATE, 1, day("2024-01-16"))


def test_a_second_version_starts_its_own_seven_days():
    first = version(website("2024-01-16"), sent("2024-01-22"))
    second = version(website("2026-12-28"), pk=102, number=2, dated="2026-12-01")
    both = facts(strategy(first, second))
    assert status(both, "SVD-PUB-03", "2027-01-04", "version:101") is Status.MET
    assert status(both, "SVD-PUB-03", "2027-01-03", "version:102") is Status.DUE_SOON
    assert status(both, "SVD-PUB-03", "2027-01-04", "version:102") is Status.OVERDUE
    assert not find(both, "SVD-PUB-03", "2027-01-04", "version:101").current
    assert find(both, "SVD-PUB-03", "2027-01-04", "version:102").current
    assert find(both, "SVD-PUB-03", "2026-11-30", "version:101").current
    assert find(both, "SVD-PUB-03", "2026-12-27", "version:101").current
    assert find(both, "SVD-PUB-03", "2026-12-27", "version:102").current


def test_a_strategy_becomes_history_on_the_day_its_follower_is_published():
    earlier = strategy(version(website("2024-01-16"), pk=100), pk=50)
    both = facts(earlier, strategy(version(website("2026-12-28"), dated="2026-12-01"), follows=50))
    assert find(both, "SVD-PUB-03", "2026-12-27", "version:100").current
    assert not find(both, "SVD-PUB-03", "2026-12-28", "version:100").current


@pytest.mark.parametrize("follows", [False, True])
def test_a_version_never_sent_is_named_with_its_last_day_where_a_later_one_is_in_force(follows: bool):
    first, second = website("2024-01-16"), (website("2026-12-28"), sent("2026-12-29"))
    later = version(*second, pk=102, number=1 if follows else 2, dated="2026-12-01")
    strategies = (strategy(version(first), pk=50), strategy(later, follows=50)) if follows else (strategy(version(first), later),)
    found = find(facts(*strategies), "SVD-PUB-03", "2027-01-04", "version:102")
    assert (found.status, due(found)) == (Status.MET, day("2027-01-03"))
    never = "version 1, published before it, has no sending to the Secretary of State on record: the last day for it was 22 January 2024"
    assert never in found.why
    assert "no sending" not in find(facts(*strategies), "SVD-PUB-03", "2026-12-27", "version:101").why.split("recorded.")[-1]
    for held in ({"records_from": "2024-01-23"}, {"records_to": "2026-12-31"}, {"not_in_papers": ("SVD-PUB-03",)}):
        assert "on record" not in find(facts(*strategies, **held), "SVD-PUB-03", "2027-01-04", "version:102").why


@pytest.mark.parametrize("recipient", ["policing-body", "vru", "other", "welsh-ministers"])
def test_sending_to_anybody_but_the_home_office_does_not_count(recipient: str):
    assert status(facts(strategy(version(website("2024-01-16"), sent("2024-01-17", recipient)))), "SVD-PUB-03") is Status.OVERDUE


@pytest.mark.parametrize(("sender", "expected"), [(POLICE, Status.MET), (POLICING_BODY, Status.OVERDUE), (VRU, Status.OVERDUE)])
def test_only_a_sending_by_a_specified_authority_counts(sender: int, expected: Status):
    holders = (*all_holders(), holder("violence-reduction-unit", VRU))
    kept = strategy(version(website("2024-01-16"), sent("2024-01-17", sender=sender)))
    assert status(facts(kept, holders=holders), "SVD-PUB-03") is expected


def test_a_body_that_is_no_longer_in_schedule_1_cannot_send_for_the_others():
    kept = strategy(version(website("2024-01-16"), sent("2024-01-17", sender=POLICE)))
    ended = tuple(
        dataclasses.replace(kind, ends=build.vague("2024-01-16")) if kind.code == "police" else kind for kind in build.AUTHORITY_TYPES
    )
    assert status(facts(kept), "SVD-PUB-03") is Status.MET
    assert status(facts(kept, authority_types=ended), "SVD-PUB-03") is Status.OVERDUE


@pytest.mark.parametrize(
    ("published", "sent_on", "expected", "late_by"),
    [
        ("2024-01-16", "2024-01", Status.CANNOT_TELL, 0),
        ("2024-01-31", "2024-02", Status.CANNOT_TELL, 0),
        ("2024-01-16", "2024-02", Status.MET_LATE, 10),
        ("2024-01", "2024-01-31", Status.CANNOT_TELL, 0),
        ("2024-01", "2024-01-03", Status.CANNOT_TELL, 0),
        ("2024-01", "2024-02-06", Status.CANNOT_TELL, 0),
        ("2024-01", "2024-02-07", Status.MET_LATE, 1),
        ("2024-01", "2023-12", Status.OVERDUE, 0),
    ],
)
def test_vague_days_are_in_time_or_late_only_when_surely_so(published: str, sent_on: str, expected: Status, late_by: int):
    found = find(facts(strategy(version(website(published), sent(sent_on)))), "SVD-PUB-03")
    assert (found.status, found.late_by) == (expected, late_by)


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2024-01-07", Status.DUE_SOON),
        ("2024-01-08", Status.CANNOT_TELL),
        ("2024-02-06", Status.CANNOT_TELL),
        ("2024-02-07", Status.OVERDUE),
    ],
)
def test_unsent_after_a_vague_publication_is_overdue_only_when_every_possible_week_is_over(on: str, expected: Status):
    assert status(facts(strategy(version(website("2024-01")))), "SVD-PUB-03", on) is expected


def test_the_words_for_a_vague_clock_name_no_exact_day():
    found = find(facts(strategy(version(website("2024"), other_form("2024-03-05")))), "SVD-PUB-03")
    assert found.due
    assert "counting 5 March 2024" not in found.due.worked_out
    assert "between 1 January 2024 (Monday) and 5 March 2024 (Tuesday)" in found.due.worked_out


# Wales


def wales(*records: object) -> PartnershipFacts:
    return facts(strategy(version(*records)), areas=(area(in_wales=True),))


def test_in_wales_the_later_language_decides():
    assert status(wales(website("2024-01-16", languages=("en", "cy"))), "SVD-PUB-04") is Status.MET
    late = find(wales(website("2024-01-16"), website("2024-02-02", languages=("cy",))), "SVD-PUB-04")
    assert (late.status, late.late_by) == (Status.MET_LATE, 2)
    assert status(wales(website("2024-01-16")), "SVD-PUB-04") is Status.OVERDUE
    assert status(wales(website("2024-01-16")), "SVD-PUB-04", "2024-01-31") is Status.DUE_SOON


def test_in_wales_a_language_surely_late_is_late_however_vague_the_other():
    late = find(wales(website("2024"), website("2024-02-02", languages=("cy",))), "SVD-PUB-04")
    assert (late.status, late.late_by) == (Status.MET_LATE, 2)


def test_in_wales_nothing_is_late_while_a_language_may_not_be_out_yet():
    for vague, late in (("en", "cy"), ("cy", "en")):
        kept = wales(website("2024", languages=(vague,)), website("2024-02-02", languages=(late,)))
        assert status(kept, "SVD-PUB-04", "2024-06-30") is Status.CANNOT_TELL


def test_in_wales_a_missing_language_is_missing_however_vague_the_other():
    assert status(wales(website("2024-01", languages=("cy",))), "SVD-PUB-04", "2024-01-20") is Status.DUE_SOON


@pytest.mark.parametrize(("sent_on", "expected"), [("2024-01-16", Status.MET), ("2024-01-22", Status.MET), ("2024-01-23", Status.MET_LATE)])
def test_in_wales_the_welsh_ministers_get_it_within_the_same_seven_days(sent_on: str, expected: Status):
    kept = wales(website("2024-01-16"), sent(sent_on, "welsh-ministers"))
    assert status(kept, "SVD-PUB-05") is expected
    assert status(kept, "SVD-PUB-03") is Status.OVERDUE


def test_outside_wales_nothing_welsh_applies():
    for code in ("SVD-PUB-04", "SVD-PUB-05"):
        found = find(facts(strategy(version(website("2024-01-16")))), code)
        assert (found.key, found.status) == ("partnership", Status.NOT_APPLICABLE)


# What must be kept out


@pytest.mark.parametrize(
    ("records", "expected", "late_by"),
    [
        ((check("2024-01-15"),), Status.MET, 0),
        ((check("2024-01-16", "removed"),), Status.MET, 0),
        ((check("2024-01-17"),), Status.MET_LATE, 1),
        ((check("2024-01"),), Status.CANNOT_TELL, 0),
        ((check("2024-01-10", complete=False),), Status.CANNOT_TELL, 0),
        ((check("2024-01-10", "still-there"),), Status.NOT_MET, 0),
        ((check("2024-01-10", "still-there"), check("2024-01-16")), Status.MET, 0),
        ((), Status.OVERDUE, 0),
    ],
)
def test_the_check_counts_up_to_and_on_the_day_of_publication(records: tuple, expected: Status, late_by: int):
    found = find(facts(strategy(version(website("2024-01-16"), *records))), "SVD-STR-03")
    assert (found.status, found.late_by) == (expected, late_by)


def test_on_the_day_of_publication_a_check_can_still_be_made_in_time():
    unchecked = facts(strategy(version(website("2024-01-16"))))
    assert status(unchecked, "SVD-STR-03", "2024-01-15") is Status.DUE_LATER
    assert status(unchecked, "SVD-STR-03", "2024-01-16") is Status.DUE_SOON
    assert status(unchecked, "SVD-STR-03", "2024-01-17") is Status.OVERDUE


def test_a_check_within_the_vague_month_of_publication_is_neither_in_time_nor_late():
    assert status(facts(strategy(version(website("2024-01"), check("2024-01-15")))), "SVD-STR-03") is Status.CANNOT_TELL
    assert find(facts(strategy(version(website("2024-01"), check("2024-02-01")))), "SVD-STR-03").late_by == 1


# Who takes part


def test_six_kinds_of_authority_are_enough_in_a_single_tier_area():
    assert status(facts(), "SVD-PART-01") is Status.MET
    for missing in build.EVERYWHERE:
        assert status(facts(holders=all_holders(without=[missing])), "SVD-PART-01") is Status.NOT_MET


def test_a_two_tier_district_needs_both_councils():
    district = (area(two_tier=True),)
    assert status(facts(areas=district), "SVD-PART-01") is Status.NOT_MET
    assert status(facts(areas=district, holders=(*all_holders(), holder("county-council", COUNTY))), "SVD-PART-01") is Status.MET


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"lead": ""}, Status.CANNOT_TELL),
        ({"starts": None}, Status.CANNOT_TELL),
        ({"starts": "2027"}, Status.CANNOT_TELL),
        ({"ends": "2027"}, Status.CANNOT_TELL),
        ({"starts": "2027-06-30"}, Status.MET),
        ({"starts": "2027-07-01"}, Status.NOT_MET),
        ({"ends": "2027-06-30"}, Status.MET),
        ({"ends": "2027-06-29"}, Status.NOT_MET),
    ],
)
def test_a_body_takes_part_from_its_first_day_to_its_last_with_a_named_lead(changes: dict, expected: Status):
    fire = holder("fire", build.FIRE, **changes)
    assert status(facts(holders=(*all_holders(without=["fire"]), fire)), "SVD-PART-01") is expected


def test_an_area_that_left_and_came_back_is_one_area():
    again = facts(strategy(version(website("2024-01-16"))), areas=(area(left="2024"), area(joined="2024-06-01")))
    for code, key in (("SVD-PART-01", "area:1"), ("SVD-STR-01", "area:1"), ("SVD-PUB-01", "version:101/area:1")):
        assert find(again, code, "2024-07-01").key == key


@pytest.mark.parametrize(
    ("leads", "expected"),
    [
        ((), Status.NOT_MET),
        ((lead("2027-06-30"),), Status.MET),
        ((lead("2027-07-01"),), Status.NOT_MET),
        ((lead("2027"),), Status.CANNOT_TELL),
        ((lead(None),), Status.CANNOT_TELL),
        ((lead(ends="2027-06-29"),), Status.NOT_MET),
        ((lead(ends="2027-06-30"),), Status.MET),
        ((lead(ends="2027"),), Status.CANNOT_TELL),
    ],
)
def test_a_lead_stands_from_the_day_it_was_agreed_to_its_last(leads: tuple, expected: Status):
    assert status(facts(leads=leads), "SVD-PART-03") is expected


# What serious violence means here


@pytest.mark.parametrize(
    ("code", "changes", "expected"),
    [
        ("SVD-DEF-01", {}, Status.MET),
        ("SVD-DEF-02", {}, Status.MET),
        ("SVD-DEF-03", {}, Status.MET),
        ("SVD-DEF-02", {"terrorism": "in"}, Status.NOT_MET),
        ("SVD-DEF-02", {"terrorism": ""}, Status.CANNOT_TELL),
        ("SVD-DEF-03", {"agreed_by": ""}, Status.CANNOT_TELL),
        ("SVD-DEF-03", {"agreed_on": None}, Status.CANNOT_TELL),
        ("SVD-DEF-03", {"agreed_on": build.vague("2027")}, Status.CANNOT_TELL),
        ("SVD-DEF-03", {"focus_stated": ""}, Status.CANNOT_TELL),
        ("SVD-DEF-03", {"focus_stated": "no"}, Status.NOT_MET),
        ("SVD-DEF-03", {"focus_stated": "no", "agreed_by": ""}, Status.NOT_MET),
        ("SVD-DEF-03", {"focus_stated": "no", "focus_note": "Knife crime first"}, Status.MET),
    ],
)
def test_a_definition_is_judged_by_its_own_words(code: str, changes: dict, expected: Status):
    assert status(facts(definitions=(definition(**changes),)), code) is expected


@pytest.mark.parametrize(
    ("considered", "note", "expected"),
    [("no", "A note", Status.NOT_MET), ("", "", Status.CANNOT_TELL), ("yes", "", Status.CANNOT_TELL)],
)
def test_each_of_the_four_factors_needs_its_note(considered: str, note: str, expected: Status):
    whole = definition()
    for place in range(4):
        factors = list(whole.factors)
        factors[place] = dataclasses.replace(factors[place], considered=considered, note=note)
        assert status(facts(definitions=(dataclasses.replace(whole, factors=tuple(factors)),)), "SVD-DEF-01") is expected


@pytest.mark.parametrize(
    ("answer", "reason", "expected"),
    [("", "", Status.CANNOT_TELL), ("out", "", Status.CANNOT_TELL), ("out", "Rare here", Status.MET)],
)
def test_what_a_definition_leaves_out_needs_a_reason(answer: str, reason: str, expected: Status):
    whole = definition(scope_reason=reason)
    scope = (*whole.scope[:3], dataclasses.replace(whole.scope[3], answer=answer))
    assert status(facts(definitions=(dataclasses.replace(whole, scope=scope),)), "SVD-DEF-02") is expected


def test_the_newest_definition_of_the_day_is_judged():
    older, newer = definition("2023-06-01"), definition("2024-06-01", number=2, terrorism="in")
    both = facts(definitions=(newer, older))
    assert status(both, "SVD-DEF-02", "2023-05-31") is Status.NOT_MET
    assert status(both, "SVD-DEF-02", "2024-05-31") is Status.MET
    assert status(both, "SVD-DEF-02", "2024-06-01") is Status.NOT_MET


# A strategy that stands


def test_a_strategy_stands_from_its_day_to_the_end_of_its_period():
    kept = facts(strategy(version(dated="2023-12-01"), period_to="2026"))
    assert status(kept, "SVD-STR-01", "2023-11-30") is Status.NOT_MET
    assert status(kept, "SVD-STR-01", "2023-12-01") is Status.MET
    assert status(kept, "SVD-STR-01", "2026-12-31") is Status.MET
    assert status(kept, "SVD-STR-01", "2027-01-01") is Status.NOT_MET


# When the duty began, and where records end


def test_before_31_january_2023_nobody_fails_the_duty_or_its_guidance_and_what_is_met_is_met():
    before = facts(holders=(), records_from="2022-01-01")
    assert status(before, "SVD-PART-01", "2023-01-30") is Status.NOT_APPLICABLE
    assert status(before, "SVD-PART-01", "2023-01-31") is Status.NOT_MET
    assert status(before, "SVD-PART-03", "2023-01-30") is Status.NOT_APPLICABLE
    assert status(before, "SVD-PART-03", "2023-01-31") is Status.NOT_MET
    early = facts(definitions=(definition("2022-06-01"),), records_from="2022-01-01")
    assert status(early, "SVD-DEF-01", "2022-06-01") is Status.MET


def test_what_was_late_counts_as_late_only_since_the_duty_began():
    late = facts(strategy(version(website("2022-06-01"), check("2022-06-10"), dated="2022-05-01")), records_from="2022-01-01")
    assert status(late, "SVD-STR-03", "2023-01-30") is Status.NOT_APPLICABLE
    assert status(late, "SVD-STR-03", "2023-01-31") is Status.NOT_APPLICABLE


def test_a_strategy_published_before_the_duty_counts_and_has_no_seven_days():
    early = facts(strategy(version(website("2022-06-01"), dated="2022-05-01")), records_from="2022-01-01")
    published = find(early, "SVD-PUB-01", "2024-02-01")
    assert published.status is Status.MET
    assert "before the duty began" in published.why
    assert status(early, "SVD-PUB-03", "2024-02-01") is Status.NOT_APPLICABLE


def test_outside_complete_records_nothing_is_overdue_or_missing():
    kept = strategy(version(website("2024-01-16")))
    ended = facts(kept, holders=all_holders(without=["fire"]), records_to="2024-06-30")
    assert status(ended, "SVD-PUB-03", "2024-06-30") is Status.OVERDUE
    assert status(ended, "SVD-PUB-03", "2024-07-01") is Status.NOT_HELD
    assert status(ended, "SVD-PART-01", "2024-07-01") is Status.NOT_HELD
    assert status(ended, "SVD-PUB-01", "2024-07-01") is Status.MET


@pytest.mark.parametrize(("records_from", "expected"), [("2024-01-22", Status.OVERDUE), ("2024-01-23", Status.NOT_HELD)])
def test_what_was_due_before_records_begin_is_not_held_here(records_from: str, expected: Status):
    kept = facts(strategy(version(website("2024-01-16"))), records_from=records_from)
    assert status(kept, "SVD-PUB-03") is expected


def test_every_event_counts_only_from_its_own_day():
    kept = facts(strategy(version(website("2024-01-16"), sent("2024-01-20"))))
    assert status(kept, "SVD-PUB-01", "2024-01-15") is Status.DUE_SOON
    assert status(kept, "SVD-PUB-01", "2024-01-16") is Status.MET
    assert status(kept, "SVD-PUB-03", "2024-01-19") is Status.DUE_SOON
    assert status(kept, "SVD-PUB-03", "2024-01-20") is Status.MET


def test_nothing_is_claimed_of_what_an_examples_papers_do_not_speak_of():
    silent = build.facts(not_in_papers=("SVD-DEF-01", "SVD-STR-01"))
    assert status(silent, "SVD-DEF-01") == Status.NOT_HELD
    assert "say nothing about it" in find(silent, "SVD-DEF-01").why
    assert status(silent, "SVD-DEF-02") == Status.NOT_MET
    told = build.facts(strategy(version()), not_in_papers=("SVD-STR-01",))
    assert status(told, "SVD-STR-01") == Status.MET
