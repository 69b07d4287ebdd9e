"""Who was asked about the strategy: every worked example of the consultation rules, to the day (DL-14, s.8(4) and (11), s.9(4))."""

import dataclasses
from typing import Any

import pytest

from compliance.facts import PartnershipFacts
from compliance.finding import Status
from compliance.requirements.consultation import drafts_named
from compliance.requirements.versions import judged_versions
from svduty import dates
from tests.compliance import build
from tests.compliance.asking import due, find, status
from tests.compliance.build import (
    COUNCIL,
    COUNTY,
    EVERYWHERE,
    FIRE,
    POLICE,
    SECOND_BOROUGH,
    all_holders,
    area,
    consultation,
    day,
    facts,
    holder,
    none_here,
    number,
    other_form,
    strategy,
    version,
    website,
)

EDUCATION, PRISONS, CUSTODY, OTHERS = "SVD-CONS-01", "SVD-CONS-02", "SVD-CONS-03", "SVD-CONS-04"
OUT = website("2023-12-20")
BOTH = (area(), area(SECOND_BOROUGH))


def asking(*records: object, numbers: tuple = (number(),), dated: str = "2023-02-01", **changes: Any) -> PartnershipFacts:
    """One version with these records, and forty educational authorities in the area."""
    return facts(strategy(version(*records, dated=dated)), numbers=numbers, **changes)


# The window: closing = opening + weeks x 7 days, and the closing day is still open (DL-14)


@pytest.mark.parametrize(
    ("opens", "closes"),
    [("2023-10-10", "2023-11-07"), ("2026-12-14", "2027-01-11"), ("2024-02-01", "2024-02-29"), ("2025-02-01", "2025-03-01")],
)
def test_four_weeks_close_28_days_after_opening_and_that_day_is_still_open(opens: str, closes: str):
    assert dates.days_after(day(opens), 28) == day(closes)
    kept = asking(consultation(opens, closes))
    last = status(kept, EDUCATION, closes)
    assert last is Status.DUE_SOON
    assert due(find(kept, EDUCATION, closes)) == day(closes)
    assert status(kept, EDUCATION, dates.days_after(day(closes), 1)) is Status.MET


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-10-30", Status.DUE_LATER),
        ("2023-10-31", Status.DUE_SOON),
        ("2023-11-07", Status.DUE_SOON),
        ("2023-11-08", Status.MET),
    ],
)
def test_haverings_consultation_closes_soon_seven_days_before_7_november_2023_and_is_over_the_day_after(on: str, expected: Status):
    assert status(asking(consultation()), EDUCATION, on) is expected


def test_a_consultation_says_nothing_before_it_opens():
    first = asking(consultation())
    assert due(find(first, EDUCATION, "2023-10-09")) == day("2024-01-31")
    assert status(first, EDUCATION, "2023-10-09") is Status.DUE_LATER
    assert due(find(first, EDUCATION, "2023-10-10")) == day("2023-11-07")


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-10-25", Status.DUE_SOON),
        ("2023-11-01", Status.DUE_SOON),
        ("2023-11-02", Status.CANNOT_TELL),
        ("2023-11-30", Status.CANNOT_TELL),
        ("2023-12-01", Status.MET),
    ],
)
def test_a_consultation_that_closed_some_day_in_november_is_over_only_in_december(on: str, expected: Status):
    assert status(asking(consultation(closes_on="2023-11")), EDUCATION, on) is expected


def test_a_consultation_that_may_not_have_opened_cannot_be_told():
    assert status(asking(consultation("2023-10", "2023-11-07")), EDUCATION, "2023-10-20") is Status.CANNOT_TELL
    assert status(asking(consultation("2023-10", "2023-11-07")), EDUCATION, "2023-10-31") is Status.DUE_SOON


# Every one was asked: the number invited equals the number in the area


@pytest.mark.parametrize(
    ("asked", "changes", "expected"),
    [
        (40, {}, Status.MET),
        (39, {}, Status.NOT_MET),
        (41, {}, Status.CANNOT_TELL),
        (None, {}, Status.CANNOT_TELL),
        (40, {"source": ""}, Status.CANNOT_TELL),
        (40, {"confirmed_by": ""}, Status.CANNOT_TELL),
        (39, {"source": ""}, Status.CANNOT_TELL),
    ],
)
def test_education_is_consulted_when_as_many_were_asked_as_there_are(asked: int | None, changes: dict, expected: Status):
    assert status(asking(OUT, consultation(asked=asked), numbers=(number(**changes),)), EDUCATION) is expected


def test_a_bare_count_of_those_asked_cannot_be_told_without_the_number_in_the_area():
    assert status(asking(OUT, consultation(), numbers=()), EDUCATION) is Status.CANNOT_TELL
    assert status(asking(OUT, consultation(), numbers=(number(kind="prison"),)), EDUCATION) is Status.CANNOT_TELL
    assert status(asking(OUT, consultation(), numbers=(number(area=SECOND_BOROUGH),)), EDUCATION) is Status.CANNOT_TELL


def test_nobody_asked_is_not_met_once_the_version_is_published():
    assert status(asking(OUT), EDUCATION, "2023-12-19") is Status.DUE_SOON
    assert status(asking(OUT), EDUCATION, "2023-12-20") is Status.NOT_MET
    for kind in ("prison", "specified", "community", "professionals"):
        assert status(asking(OUT, consultation(kind=kind)), EDUCATION) is Status.NOT_MET


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-11-01", Status.DUE_LATER),
        ("2023-11-02", Status.DUE_SOON),
        ("2024-01-31", Status.DUE_SOON),
        ("2024-02-01", Status.OVERDUE),
    ],
)
@pytest.mark.parametrize("records", [(), (consultation("2023-02-01", "2023-03-01", asked=39),)])
def test_too_few_asked_before_publication_is_due_with_the_first_strategy_on_31_january_2024(records: tuple, on: str, expected: Status):
    found = find(asking(*records), EDUCATION, on)
    assert (found.status, due(found)) == (expected, day("2024-01-31"))


def test_the_first_strategy_of_one_of_its_areas_is_due_though_another_area_never_had_that_day():
    areas = (area(), area(SECOND_BOROUGH, starts="2024-02-01"))
    wide = facts(strategy(version(), areas=(1, SECOND_BOROUGH)), areas=areas)
    assert status(wide, EDUCATION, "2024-02-01") is Status.OVERDUE


def test_a_single_authority_is_called_the_one():
    assert "The one prison authority for Area 1 was asked" in (
        find(asking(OUT, consultation(kind="prison", asked=1), numbers=(number(1, kind="prison"),)), PRISONS).why
    )


@pytest.mark.parametrize("order", [(1, SECOND_BOROUGH), (SECOND_BOROUGH, 1)])
def test_of_several_areas_the_day_that_comes_first_is_shown_in_any_order(order: tuple[int, int]):
    open_there = version(consultation("2023-11-01", "2023-12-10", area=SECOND_BOROUGH))
    kept = strategy(open_there, areas=order, earlier_not_held=True)
    wide = facts(kept, areas=tuple(area(pk) for pk in order), numbers=(number(area=SECOND_BOROUGH),))
    found = find(wide, EDUCATION, "2023-12-01")
    assert (found.status, due(found)) == (Status.DUE_LATER, day("2023-12-10"))


def test_a_later_strategy_can_be_consulted_on_till_it_is_published():
    later = facts(strategy(version(), earlier_not_held=True), numbers=(number(),))
    assert status(later, EDUCATION) is Status.DUE_LATER


def test_of_several_consultations_the_best_counts_in_any_order():
    full, short, unknown = consultation(), consultation(asked=39), consultation(asked=None)
    for pair in ((full, short), (short, full), (full, unknown), (unknown, full)):
        assert status(asking(OUT, *pair), EDUCATION) is Status.MET
    for pair in ((short, unknown), (unknown, short)):
        assert status(asking(OUT, *pair), EDUCATION) is Status.CANNOT_TELL


def test_of_two_consultations_still_open_the_nearer_end_counts():
    kept = asking(consultation(closes_on="2023-12-20"), consultation(closes_on="2023-11-07"))
    assert due(find(kept, EDUCATION, "2023-11-01")) == day("2023-11-07")


# Before publication


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        ("2023-12-19", Status.MET),
        ("2023-12-20", Status.MET),
        ("2023-12-21", Status.NOT_MET),
        ("2023-11", Status.MET),
        ("2023-12", Status.CANNOT_TELL),
        ("2024-01", Status.NOT_MET),
        (None, Status.CANNOT_TELL),
    ],
)
def test_a_consultation_counts_up_to_and_on_the_day_of_publication_and_not_after(closes: str | None, expected: Status):
    assert status(asking(OUT, consultation(closes_on=closes)), EDUCATION) is expected


def test_a_consultation_that_opened_after_publication_does_not_count_though_its_end_is_not_recorded():
    assert status(asking(OUT, consultation("2023-12-21", None)), EDUCATION) is Status.NOT_MET
    assert status(asking(OUT, consultation("2023-12-20", None)), EDUCATION) is Status.CANNOT_TELL


@pytest.mark.parametrize(
    ("closes", "expected"),
    [
        ("2023-11-30", Status.MET),
        ("2023-12-01", Status.MET),
        ("2023-12-02", Status.CANNOT_TELL),
        ("2023-12-31", Status.CANNOT_TELL),
        ("2024-01-01", Status.NOT_MET),
    ],
)
def test_against_a_vague_publication_a_consultation_is_in_time_only_when_surely_so(closes: str, expected: Status):
    assert status(asking(website("2023-12"), consultation(closes_on=closes)), EDUCATION) is expected


def test_the_first_publication_of_any_form_ends_the_time_to_consult():
    assert status(asking(OUT, other_form("2023-11-01"), consultation()), EDUCATION) is Status.NOT_MET


def test_a_version_published_before_the_duty_began_needed_no_consultation():
    kept = asking(website("2022-06-15"), dated="2022-06-01", records_from="2022-01-01")
    for code in (EDUCATION, PRISONS, CUSTODY):
        assert status(kept, code) is Status.NOT_APPLICABLE
    assert status(asking(website("2023-01-31"), dated="2022-06-01"), EDUCATION) is Status.NOT_MET
    assert status(asking(website("2023-01"), dated="2022-06-01"), EDUCATION) is Status.NOT_MET
    early = asking(website("2022-06-15"), consultation("2022-05-01", "2022-05-29"), dated="2022-06-01")
    assert status(early, EDUCATION) is Status.MET


# The drafts that led to a version (s.8(11))


def test_what_was_asked_about_a_draft_counts_for_the_version_it_led_to():
    kept = facts(strategy(version(consultation()), version(OUT, pk=102, number=2)), numbers=(number(),))
    assert status(kept, EDUCATION, key="version:102") is Status.MET


def test_each_revision_is_consulted_on_anew():
    first = version(consultation(), OUT)
    second = version(website("2025-01-20"), pk=102, number=2, dated="2025-01-01")
    both = facts(strategy(first, second), numbers=(number(),))
    assert status(both, EDUCATION, key="version:101") is Status.MET
    assert status(both, EDUCATION, key="version:102") is Status.NOT_MET
    draft = version(consultation("2024-11-01", "2024-11-29"), pk=103, number=2, dated="2024-10-01")
    third = dataclasses.replace(second, number=3)
    revised = facts(strategy(first, draft, third), numbers=(number(),))
    assert status(revised, EDUCATION, key="version:102") is Status.MET


def test_what_was_asked_about_a_later_draft_says_nothing_about_the_version_in_force():
    second = version(consultation("2023-10-10", "2023-11-07"), pk=102, number=2, dated="2023-10-01")
    both = facts(strategy(version(OUT), second), numbers=(number(),))
    assert status(both, EDUCATION, key="version:101") is Status.NOT_MET
    assert status(both, EDUCATION, key="version:102") is Status.MET


def test_a_version_dated_later_than_the_day_changes_nothing_yet():
    first, third = version(consultation()), version(OUT, pk=103, number=3)
    between = version(website("2023-11-20"), pk=102, number=2, dated="2025-01-01")
    kept = facts(strategy(first, between, third), numbers=(number(),))
    assert status(kept, EDUCATION, "2024-12-31", "version:103") is Status.MET
    assert status(kept, EDUCATION, "2025-01-01", "version:103") is Status.NOT_MET


def test_the_drafts_whose_consultations_count_are_named_and_an_unpublished_version_has_no_beginning():
    kept = facts(strategy(version(), version(pk=102, number=2), version(OUT, pk=103, number=3), version(pk=104, number=4)))
    on = day("2023-12-20")
    published, draft = judged_versions(kept, on)
    assert (drafts_named(published, on), drafts_named(draft, on)) == ("versions 1, 2 and 3", "version 4")
    assert (published.started, draft.started) == ("on 20 December 2023 (Wednesday)", "")


# Which number: the newest counted no later than the consultation closed, else the oldest later one


def test_a_number_counted_after_the_consultation_does_not_undo_it():
    numbers = (number(40, counted_on="2023-09-01"), number(41, counted_on="2024-09-01"))
    assert status(asking(OUT, consultation(), numbers=numbers), EDUCATION) is Status.MET
    assert status(asking(OUT, consultation(), numbers=numbers[::-1]), EDUCATION) is Status.MET


def test_the_newest_number_by_the_closing_day_counts():
    older, newer = number(39, counted_on="2022-09-01"), number(40, counted_on="2023-11-07")
    assert status(asking(OUT, consultation(), numbers=(newer, older)), EDUCATION) is Status.MET
    day_after = number(39, counted_on="2023-11-08")
    assert status(asking(OUT, consultation(), numbers=(number(), day_after)), EDUCATION) is Status.MET


def test_without_an_earlier_number_the_oldest_later_one_counts_once_it_is_known():
    numbers = (number(41, counted_on="2025-09-01"), number(40, counted_on="2024-09-01"))
    kept = asking(OUT, consultation(), numbers=numbers)
    assert status(kept, EDUCATION, "2024-08-31") is Status.CANNOT_TELL
    assert status(kept, EDUCATION, "2024-09-01") is Status.MET
    assert status(kept, EDUCATION) is Status.MET


# Several areas


def test_one_consultation_of_all_areas_must_reach_the_sum_of_their_numbers():
    def both(asked: int, *numbers: object) -> Status:
        wide = strategy(version(OUT, consultation(asked=asked)), areas=(1, SECOND_BOROUGH))
        return status(facts(wide, areas=BOTH, numbers=numbers), EDUCATION)

    one, two = number(40), number(25, area=SECOND_BOROUGH)
    assert both(65, one, two) is Status.MET
    assert both(64, one, two) is Status.NOT_MET
    assert both(40, one) is Status.CANNOT_TELL
    assert both(40, one, none_here("education", area=SECOND_BOROUGH)) is Status.MET


def test_the_worst_area_decides():
    numbers = (number(), number(25, area=SECOND_BOROUGH))
    here, there = consultation(area=1), consultation(area=SECOND_BOROUGH, asked=24)

    def wide(*records: object) -> PartnershipFacts:
        return facts(strategy(version(*records), areas=(1, SECOND_BOROUGH)), areas=BOTH, numbers=numbers)

    assert status(wide(OUT, here), EDUCATION) is Status.NOT_MET
    assert status(wide(OUT, here, there), EDUCATION) is Status.NOT_MET
    assert status(wide(OUT, here, dataclasses.replace(there, asked=25)), EDUCATION) is Status.MET
    assert status(wide(OUT, here, dataclasses.replace(there, asked=None)), EDUCATION) is Status.CANNOT_TELL
    assert status(wide(here), EDUCATION, "2024-02-01") is Status.OVERDUE


def test_a_strategy_whose_areas_are_not_recorded_cannot_be_told():
    nowhere = facts(strategy(version(OUT, consultation()), section_9=True, areas=(99,)), numbers=(number(),))
    for code in (EDUCATION, PRISONS, CUSTODY, OTHERS):
        assert status(nowhere, code) is Status.CANNOT_TELL


# None in the area


@pytest.mark.parametrize(("code", "kind"), [(EDUCATION, "education"), (PRISONS, "prison"), (CUSTODY, "youth-custody")])
def test_none_in_the_area_needs_a_reason_and_who_confirmed_it(code: str, kind: str):
    assert status(asking(OUT, numbers=(none_here(kind),)), code) is Status.MET
    assert status(asking(numbers=(none_here(kind),)), code) is Status.MET
    assert status(asking(OUT, numbers=(none_here(kind, reason=""),)), code) is Status.CANNOT_TELL
    assert status(asking(OUT, numbers=(none_here(kind, confirmed_by=""),)), code) is Status.CANNOT_TELL
    assert status(asking(OUT, numbers=(none_here(kind, area=SECOND_BOROUGH),)), code) is Status.NOT_MET


def test_a_consultation_of_nobody_satisfies_nothing():
    of_none = consultation(kind="prison", asked=0)
    assert status(asking(OUT, of_none, numbers=(none_here(reason=""),)), PRISONS) is Status.CANNOT_TELL
    later = (none_here(), number(1, kind="prison", counted_on="2023-12-01"))
    assert status(asking(OUT, of_none, numbers=later), PRISONS) is Status.NOT_MET


def test_a_consultation_that_asked_all_there_were_then_satisfies_an_area_that_has_none_now():
    numbers = (number(1, kind="prison"), none_here(counted_on="2023-12-01", reason=""))
    assert status(asking(OUT, consultation(kind="prison", asked=1), numbers=numbers), PRISONS) is Status.MET


@pytest.mark.parametrize(("on", "expected"), [("2023-08-31", Status.DUE_LATER), ("2023-09-01", Status.MET)])
def test_that_there_is_none_counts_from_the_day_it_was_counted(on: str, expected: Status):
    assert status(asking(numbers=(none_here(),)), PRISONS, on) is expected


# The other specified authorities of a wider area (s.9(4)(a))

SIX = tuple(EVERYWHERE.values())


def wider(*records: object, made_by: tuple[int, ...] = (), dated: str = "2023-02-01", **changes: Any) -> PartnershipFacts:
    return facts(strategy(version(*records, dated=dated), section_9=True, made_by=made_by), **changes)


def asked_of(*bodies: int, **changes: Any) -> object:
    return consultation(kind="specified", asked=None, bodies=bodies, **changes)


@pytest.mark.parametrize(
    ("made_by", "asked", "expected"),
    [
        (SIX, (), Status.MET),
        ((), SIX, Status.MET),
        ((COUNCIL, POLICE), SIX[2:], Status.MET),
        ((COUNCIL,), SIX[2:], Status.NOT_MET),
        (SIX[:5], (), Status.NOT_MET),
        ((), (), Status.NOT_MET),
    ],
)
def test_each_other_specified_authority_made_the_strategy_or_was_asked(made_by: tuple, asked: tuple, expected: Status):
    consulted = (asked_of(*asked),) if asked else ()
    assert status(wider(OUT, *consulted, made_by=made_by), OTHERS) is expected


def test_only_a_section_9_strategy_must_ask_the_other_authorities():
    found = find(asking(OUT), OTHERS)
    assert (found.key, found.status) == ("partnership", Status.NOT_APPLICABLE)
    both = facts(strategy(version(OUT)), strategy(version(OUT, pk=201), pk=52, section_8=False, section_9=True))
    assert find(both, OTHERS).key == "version:201"


@pytest.mark.parametrize(
    ("closes", "expected"),
    [("2023-12-20", Status.MET), ("2023-12-21", Status.NOT_MET), ("2023-12", Status.CANNOT_TELL), (None, Status.CANNOT_TELL)],
)
def test_the_other_authorities_are_asked_before_publication(closes: str | None, expected: Status):
    assert status(wider(OUT, asked_of(*SIX, closes_on=closes)), OTHERS) is expected


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2023-10-09", Status.DUE_LATER),
        ("2023-10-30", Status.DUE_LATER),
        ("2023-10-31", Status.DUE_SOON),
        ("2023-11-07", Status.DUE_SOON),
        ("2023-11-08", Status.MET),
    ],
)
def test_before_publication_the_other_authorities_are_asked_while_the_consultation_is_open(on: str, expected: Status):
    assert status(wider(asked_of(*SIX)), OTHERS, on) is expected


def test_a_body_asked_twice_counts_by_the_better_of_the_two():
    assert status(wider(OUT, asked_of(*SIX, closes_on=None), asked_of(*SIX)), OTHERS) is Status.MET
    assert status(wider(asked_of(*SIX, closes_on="2023-12-01"), asked_of(*SIX)), OTHERS, "2023-11-08") is Status.MET


def test_the_other_authorities_are_those_of_the_day_of_publication():
    newcomer = holder("police", 99, starts="2023-12-21")
    assert status(wider(OUT, made_by=SIX, holders=(*all_holders(), newcomer)), OTHERS) is Status.MET
    there = dataclasses.replace(newcomer, starts=build.vague("2023-12-20"))
    assert status(wider(OUT, made_by=SIX, holders=(*all_holders(), there)), OTHERS) is Status.NOT_MET
    gone = dataclasses.replace(newcomer, starts=None, ends=build.vague("2023-12-19"))
    assert status(wider(OUT, made_by=SIX, holders=(*all_holders(), gone)), OTHERS) is Status.MET
    unpublished = wider(made_by=SIX, holders=(*all_holders(), newcomer))
    assert status(unpublished, OTHERS, "2023-12-20") is Status.MET
    assert status(unpublished, OTHERS, "2023-12-21") is Status.DUE_LATER


def test_a_register_without_a_kind_of_body_leaves_it_open_whether_all_were_asked():
    assert status(wider(OUT, made_by=SIX, holders=all_holders(without=["fire"])), OTHERS) is Status.CANNOT_TELL
    assert status(wider(OUT, made_by=SIX, holders=()), OTHERS) is Status.CANNOT_TELL
    assert status(wider(OUT, made_by=SIX, areas=(area(two_tier=True),)), OTHERS) is Status.CANNOT_TELL
    county = (*all_holders(), holder("county-council", COUNTY))
    assert status(wider(OUT, made_by=(*SIX, COUNTY), areas=(area(two_tier=True),), holders=county), OTHERS) is Status.MET
    assert status(wider(OUT, made_by=SIX, areas=(area(two_tier=True),), holders=county), OTHERS) is Status.NOT_MET


def test_each_area_asks_its_own_authorities():
    elsewhere = tuple(dataclasses.replace(one, organisation_pk=one.organisation_pk + 100) for one in all_holders(SECOND_BOROUGH))
    theirs = tuple(pk + 100 for pk in SIX)

    def wide(*records: object) -> Status:
        made = strategy(version(OUT, *records), section_9=True, areas=(1, SECOND_BOROUGH), made_by=SIX)
        return status(facts(made, areas=BOTH, holders=(*all_holders(), *elsewhere)), OTHERS)

    assert wide() is Status.NOT_MET
    assert wide(asked_of(*theirs)) is Status.MET
    assert wide(asked_of(*theirs, area=SECOND_BOROUGH)) is Status.MET
    assert wide(asked_of(*theirs, area=1)) is Status.NOT_MET
    assert wide(asked_of(*theirs[:-1])) is Status.NOT_MET


def test_a_wider_strategy_published_before_the_duty_began_needed_nobody_asked():
    early = website("2022-06-15")
    assert status(wider(early, dated="2022-06-01"), OTHERS) is Status.NOT_APPLICABLE
    assert status(wider(early, dated="2022-06-01", made_by=SIX), OTHERS) is Status.MET


def test_without_any_version_nobody_is_asked_yet():
    for code in (EDUCATION, PRISONS, CUSTODY, OTHERS):
        found = find(facts(), code)
        assert (found.key, found.status) == ("partnership", Status.NOT_APPLICABLE)


def test_fire_alone_missing_is_named():
    found = find(wider(OUT, made_by=tuple(pk for pk in SIX if pk != FIRE)), OTHERS)
    assert f"Organisation {FIRE}" in found.why
