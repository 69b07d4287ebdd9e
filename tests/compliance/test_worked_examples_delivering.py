"""Carrying the strategy out: actions with an owner and a day, to the day (s.8(3)(c), s.8(5), s.15(4); DL-15)."""

import dataclasses
from typing import Any

import pytest

from compliance.finding import Finding, Status, Strength
from tests.compliance.asking import due, find, status
from tests.compliance.build import DEADLINES, DeadlineFacts, day, facts, strategy, version, website
from tests.compliance.delivery_for_facts import ACTION, STRATEGY, action, news, published

CARRIED_OUT, OTHERS = "SVD-IMP-01", "SVD-IMP-02"
ONE, WHOLE = f"action:{ACTION}", f"strategy:{STRATEGY}"


def asked_of(one: Any, on: str, **changes: Any) -> Finding:
    return find(facts(published(), actions=(one,), **changes), CARRIED_OUT, on, ONE)


# One action (DL-15)


@pytest.mark.parametrize(
    ("on", "expected", "last_day"),
    [
        ("2024-11-28", Status.DUE_LATER, "2024-12-13"),
        ("2024-11-29", Status.DUE_SOON, "2024-12-13"),
        ("2024-12-13", Status.DUE_SOON, "2024-12-13"),
        ("2024-12-14", Status.DUE_SOON, "2025-01-12"),
        ("2025-01-12", Status.DUE_SOON, "2025-01-12"),
        ("2025-01-13", Status.OVERDUE, "2024-12-13"),
    ],
)
def test_an_action_is_overdue_from_the_day_after_our_thirty_days_and_not_before(on: str, expected: Status, last_day: str):
    found = asked_of(action("2024-12-13"), on)
    assert (found.status, due(found)) == (expected, day(last_day))
    assert (found.strength, found.due and found.due.in_law, found.current) == (Strength.LOCAL, False, True)


@pytest.mark.parametrize(
    ("entered", "last_day"), [("2024-21", "2024-05-31"), ("2025-01", "2025-01-31"), ("2024-02", "2024-02-29"), ("2025-02", "2025-02-28")]
)
def test_a_month_or_season_is_due_at_its_end(entered: str, last_day: str):
    last = day(last_day)
    assert due(asked_of(action(entered), "2024-01-20")) == last
    before, after = (asked_of(action(entered), (last.replace(day=1)).isoformat()), asked_of(action(entered), "2025-12-01"))
    assert (before.status, after.status) == (Status.DUE_LATER, Status.OVERDUE)
    assert due(after) == last


def test_how_many_days_are_let_pass_is_our_own_number():
    impatient = tuple(one for one in DEADLINES if one.code != "DL-15")
    for days, expected in ((None, Status.OVERDUE), (1, Status.DUE_SOON)):
        one = asked_of(action("2024-12-13"), "2024-12-14", deadlines=(*impatient, DeadlineFacts("DL-15", 14, days)))
        assert one.status is expected


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"owner": "", "owner_pk": None}, Status.NOT_MET),
        ({"due": None}, Status.NOT_MET),
        ({"owner": "", "owner_pk": None, "named": "A school"}, Status.DUE_LATER),
        ({}, Status.DUE_LATER),
    ],
)
def test_an_open_action_needs_a_body_and_a_day_which_is_the_laws_part(changes: dict[str, Any], expected: Status):
    found = asked_of(dataclasses.replace(action("2027-12"), **changes), "2027-06-30")
    assert found.status is expected
    if expected is Status.NOT_MET:
        assert found.strength is Strength.STATUTORY
        assert found.next_step
        assert found.next_step.route == "action_change"


@pytest.mark.parametrize(
    ("done_on", "expected", "late_by"),
    [("2024-12-13", Status.MET, 0), ("2024-12-14", Status.MET_LATE, 1), ("2025-01-20", Status.MET_LATE, 38)],
)
def test_an_action_that_is_done_is_history_with_the_days_it_came_late(done_on: str, expected: Status, late_by: int):
    found = asked_of(action("2024-12-13", news("2024-06-01"), news(done_on, "done"), news("2025-03-01", "done")), "2025-06-01")
    assert (found.status, found.late_by, found.current) == (expected, late_by, False)


def test_news_of_a_later_day_is_not_known_yet_and_the_last_word_of_a_day_counts():
    one = action("2024-12-13", news("2024-12-10", "done"))
    assert asked_of(one, "2024-12-09").status is Status.DUE_SOON
    assert asked_of(one, "2024-12-10").status is Status.MET
    undone = action("2024-12-13", news("2024-12-10", "done"), news("2024-12-10", "at-risk"))
    assert asked_of(undone, "2024-12-10").status is Status.DUE_SOON


def test_an_action_that_was_stopped_is_asked_for_no_more():
    found = asked_of(action("2024-12-13", news("2024-10-01", "stopped")), "2025-06-01")
    assert (found.status, found.current) == (Status.NOT_APPLICABLE, False)


def test_an_action_due_before_the_records_begin_may_have_been_done_elsewhere():
    assert asked_of(action("2024-03-01"), "2026-01-01", records_from="2025-01-01").status is Status.NOT_HELD
    before = facts(actions=(action("2022-03-01", strategy_pk=None),), records_from="2022-01-01")
    assert status(before, CARRIED_OUT, "2023-01-30", ONE) is Status.NOT_APPLICABLE


# The strategy as a whole


def test_a_published_strategy_without_any_action_is_not_carried_out():
    assert status(facts(published()), CARRIED_OUT, "2024-01-15", WHOLE) is Status.DUE_LATER
    assert status(facts(published()), CARRIED_OUT, "2024-01-16", WHOLE) is Status.NOT_MET
    stopped = action("2024-12-13", news("2024-02-01", "stopped"))
    assert status(facts(published(), actions=(stopped,)), CARRIED_OUT, "2024-03-01", WHOLE) is Status.NOT_MET
    assert status(facts(), CARRIED_OUT) is Status.NOT_APPLICABLE


def test_a_strategy_all_of_whose_actions_are_overdue_is_not_carried_out():
    late, other = action("2024-03-01"), action("2024-06-01", pk=ACTION + 1)
    kept = facts(published(), actions=(late, other))
    assert status(kept, CARRIED_OUT, "2024-07-01", WHOLE) is Status.MET
    found = find(kept, CARRIED_OUT, "2024-07-02", WHOLE)
    assert (found.status, found.strength) == (Status.NOT_MET, Strength.STATUTORY)
    one_done = dataclasses.replace(late, news=(news("2024-02-01", "done"),))
    assert status(facts(published(), actions=(one_done, other)), CARRIED_OUT, "2024-07-02", WHOLE) is Status.MET


def test_an_action_of_no_objective_counts_for_the_strategy_in_force_and_one_of_another_does_not():
    free = action("2027-12", strategy_pk=None)
    assert status(facts(published(), actions=(free,)), CARRIED_OUT, key=WHOLE) is Status.MET
    elsewhere = action("2027-12", strategy_pk=999)
    kept = facts(published(), actions=(elsewhere,))
    assert status(kept, CARRIED_OUT, key=WHOLE) is Status.NOT_MET
    assert find(kept, CARRIED_OUT).key == WHOLE


def test_the_open_actions_of_a_strategy_that_was_followed_are_history():
    later = strategy(version(website("2025-01-10"), pk=202), pk=52, follows=STRATEGY)
    kept = facts(published(), later, actions=(action("2024-03-01"),))
    assert find(kept, CARRIED_OUT, "2025-01-09", ONE).current
    assert not find(kept, CARRIED_OUT, "2025-01-10", ONE).current


def test_an_action_that_was_stopped_and_goes_on_in_a_strategy_to_come_counts_as_it_stands_there():
    stopped = action("2024-03-01", news("2024-06-30", "stopped"))
    copy = action("2024-03-01", pk=ACTION + 1, strategy_pk=52, carried_from=ACTION)
    done = action("2024-03-01", news("2024-02-01", "done"), pk=ACTION + 2)
    unwritten = strategy(pk=52, follows=STRATEGY)
    kept = facts(published(), unwritten, actions=(stopped, copy, done))
    assert find(kept, CARRIED_OUT, "2024-07-01", WHOLE).why == "Of its 2 actions 1 is done and 1 is overdue."
    found = find(kept, CARRIED_OUT, "2024-07-01", ONE)
    assert (found.status, found.current, found.rests_on[0].pk) == (Status.OVERDUE, True, ACTION + 1)
    assert found.why.startswith("It was stopped here and goes on in the next strategy. The council was to do it by 1 March 2024")
    later = strategy(version(website("2024-07-01"), pk=202), pk=52, follows=STRATEGY)
    over = facts(published(), later, actions=(stopped, copy, done))
    assert find(over, CARRIED_OUT, "2024-07-01", ONE).status is Status.NOT_APPLICABLE
    assert find(over, CARRIED_OUT, "2024-07-01", f"action:{ACTION + 1}").current


def test_what_section_9_only_allows_is_the_bodies_own():
    wider = dataclasses.replace(published(), section_8=False, section_9=True)
    assert find(facts(wider), CARRIED_OUT, key=WHOLE).strength is Strength.LOCAL


# What is named for schools, prisons and youth custody (s.8(5), s.15(4))


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ((), Status.CANNOT_TELL),
        ((news("2027-06-30", "at-risk"),), Status.MET),
        ((news("2027-07-01"),), Status.CANNOT_TELL),
        ((news("2026-01-01", "done"),), Status.MET),
        ((news("2026-01-01", "stopped"),), Status.MET),
        ((news("2026-01-01", "stopped", reasoned=False),), Status.CANNOT_TELL),
        ((news("2026-01-01", "stopped"), news("2026-02-01", "stopped", reasoned=False)), Status.MET),
        ((news("2026-01-01", "stopped"), news("2026-02-01"), news("2026-03-01", "stopped", reasoned=False)), Status.CANNOT_TELL),
    ],
)
def test_of_an_action_named_for_a_school_it_is_known_how_it_stands(said: tuple[Any, ...], expected: Status):
    kept = facts(published(), actions=(action("2028-01-01", *said, named="A school"),))
    assert status(kept, OTHERS, key=ONE) is expected


def test_a_named_action_that_is_to_begin_later_needs_no_news_yet():
    kept = facts(published(), actions=(action("2028-01-01", named="A school", starts="2027-09"),))
    assert status(kept, OTHERS, "2027-08-31", ONE) is Status.DUE_LATER
    assert status(kept, OTHERS, "2027-09-01", ONE) is Status.CANNOT_TELL
    assert status(facts(published(), actions=(action("2028-01-01"),)), OTHERS) is Status.NOT_APPLICABLE
