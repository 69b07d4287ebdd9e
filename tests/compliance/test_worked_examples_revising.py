"""Revised when a review decides so: every worked example, to the day (s.8(7)(c), s.8(11); SVD-REV-03)."""

from typing import Any

import pytest

from compliance.evaluate import evaluate
from compliance.facts import PartnershipFacts, StrategyFacts, VersionFacts
from compliance.finding import Status, Strength
from compliance.position import position_of
from compliance.todo import todo_lines
from tests.compliance.asking import due, find, status
from tests.compliance.build import (
    POLICING_BODY,
    approval,
    area,
    consultation,
    day,
    facts,
    none_here,
    number,
    other_form,
    review,
    sent,
    strategy,
    version,
    website,
)

REVISED = "SVD-REV-03"
NUMBERS = (number(), none_here("prison"), none_here("youth-custody"))
FIRST = version(website("2024-01-16"), other_form("2024-01-16"), sent("2024-01-16"))
NONE_SINCE = "No version dated after that is recorded: the newest, Serious violence strategy,"
ASKED = consultation("2026-03-02", "2026-03-30")


def revision(*records: Any, published: str = "2026-06-01", sent_on: str | None = "2026-06-03", **changes: Any) -> VersionFacts:
    """Version 2, consulted on, approved, published on a website and as a leaflet, and sent."""
    sendings = (sent(sent_on),) if sent_on else ()
    out = (website(published), other_form(published), *sendings)
    return version(*(records or (ASKED, approval("2026-05-20"))), *out, **{"pk": 102, "number": 2, "dated": "2026-05-01", **changes})


def reviewed(*records: Any, **changes: Any) -> PartnershipFacts:
    """A first strategy of January 2024, and what reviews and versions came after it."""
    return facts(strategy(FIRST, *records, **changes), numbers=NUMBERS)


def test_without_a_strategy_or_a_decision_to_revise_nothing_is_asked():
    found = find(facts(), REVISED)
    assert (found.key, found.status) == ("partnership", Status.NOT_APPLICABLE)
    for decision in ("keep", "refresh", ""):
        found = find(reviewed(review("2026-01-10", decision)), REVISED)
        assert (found.key, found.status) == ("strategy:51", Status.NOT_APPLICABLE)


def test_a_decision_of_a_review_applies_from_its_own_day():
    decided = reviewed(review("2026-01-10", "revise"))
    assert status(decided, REVISED, "2026-01-09") is Status.NOT_APPLICABLE
    assert status(decided, REVISED, "2026-01-10") is Status.DUE_LATER


@pytest.mark.parametrize("on", ["2026-01-10", "2026-12-31", "2031-01-10", "2065-01-10"])
def test_preparing_a_revised_strategy_has_no_date_and_is_never_overdue(on: str):
    found = find(reviewed(review("2026-01-10", "revise"), version(pk=102, number=2, dated="2026-02-01")), REVISED, on)
    assert (found.status, due(found), found.strength) == (Status.DUE_LATER, None, Strength.STATUTORY)
    assert "The Act sets no date for it." in found.why


@pytest.mark.parametrize(
    ("records", "said", "route"),
    [
        ((), f"{NONE_SINCE} version 1, is dated 1 December 2023.", "strategy"),
        ((version(pk=102, number=2, dated="2026-01-10"),), f"{NONE_SINCE} version 2, is dated 10 January 2026.", "strategy"),
        ((version(pk=102, number=2, dated="2026-01-11"),), "What comes next: consult every educational authority.", "consultation_add"),
        ((version(ASKED, pk=102, number=2, dated="2026-05-01"),), "What comes next: have the strategy approved.", "approval_add"),
        (
            (version(ASKED, approval("2026-05-20"), pk=102, number=2, dated="2026-05-01"),),
            "Our local target for publishing it, which is not law, is 17 June 2026 (Wednesday).",
            "publication_add",
        ),
    ],
)
def test_before_it_is_published_the_next_step_is_named(records: tuple, said: str, route: str):
    found = find(reviewed(review("2026-01-10", "revise"), *records), REVISED, "2026-06-30")
    assert found.status is Status.DUE_LATER
    assert said in found.why
    assert found.next_step
    assert found.next_step.route == route


@pytest.mark.parametrize(
    ("sent_on", "on", "expected", "late_by"),
    [
        (None, "2026-06-01", Status.DUE_SOON, 0),
        (None, "2026-06-07", Status.DUE_SOON, 0),  # the seventh day, that of publication being the first
        (None, "2026-06-08", Status.OVERDUE, 0),
        ("2026-06-01", "2026-06-30", Status.MET, 0),
        ("2026-06-07", "2026-06-30", Status.MET, 0),
        ("2026-06-08", "2026-06-30", Status.MET_LATE, 1),
        ("2026-06", "2026-06-30", Status.CANNOT_TELL, 0),
        ("2026-05-31", "2026-06-30", Status.OVERDUE, 0),  # before publication: it does not count
    ],
)
def test_once_published_it_stands_as_its_sending_does(sent_on: str | None, on: str, expected: Status, late_by: int):
    held = reviewed(review("2026-01-10", "revise"), revision(sent_on=sent_on))
    found, sending = find(held, REVISED, on), find(held, "SVD-PUB-03", on, "version:102")
    assert (found.status, found.late_by, due(found)) == (expected, late_by, day("2026-06-07"))
    assert (sending.status, sending.late_by, sending.due) == (found.status, found.late_by, found.due)
    assert found.next_step == sending.next_step


@pytest.mark.parametrize(
    ("published", "last", "day_after"),
    [
        ("2027-02-23", "2027-03-01", "2027-03-02"),
        ("2028-02-22", "2028-02-28", "2028-02-29"),
        ("2028-02-23", "2028-02-29", "2028-03-01"),
        ("2028-02-24", "2028-03-01", "2028-03-02"),
    ],
)
def test_seven_days_of_a_revision_run_through_the_end_of_february(published: str, last: str, day_after: str):
    for sent_on, expected in ((last, Status.MET), (day_after, Status.MET_LATE)):
        found = find(reviewed(review("2026-01-10", "revise"), revision(published=published, sent_on=sent_on)), REVISED, "2028-06-30")
        assert (found.status, due(found)) == (expected, day(last))


def test_our_local_target_for_publishing_makes_no_revision_late_or_overdue():
    slow = reviewed(review("2026-01-10", "revise"), revision(ASKED, approval("2026-04-01")))
    assert status(slow, "SVD-PUB-01", key="version:102/area:1") is Status.MET_LATE
    assert status(slow, REVISED) is Status.MET
    no_leaflet = version(ASKED, approval("2026-04-01"), website("2026-06-01"), sent("2026-06-03"), pk=102, number=2, dated="2026-03-31")
    half = reviewed(review("2026-01-10", "revise"), no_leaflet)
    found = find(half, REVISED)
    assert status(half, "SVD-PUB-02", key="version:102") is Status.OVERDUE
    assert (found.status, due(found)) == (Status.DUE_LATER, None)
    assert "“Published in another form”" in found.why


def test_a_revision_published_without_its_own_consultation_is_not_met_and_says_so():
    silent = revision(approval("2026-05-20"))
    found = find(reviewed(review("2026-01-10", "revise"), silent), REVISED)
    assert found.status is Status.NOT_MET
    assert "“Education consulted” is not settled for it: No consultation of the educational authorities" in found.why
    assert found.next_step
    assert found.next_step.route == "consultation_add"


def test_what_was_asked_about_the_first_strategy_is_not_asked_about_its_revision():
    """s.8(11): a published version begins a revision, for which everything is asked anew."""
    first = version(consultation(), website("2024-01-16"), other_form("2024-01-16"), sent("2024-01-16"))
    held = facts(strategy(first, review("2026-01-10", "revise"), revision(approval("2026-05-20"))), numbers=NUMBERS)
    assert status(held, "SVD-CONS-01", key="version:101") is Status.MET
    assert status(held, REVISED) is Status.NOT_MET


def test_a_version_published_on_the_day_of_the_review_or_before_is_not_its_revision():
    for held_on, expected in (("2026-05-31", Status.MET), ("2026-06-01", Status.DUE_LATER), ("2026-06-02", Status.DUE_LATER)):
        assert status(reviewed(review(held_on, "revise"), revision()), REVISED) is expected


@pytest.mark.parametrize(
    ("held_on", "published", "expected", "route"),
    [
        ("2026", "2026-06-01", Status.CANNOT_TELL, "annualreview_change"),
        ("2026-05", "2026-06-01", Status.MET, None),
        ("2026-06", "2026-06-15", Status.CANNOT_TELL, "annualreview_change"),
        ("2026-06", "2026-06-01", Status.DUE_LATER, "strategy"),  # on one day at most, and that is not after it
        ("2026-06-10", "2026-06", Status.CANNOT_TELL, "publication_change"),
        ("2026-06-30", "2026-06", Status.DUE_LATER, "strategy"),
        ("2027", "2026-06-01", Status.CANNOT_TELL, "annualreview_change"),  # it may not have been held yet
    ],
)
def test_vague_dates_count_only_when_every_day_they_may_mean_does(held_on: str, published: str, expected: Status, route: str | None):
    found = find(reviewed(review(held_on, "revise"), revision(published=published, sent_on="2026-06-30")), REVISED)
    if expected is Status.MET:
        assert found.status is Status.MET_LATE  # sent on the 30th: the order of review and publication is sure
    else:
        assert found.status is expected
        assert found.next_step
        assert found.next_step.route == route


def test_a_later_review_that_keeps_the_strategy_ends_the_decision_while_nothing_new_is_out():
    decided, kept = review("2026-01-10", "revise"), review("2026-05-31", "keep")
    assert status(reviewed(decided, kept), REVISED, "2026-05-30") is Status.DUE_LATER
    assert status(reviewed(decided, kept), REVISED, "2026-05-31") is Status.NOT_APPLICABLE
    assert status(reviewed(decided, kept, revision(sent_on=None)), REVISED) is Status.NOT_APPLICABLE
    assert status(reviewed(decided, review("2026-06-01", "keep"), revision(sent_on=None)), REVISED) is Status.OVERDUE
    assert status(reviewed(decided, review("2026-06-02", "keep"), revision()), REVISED) is Status.MET


def test_only_keeping_ends_a_decision_and_only_when_it_surely_came_later():
    decided = review("2026-03-10", "revise")
    assert status(reviewed(decided, review("2026-04-01", "refresh")), REVISED) is Status.DUE_LATER
    assert status(reviewed(decided, review("2026-04-01", "")), REVISED) is Status.DUE_LATER
    assert status(reviewed(decided, review("2026-03-10", "keep")), REVISED) is Status.DUE_LATER
    unsure = find(reviewed(decided, review("2026-03", "keep")), REVISED)
    assert unsure.status is Status.CANNOT_TELL
    assert "Which of them was later cannot be told." in unsure.why
    assert status(reviewed(decided, review("2027", "keep")), REVISED) is Status.CANNOT_TELL


def test_a_decision_that_was_made_again_is_judged_once_and_one_carried_out_is_history():
    twice = reviewed(review("2025-01-10", "revise"), review("2026-01-10", "revise"))
    found = {f.key: f for f in evaluate(twice, day("2026-02-01")) if f.code == REVISED}
    first = next(key for key in found if key != "strategy:51")
    assert [(found[key].status, found[key].current) for key in ("strategy:51", first)] == [
        (Status.DUE_LATER, True),
        (Status.NOT_APPLICABLE, False),
    ]
    done = reviewed(review("2026-01-10", "revise"), revision(), review("2027-01-10", "revise"))
    found = {f.key: f for f in evaluate(done, day("2027-06-30")) if f.code == REVISED}
    first = next(key for key in found if key != "strategy:51")
    assert [(found[key].status, found[key].current) for key in ("strategy:51", first)] == [(Status.DUE_LATER, True), (Status.MET, False)]


def answers(*records: Any, on: str) -> list[tuple[Status, bool]]:
    """To each decision to revise, the first before the others: the answer, and whether it is the strategy's own."""
    held = reviewed(*records)
    *earlier, _ = [one for one in held.strategies[0].reviews if one.decision == "revise"]
    keys = [*(f"strategy:51/review:{one.pk}" for one in earlier), "strategy:51"]
    found = {finding.key: finding for finding in evaluate(held, day(on)) if finding.code == REVISED}
    assert sorted(found) == sorted(keys)
    return [(found[key].status, found[key].current) for key in keys]


def test_a_decision_made_again_stays_answered_by_the_later_one_when_the_revision_is_out():
    """What was not done for the revision is said once, of the decision that it followed."""
    again = (review("2026-01-10", "revise"), review("2026-05-31", "revise"), revision(sent_on=None))
    assert answers(*again, on="2026-05-31") == [(Status.NOT_APPLICABLE, False), (Status.DUE_LATER, True)]
    assert answers(*again, on="2026-06-08") == [(Status.NOT_APPLICABLE, False), (Status.OVERDUE, True)]
    too_late = (review("2026-01-10", "revise"), review("2026-06-01", "revise"), revision(sent_on=None))
    assert answers(*too_late, on="2026-06-08") == [(Status.OVERDUE, False), (Status.DUE_LATER, True)]


def test_of_two_decisions_to_revise_in_no_sure_order_the_last_one_that_was_surely_held_speaks():
    same_day = (review("2026-01-10", "revise"), review("2026-01-10", "revise"))
    assert answers(*same_day, on="2026-01-10") == [(Status.NOT_APPLICABLE, False), (Status.DUE_LATER, True)]
    not_held_yet = (review("2026-01-10", "revise"), review("2026-04", "revise"))
    assert answers(*not_held_yet, on="2026-04-29") == [(Status.DUE_LATER, False), (Status.CANNOT_TELL, True)]
    assert answers(*not_held_yet, on="2026-04-30") == [(Status.NOT_APPLICABLE, False), (Status.DUE_LATER, True)]


def test_a_version_that_may_have_come_between_two_decisions_leaves_the_first_in_doubt():
    """Held on the 1st, the first decision was carried out on the 2nd; held later, it was made again."""
    between = (review("2026-06", "revise"), review("2026-07-01", "revise"), revision(published="2026-06-02"))
    assert answers(*between, on="2026-07-01") == [(Status.CANNOT_TELL, False), (Status.DUE_LATER, True)]


def test_a_version_that_may_not_be_out_yet_is_no_revision_yet_whatever_it_lacks():
    unconsulted = revision(approval("2026-05-20"), published="2026-06", sent_on=None)
    decided = reviewed(review("2026-01-10", "revise"), unconsulted)
    assert status(decided, REVISED, "2026-05-31") is Status.DUE_LATER
    found = find(decided, REVISED, "2026-06-29")
    assert (found.status, found.due) == (Status.CANNOT_TELL, None)
    assert "whether it is out yet cannot be told." in found.why
    assert found.next_step
    assert found.next_step.route == "publication_change"
    assert status(decided, REVISED, "2026-06-30") is Status.NOT_MET


def test_a_publication_that_may_lie_on_either_side_of_our_local_target_is_met_here():
    """Approved on 15 April, so the target is 13 May; the leaflet came in May."""
    leaflet = other_form("2026-05")
    out = version(ASKED, approval("2026-04-15"), website("2026-04-20"), leaflet, sent("2026-04-20"), pk=102, number=2, dated="2026-04-01")
    held = reviewed(review("2026-01-10", "revise"), out)
    assert status(held, "SVD-PUB-02", "2026-05-31", key="version:102") is Status.CANNOT_TELL
    assert status(held, REVISED, "2026-05-31") is Status.MET
    assert status(held, REVISED, "2026-05-30") is Status.CANNOT_TELL


def test_a_publication_still_missing_is_due_later_even_where_our_target_fell_before_the_records_began():
    half = version(ASKED, approval("2026-04-01"), website("2026-06-01"), sent("2026-06-03"), pk=102, number=2, dated="2026-03-31")
    held = facts(strategy(FIRST, review("2026-01-10", "revise"), half), numbers=NUMBERS, records_from="2026-05-01")
    assert status(held, "SVD-PUB-02", key="version:102") is Status.NOT_HELD
    assert status(held, REVISED) is Status.DUE_LATER


def test_a_publication_that_our_local_target_calls_due_soon_is_due_later():
    half = version(ASKED, approval("2026-05-20"), website("2026-06-01"), sent("2026-06-03"), pk=102, number=2, dated="2026-05-01")
    held = reviewed(review("2026-01-10", "revise"), half)
    assert status(held, "SVD-PUB-02", "2026-06-03", key="version:102") is Status.DUE_SOON
    assert status(held, REVISED, "2026-06-03") is Status.DUE_LATER


def test_of_two_things_overdue_by_law_the_one_due_first_speaks():
    """A first strategy that a review sent back before it was out: its website was due long before its sending."""
    first = version(consultation(), other_form("2024-02-20"), pk=102, number=1, dated="2023-12-01")
    held = facts(strategy(first, review("2024-01-10", "revise")), numbers=NUMBERS)
    found = find(held, REVISED, "2024-02-27")
    assert (found.status, due(found)) == (Status.OVERDUE, day("2024-01-31"))
    assert "“Published on a website”" in found.why


def following(*versions: VersionFacts, pk: int = 52, follows: int = 51) -> StrategyFacts:
    return strategy(*versions, pk=pk, follows=follows)


def test_a_strategy_that_follows_may_be_the_revision_also_at_second_hand():
    earlier = strategy(FIRST, review("2026-01-10", "revise"))
    assert status(facts(earlier, following(revision()), numbers=NUMBERS), REVISED, key="strategy:51") is Status.MET
    handed_on = (following(version(pk=103, number=1, dated="2026-02-01")), following(revision(), pk=53, follows=52))
    assert status(facts(earlier, *handed_on, numbers=NUMBERS), REVISED, key="strategy:51") is Status.MET
    unlinked = strategy(revision(), pk=52, earlier_not_held=True)
    assert status(facts(earlier, unlinked, numbers=NUMBERS), REVISED, key="strategy:51") is Status.DUE_LATER


def test_the_step_before_there_is_a_version_leads_to_the_newest_strategy_that_follows():
    found = find(facts(strategy(FIRST, review("2026-01-10", "revise")), following()), REVISED, key="strategy:51")
    assert found.next_step
    assert found.next_step.kwargs == (("pk", 52),)


def test_a_section_9_strategy_may_be_revised_so_the_duty_is_local_for_it_alone():
    wider = find(reviewed(review("2026-01-10", "revise"), section_8=False, section_9=True), REVISED)
    assert (wider.status, wider.strength) == (Status.DUE_LATER, Strength.LOCAL)
    assert find(reviewed(review("2026-01-10", "revise"), section_9=True), REVISED).strength is Strength.STATUTORY
    other_bodies = find(reviewed(review("2026-01-10", "revise"), revision(), section_9=True), REVISED)
    assert other_bodies.status is Status.NOT_MET
    assert "“Other specified authorities consulted”" in other_bodies.why


def test_in_wales_both_languages_and_the_welsh_ministers_belong_to_the_revision():
    welsh = facts(strategy(FIRST, review("2026-01-10", "revise"), revision()), areas=(area(in_wales=True),), numbers=NUMBERS)
    found = find(welsh, REVISED)
    assert (found.status, due(found)) == (Status.OVERDUE, day("2026-06-07"))
    assert "“Wales: sent to the Welsh Ministers”" in found.why


def test_a_sending_by_a_body_that_does_not_count_leaves_the_revision_overdue():
    revised = revision(ASKED, approval("2026-05-20"), sent("2026-06-03", sender=POLICING_BODY), sent_on=None)
    assert status(reviewed(review("2026-01-10", "revise"), revised), REVISED) is Status.OVERDUE


def test_before_the_duty_and_outside_complete_records_nothing_is_held_against_anyone():
    early = facts(strategy(version(website("2022-06-01"), dated="2022-05-01"), review("2022-12-01", "revise")), records_from="2022-01-01")
    assert status(early, REVISED, "2023-01-30") is Status.NOT_APPLICABLE
    assert status(early, REVISED, "2023-01-31") is Status.DUE_LATER
    draft = version(pk=102, dated="2022-05-01")
    wider = facts(strategy(draft, review("2022-12-01", "revise"), section_8=False, section_9=True), records_from="2022-01-01")
    assert status(wider, REVISED, "2023-01-30") is Status.NOT_APPLICABLE  # section 9 allowed nothing yet
    assert status(wider, REVISED, "2023-01-31") is Status.DUE_LATER
    closed = facts(strategy(FIRST, review("2026-01-10", "revise")), records_to="2026-02-01")
    assert status(closed, REVISED, "2026-02-01") is Status.DUE_LATER
    assert status(closed, REVISED, "2026-02-02") is Status.NOT_HELD


def test_of_several_things_wanting_the_worst_speaks_and_of_equals_the_one_with_a_day_in_law():
    nothing_else = version(website("2026-06-01"), pk=102, number=2, dated="2026-05-01")
    held = reviewed(review("2026-01-10", "revise"), nothing_else)
    assert "“Sent to the Home Office”" in find(held, REVISED, "2026-06-30").why
    assert find(held, REVISED, "2026-06-07").status is Status.NOT_MET  # not consulted, which is worse than due soon


def test_what_is_to_do_for_a_revision_and_for_its_sending_is_one_line():
    held = reviewed(review("2026-01-10", "revise"), revision(sent_on=None))
    on = day("2026-06-30")
    todo = position_of(evaluate(held, on), on).todo
    assert {"SVD-PUB-03", REVISED} <= {finding.code for finding in todo}
    lines = [line for line in todo_lines(todo, on) if line.step and line.step.route == "submission_add" and "version 2" in line.where]
    assert [line.code for line in lines] == ["SVD-PUB-03"]
    vague = reviewed(review("2026", "revise"), revision())
    assert REVISED in {line.code for line in todo_lines(position_of(evaluate(vague, on), on).todo, on)}
