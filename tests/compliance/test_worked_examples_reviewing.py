"""Kept under review, and looked at again each year: every worked example, to the day (DL-06, s.8(7)(b))."""

from typing import Any

import pytest

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts
from compliance.finding import Status
from svduty import dates
from tests.compliance.asking import due, find, status
from tests.compliance.build import approval, arrangement, day, facts, review, strategy, version, website

UNDER_REVIEW, YEARLY = "SVD-REV-01", "SVD-REV-02"
NOW = "strategy:51"


def out(*records: object, published: str = "2024-01-31", **changes: Any) -> PartnershipFacts:
    """A strategy published on that day, with its reviews and arrangements."""
    return facts(strategy(version(website(published)), *records, **changes))


# Under review at all (undated, never overdue by date)


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ((), Status.NOT_MET),
        ((review("2025-01-10"),), Status.MET),
        ((review("2025-01-10", "", found=False, assessment=""),), Status.MET),
        ((review("2027"),), Status.CANNOT_TELL),
        ((review("2027-07-01"),), Status.NOT_MET),
        ((arrangement(),), Status.MET),
        ((arrangement(None),), Status.MET),
        ((arrangement("2027"),), Status.CANNOT_TELL),
        ((arrangement("2027-07-01"),), Status.NOT_MET),
        ((arrangement(who=""),), Status.CANNOT_TELL),
        ((arrangement(every_months=None),), Status.CANNOT_TELL),
        ((arrangement(next_on=None),), Status.CANNOT_TELL),
        ((arrangement(), review("2027")), Status.MET),
        ((arrangement(who=""), review("2025-01-10")), Status.MET),
        ((arrangement(next_on=None), review("2027")), Status.CANNOT_TELL),
    ],
)
def test_a_strategy_is_under_review_by_an_arrangement_or_by_a_review(records: tuple, expected: Status):
    assert status(out(*records), UNDER_REVIEW) is expected


def test_the_newest_arrangement_stands_and_one_without_a_date_is_the_oldest():
    assert status(out(arrangement("2024-06-01", who=""), arrangement("2023-12-13")), UNDER_REVIEW) is Status.CANNOT_TELL
    assert status(out(arrangement("2024-06-01"), arrangement("2023-12-13", who="")), UNDER_REVIEW) is Status.MET
    assert status(out(arrangement("2024-06-01"), arrangement(None, who="")), UNDER_REVIEW) is Status.MET
    assert status(out(arrangement(None), arrangement("2024-06-01", who="")), UNDER_REVIEW, "2024-05-31") is Status.MET


def test_the_last_review_is_the_one_that_is_named():
    assert "10 January 2026" in find(out(review("2026-01-10"), review("2025-01-10")), UNDER_REVIEW).why


@pytest.mark.parametrize(
    ("records", "said", "step"),
    [
        ((arrangement(),), "The board is to review it every 12 months; next in December 2024. That day has passed", None),
        ((arrangement(every_months=1),), "The board is to review it every month; next in December 2024.", None),
        ((arrangement(who=""),), "Record who reviews it.", "reviewarrangement_change"),
        ((), "Neither a review nor an arrangement for one is recorded.", "reviewarrangement_add"),
        ((review("2027"),), "Give the exact date.", "annualreview_change"),
    ],
)
def test_how_it_is_kept_under_review_is_said_with_what_to_do_next(records: tuple, said: str, step: str | None):
    found = find(out(*records), UNDER_REVIEW)
    assert said in found.why
    assert (found.next_step.route if found.next_step else None) == step


def test_of_two_vague_arrangements_the_one_that_may_be_newer_stands():
    vague = (arrangement("2024", who=""), arrangement("2024-06-01"))
    assert status(out(*vague), UNDER_REVIEW) is Status.CANNOT_TELL
    assert status(out(*vague[::-1]), UNDER_REVIEW) is Status.CANNOT_TELL


@pytest.mark.parametrize("years", [1, 2, 10, 40])
def test_keeping_under_review_is_never_overdue_by_date(years: int):
    kept = out(arrangement(next_on="2024-12"))
    found = find(kept, UNDER_REVIEW, day("2024-02-01").replace(year=2024 + years))
    assert (found.status, found.due) == (Status.MET, None)
    assert status(out(), UNDER_REVIEW, day("2024-02-01").replace(year=2024 + years)) is Status.NOT_MET


def test_a_draft_need_not_be_under_review_until_it_is_approved_or_published():
    assert status(facts(strategy(version())), UNDER_REVIEW) is Status.DUE_LATER
    assert status(facts(strategy(version(approval("2024-01-10")))), UNDER_REVIEW, "2024-01-09") is Status.DUE_LATER
    assert status(facts(strategy(version(approval("2024-01-10")))), UNDER_REVIEW, "2024-01-10") is Status.NOT_MET
    assert status(out(), UNDER_REVIEW, "2024-01-30") is Status.DUE_LATER
    assert status(out(), UNDER_REVIEW, "2024-01-31") is Status.NOT_MET
    beside_a_draft = facts(strategy(version(website("2024-01-31")), version(pk=102, number=2)))
    assert status(beside_a_draft, UNDER_REVIEW) is Status.NOT_MET
    assert status(beside_a_draft, YEARLY, "2024-06-30") is Status.DUE_LATER


def test_a_section_9_strategy_alone_has_no_duty_to_be_kept_under_review_but_is_looked_at_each_year():
    wider = out(section_8=False, section_9=True)
    found = find(wider, UNDER_REVIEW)
    assert (found.key, found.status) == ("partnership", Status.NOT_APPLICABLE)
    assert status(wider, YEARLY) is Status.OVERDUE
    assert status(out(section_9=True), UNDER_REVIEW) is Status.NOT_MET


def test_without_any_strategy_there_is_nothing_to_review():
    for code in (UNDER_REVIEW, YEARLY):
        found = find(facts(), code)
        assert (found.key, found.status) == ("partnership", Status.NOT_APPLICABLE)


# The yearly review: one year after the last review or publication (rolling)


@pytest.mark.parametrize(
    ("published", "last_day"),
    [
        ("2024-01-31", "2025-01-31"),
        ("2024-02-28", "2025-02-28"),
        ("2024-02-29", "2025-02-28"),
        ("2024-03-01", "2025-03-01"),
        ("2023-02-28", "2024-02-28"),
        ("2023-03-01", "2024-03-01"),
        ("2023-12-31", "2024-12-31"),
    ],
)
def test_the_review_is_due_one_year_after_publication_and_29_february_gives_28(published: str, last_day: str):
    kept = facts(strategy(version(website(published), dated="2023-02-01")))
    last = day(last_day)
    assert due(find(kept, YEARLY, last)) == last
    assert status(kept, YEARLY, dates.days_after(last, -91)) is Status.DUE_LATER
    assert status(kept, YEARLY, dates.days_after(last, -90)) is Status.DUE_SOON
    assert status(kept, YEARLY, last) is Status.DUE_SOON
    assert status(kept, YEARLY, dates.days_after(last, 1)) is Status.OVERDUE


def test_the_yearly_review_is_expected_by_guidance_and_not_by_law():
    found = find(out(), YEARLY)
    assert found.strength == "guidance"
    assert found.due
    assert (found.due.rule, found.due.in_law) == ("DL-06", False)


@pytest.mark.parametrize(
    ("held", "next_due", "late_by"),
    [
        ("2025-01-10", "2026-01-10", 0),
        ("2025-01-31", "2026-01-31", 0),
        ("2025-02-01", "2026-02-01", 1),
        ("2025-12-31", "2026-12-31", 334),
        ("2024-02-29", "2025-02-28", 0),
    ],
)
def test_a_review_ends_its_year_and_starts_the_next(held: str, next_due: str, late_by: int):
    kept = out(review(held))
    pk = kept.strategies[0].reviews[0].pk
    past = find(kept, YEARLY, held, f"{NOW}/review:{pk}")
    assert (past.status, past.late_by, past.current) == (Status.MET_LATE if late_by else Status.MET, late_by, False)
    assert due(past) == day("2025-01-31")
    now = find(kept, YEARLY, held, NOW)
    assert (now.status, now.current, due(now)) == (Status.DUE_LATER, True, day(next_due))


@pytest.mark.parametrize(
    ("records", "worked_out"),
    [
        ((), "one year after the day it was last published, 31 January 2024"),
        ((review("2025-01-10"),), "one year after the last review, 10 January 2025"),
        ((review("2025-01"),), "one year after the last review, between 1 January 2025 and 31 January 2025"),
        ((arrangement(counting="anniversary"),), "each year from the day it was first published, 31 January 2024"),
    ],
)
def test_the_finding_says_from_which_day_the_year_is_counted(records: tuple, worked_out: str):
    found = find(out(*records), YEARLY, key=NOW)
    assert found.due
    assert found.due.worked_out == worked_out


def test_each_review_is_judged_from_the_one_before():
    kept = out(review("2026-01-20"), review("2025-01-10"))
    later, earlier = (f"{NOW}/review:{one.pk}" for one in kept.strategies[0].reviews)
    assert (due(find(kept, YEARLY, key=earlier)), due(find(kept, YEARLY, key=later))) == (day("2025-01-31"), day("2026-01-10"))
    assert find(kept, YEARLY, key=later).late_by == 10
    assert due(find(kept, YEARLY, key=NOW)) == day("2027-01-20")


def test_a_new_version_starts_the_year_anew():
    second = version(website("2025-06-30"), pk=102, number=2)
    kept = facts(strategy(version(website("2024-01-31")), second, review("2025-01-10"), review("2026-06-30")))
    first, last = (f"{NOW}/review:{one.pk}" for one in kept.strategies[0].reviews)
    assert all(find(kept, code, "2025-06-30", NOW).current for code in (UNDER_REVIEW, YEARLY))
    assert due(find(kept, YEARLY, "2025-06-29", NOW)) == day("2026-01-10")
    assert due(find(kept, YEARLY, "2025-06-30", NOW)) == day("2026-06-30")
    assert due(find(kept, YEARLY, key=first)) == day("2025-01-31")
    assert (find(kept, YEARLY, key=last).status, due(find(kept, YEARLY, key=last))) == (Status.MET, day("2026-06-30"))


def test_a_review_before_publication_ends_no_year():
    kept = out(review("2024-01-30"))
    assert [finding.key for finding in evaluate(kept, day("2024-06-30")) if finding.code == YEARLY] == [NOW]
    assert due(find(kept, YEARLY)) == day("2025-01-31")


@pytest.mark.parametrize("held", ["2024-01-31", "2024-01"])
def test_a_review_perhaps_on_the_day_of_publication_ends_a_year_and_starts_one(held: str):
    kept = out(review(held))
    past = find(kept, YEARLY, "2024-01-31", f"{NOW}/review:{kept.strategies[0].reviews[0].pk}")
    assert (past.status, due(past)) == (Status.MET, day("2025-01-31"))


@pytest.mark.parametrize(("on", "expected"), [("2026-06-30", Status.DUE_SOON), ("2026-07-01", Status.OVERDUE)])
def test_of_two_published_versions_the_newer_one_starts_the_year_though_nobody_reviewed_the_older(on: str, expected: Status):
    kept = facts(strategy(version(website("2024-01-31")), version(website("2025-06-30"), pk=102, number=2)))
    assert status(kept, YEARLY, on) is expected


def test_before_publication_no_year_has_begun():
    found = find(facts(strategy(version(approval("2024-01-10")), review("2024-01-20"))), YEARLY)
    assert (found.key, found.status) == (NOW, Status.DUE_LATER)
    assert found.due is None or found.due.on is None


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-01-01", Status.DUE_SOON),
        ("2025-01-02", Status.CANNOT_TELL),
        ("2025-01-31", Status.CANNOT_TELL),
        ("2025-02-01", Status.OVERDUE),
    ],
)
def test_after_a_vague_publication_the_review_is_overdue_only_when_every_possible_year_is_over(on: str, expected: Status):
    assert status(out(published="2024-01"), YEARLY, on) is expected


@pytest.mark.parametrize(("published", "first_possible"), [("2024-01", "2025-01-01"), ("2023-24", "2024-12-01"), ("2024", "2025-01-01")])
def test_of_a_vague_year_the_first_possible_end_is_shown(published: str, first_possible: str):
    kept = out(review("2025-03-15"), published=published)
    past = find(kept, YEARLY, key=f"{NOW}/review:{kept.strategies[0].reviews[0].pk}")
    assert due(past) == day(first_possible)
    assert due(find(out(published=published), YEARLY)) == day(first_possible)


@pytest.mark.parametrize(
    ("records", "on", "said"),
    [
        ((), "2024-06-01", "is due by 31 January 2025 (Friday)"),
        ((), "2024-12-01", "is due by 31 January 2025 (Friday)"),
        ((), "2025-02-01", "was due by 31 January 2025 (Friday)"),
        ((review("2025-02-10", ""),), "2025-03-01", "Record what was decided."),
        ((review("2025-02-10", found=False),), "2025-03-01", "Record what it found"),
        ((review("2025"),), "2025-03-01", "Give the exact date instead of 2025."),
        ((review("2025"),), "2026-03-01", "Give the exact date from which the time is counted."),
    ],
)
def test_the_yearly_review_is_said_in_a_sentence_to_read_aloud(records: tuple, on: str, said: str):
    assert said in find(out(*records), YEARLY, on, NOW).why


@pytest.mark.parametrize(
    ("held", "said", "step"),
    [
        ("2025-01-10", "it was due by 31 January 2025 (Friday)", None),
        ("2025-02-10", "10 days after the day it was due, 31 January 2025 (Friday)", None),
        ("2025", "it may have been before or after 31 January 2025 (Friday)", "annualreview_change"),
    ],
)
def test_a_past_year_says_when_it_was_reviewed_and_what_would_settle_a_doubt(held: str, said: str, step: str | None):
    kept = out(review(held))
    past = find(kept, YEARLY, key=f"{NOW}/review:{kept.strategies[0].reviews[0].pk}")
    assert said in past.why
    assert (past.next_step.route if past.next_step else None) == step


# Reviews of which nobody can tell whether they count

INCOMPLETE = [{"decision": ""}, {"found": False}, {"assessment": ""}, {"assessment": "no"}]


@pytest.mark.parametrize("changes", INCOMPLETE)
@pytest.mark.parametrize(("on", "expected"), [("2026-01-10", Status.CANNOT_TELL), ("2026-01-11", Status.OVERDUE)])
def test_an_incomplete_review_leaves_its_year_open_and_no_longer(changes: dict, on: str, expected: Status):
    assert status(out(review("2025-01-10", **changes)), YEARLY, on) is expected


def test_of_several_incomplete_reviews_the_last_leaves_its_year_open():
    kept = out(review("2025-06-30", ""), review("2025-01-10", ""))
    assert status(kept, YEARLY, "2026-06-30") is Status.CANNOT_TELL
    assert status(kept, YEARLY, "2026-07-01") is Status.OVERDUE


@pytest.mark.parametrize(("on", "expected"), [("2026-06-30", Status.CANNOT_TELL), ("2026-07-01", Status.OVERDUE)])
def test_an_incomplete_review_of_some_day_in_june_leaves_open_till_the_end_of_june(on: str, expected: Status):
    assert status(out(review("2025-06", "")), YEARLY, on) is expected


def test_an_incomplete_review_perhaps_after_publication_leaves_its_year_open():
    assert status(out(review("2024", "")), YEARLY, "2025-02-01") is Status.CANNOT_TELL


def test_an_incomplete_review_on_the_day_of_publication_would_move_nothing():
    assert status(out(review("2024-01-31", "")), YEARLY, "2024-06-30") is Status.DUE_LATER


def test_a_complete_review_settles_what_an_incomplete_one_left_open():
    kept = out(review("2025-01-10", ""), review("2025-01-20"))
    assert due(find(kept, YEARLY, "2025-03-01", NOW)) == day("2026-01-20")
    assert status(kept, YEARLY, "2025-03-01", NOW) is Status.DUE_LATER


def test_a_review_of_a_newer_assessment_counts_as_well():
    assert status(out(review("2025-01-10", assessment="newer")), YEARLY, "2025-06-01", NOW) is Status.DUE_LATER


def test_a_review_that_may_not_have_been_held_yet_moves_no_clock():
    kept = out(review("2025"))
    assert [finding.key for finding in evaluate(kept, day("2025-12-30")) if finding.code == YEARLY] == [NOW]
    assert status(kept, YEARLY, "2024-12-31") is Status.DUE_SOON
    assert status(kept, YEARLY, "2025-06-30") is Status.CANNOT_TELL
    pk = kept.strategies[0].reviews[0].pk
    assert find(kept, YEARLY, "2025-12-31", f"{NOW}/review:{pk}").status is Status.CANNOT_TELL
    assert status(kept, YEARLY, "2026-01-01", NOW) is Status.DUE_SOON
    assert status(kept, YEARLY, "2026-01-02", NOW) is Status.CANNOT_TELL
    assert status(kept, YEARLY, "2027-01-01", NOW) is Status.OVERDUE


# A strategy whose place a later one has taken


def test_of_a_strategy_that_was_followed_only_its_past_reviews_remain():
    def followed(*records: object) -> PartnershipFacts:
        earlier = strategy(version(website("2024-01-31"), pk=100), *records, pk=50)
        return facts(earlier, strategy(version(website("2024-12-15")), follows=50))

    kept = followed(review("2024-12-01"))
    keys = {finding.key: finding for finding in evaluate(kept, day("2025-06-30")) if finding.code == YEARLY}
    pk = kept.strategies[0].reviews[0].pk
    assert list(keys) == [f"strategy:50/review:{pk}", "strategy:51"]
    assert not keys[f"strategy:50/review:{pk}"].current
    assert status(followed(), YEARLY, "2024-12-14", "strategy:50") is Status.DUE_SOON
    gone = find(followed(), YEARLY, "2024-12-15", "strategy:50")
    assert (gone.status, gone.current) == (Status.NOT_APPLICABLE, False)


# On the anniversary of the first publication

YEARLY_ON_THE_DAY = arrangement("2023-12-13", counting="anniversary")


@pytest.mark.parametrize(
    ("held", "next_due"),
    [
        ("2025-01-31", "2026-01-31"),
        ("2025-01-10", "2026-01-31"),
        ("2024-11-02", "2026-01-31"),
        ("2024-11-01", "2025-01-31"),
        ("2025-11-01", "2026-01-31"),
        ("2025-11-02", "2027-01-31"),
    ],
)
def test_on_the_anniversary_a_review_answers_within_ninety_days_before_or_after_and_the_day_stays(held: str, next_due: str):
    kept = out(review(held), YEARLY_ON_THE_DAY)
    assert due(find(kept, YEARLY, "2025-11-30", NOW)) == day(next_due)


def test_on_the_anniversary_a_review_after_the_day_is_late_and_one_too_early_answers_nothing():
    kept = out(review("2025-02-10"), review("2024-06-01"), YEARLY_ON_THE_DAY)
    late, _too_early = kept.strategies[0].reviews
    found = [finding for finding in evaluate(kept, day("2025-03-01")) if finding.code == YEARLY]
    assert {finding.key for finding in found} == {NOW, f"{NOW}/review:{late.pk}"}
    assert find(kept, YEARLY, "2025-03-01", f"{NOW}/review:{late.pk}").late_by == 10
    assert due(find(kept, YEARLY, "2025-03-01", NOW)) == day("2026-01-31")


@pytest.mark.parametrize(
    ("held", "next_due"),
    [
        ((), "2025-02-28"),
        (("2025-02-28",), "2026-02-28"),
        (("2025-02-28", "2026-02-28"), "2027-02-28"),
        (("2025-02-28", "2026-02-28", "2027-02-28"), "2028-02-29"),
        (("2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"), "2029-02-28"),
    ],
)
def test_the_anniversary_of_29_february_2024_is_28_february_but_29_february_2028(held: tuple, next_due: str):
    kept = out(*(review(one) for one in held), YEARLY_ON_THE_DAY, published="2024-02-29")
    assert due(find(kept, YEARLY, "2028-03-31", NOW)) == day(next_due)


def test_rolling_from_28_february_2027_the_review_is_due_on_28_february_2028():
    assert due(find(out(review("2027-02-28"), published="2024-02-29"), YEARLY, "2027-03-01", NOW)) == day("2028-02-28")


def test_the_anniversary_is_that_of_the_first_publication_whatever_was_published_later():
    kept = facts(strategy(version(website("2024-01-31")), version(website("2024-09-30"), pk=102, number=2), YEARLY_ON_THE_DAY))
    assert due(find(kept, YEARLY, "2024-12-01")) == day("2025-01-31")
    assert status(kept, YEARLY, "2025-02-01") is Status.OVERDUE


def test_the_arrangement_of_the_day_says_how_the_year_is_counted():
    kept = out(review("2025-01-10"), arrangement("2025-06-01", counting="anniversary"))
    assert due(find(kept, YEARLY, "2025-05-31", NOW)) == day("2026-01-10")
    assert due(find(kept, YEARLY, "2025-06-01", NOW)) == day("2026-01-31")


@pytest.mark.parametrize(
    ("on", "expected"),
    [("2026-01-31", Status.CANNOT_TELL), ("2026-02-01", Status.OVERDUE)],
)
def test_on_the_anniversary_an_incomplete_review_leaves_open_only_the_year_it_could_answer(on: str, expected: Status):
    assert status(out(review("2025-03-01", ""), YEARLY_ON_THE_DAY), YEARLY, on) is expected


def test_on_the_anniversary_a_review_that_may_have_been_too_early_leaves_the_year_open():
    kept = out(review("2024-11"), YEARLY_ON_THE_DAY)  # 2 November is the first day that would do
    assert status(kept, YEARLY, "2025-01-31", NOW) is Status.DUE_SOON
    assert status(kept, YEARLY, "2025-02-01", NOW) is Status.CANNOT_TELL
    assert status(kept, YEARLY, "2026-02-01", NOW) is Status.OVERDUE


def test_on_the_anniversary_an_incomplete_review_that_would_be_too_early_leaves_nothing_open():
    assert status(out(review("2024-06-01", ""), YEARLY_ON_THE_DAY), YEARLY, "2025-02-01") is Status.OVERDUE


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2025-12-30", Status.DUE_LATER),
        ("2025-12-31", Status.DUE_SOON),
        ("2026-03-31", Status.DUE_SOON),
        ("2026-04-01", Status.CANNOT_TELL),
        ("2027-03-02", Status.OVERDUE),
    ],
)
def test_on_the_anniversary_of_a_vague_publication_a_review_may_have_answered_for_two_years(on: str, expected: Status):
    """2026-03-01 lies 90 days after the review and is answered by it, 2026-03-31 lies more."""
    assert status(out(review("2025-12-01"), YEARLY_ON_THE_DAY, published="2024-03"), YEARLY, on, NOW) is expected
