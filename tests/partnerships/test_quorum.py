"""The quorum: a part of the members rounded up, and the chair besides."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as some

from partnerships.models import Board, Seat
from partnerships.models.board import QuorumBase, SeatKind
from partnerships.quorum import QuorumRule, comes_to, judge, lasts
from tests.cast import day

ON = datetime.date(2024, 6, 15)
QUARTER = QuorumRule(1, 4, chair=True)


def seats(voting: int, non_voting: int = 0, chair: bool = True) -> list[Seat]:
    kinds = [SeatKind.CHAIR] * chair + [SeatKind.VOTING] * voting + [SeatKind.NON_VOTING] * non_voting
    return [Seat(pk=number, kind=kind) for number, kind in enumerate(kinds, start=1)]


SAFETYNET = seats(38, 16)
CHAIR = 1


@pytest.mark.parametrize(("of", "needed", "words"), [("all", 14, "14 of 54 members"), ("voting", 10, "10 of 38 voting members")])
def test_a_quarter_of_waltham_forest_s_places_and_the_chair(of: str, needed: int, words: str) -> None:
    board = Board(quorum_part=1, quorum_whole=4, quorum_of=QuorumBase(of), quorum_chair=True)
    assert comes_to(board, SAFETYNET, ON).needed_words == f"{words} and the chair"
    members = [seat.pk for seat in SAFETYNET[1:]]
    enough, too_few = members[:needed], members[: needed - 1]
    rule = QuorumRule.of(board)
    assert judge(rule, SAFETYNET, [CHAIR, *enough], ON).quorate is True
    assert judge(rule, SAFETYNET, [CHAIR, *too_few], ON).quorate is False
    assert judge(rule, SAFETYNET, enough, ON).quorate is False


def test_the_judgement_reads_as_a_sentence() -> None:
    members = [seat.pk for seat in SAFETYNET[1:]]
    assert judge(QUARTER, SAFETYNET, [CHAIR, *members[:15]], ON).words == (
        "14 of 54 members and the chair; 15 there and the chair: quorate"
    )
    assert judge(QUARTER, SAFETYNET, [CHAIR, *members[:9]], ON).words == (
        "14 of 54 members and the chair; 9 there and the chair: not quorate, 5 too few"
    )
    assert judge(QUARTER, SAFETYNET, members[:20], ON).words == (
        "14 of 54 members and the chair; 20 there, the chair not: not quorate without the chair"
    )
    assert judge(QuorumRule(), SAFETYNET, members[:20], ON).words == (
        "No quorum rule is recorded; 20 there: whether that is quorate cannot be told"
    )


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        (QUARTER, "a quarter of all members, and the chair"),
        (QuorumRule(2, 6, voters=True), "a third of all voting members"),
        (QuorumRule(1, 2, minimum=1), "half of all members, but never fewer than 1 member"),
        (QuorumRule(minimum=5, voters=True, chair=True), "5 voting members, and the chair"),
        (QuorumRule(3, 8), "3 in every 8 of all members"),
        (QuorumRule(1, 1), "all members"),
        (QuorumRule(chair=True), ""),
    ],
)
def test_the_rule_reads_as_its_terms_would(rule: QuorumRule, words: str) -> None:
    assert rule.words == words


def test_no_rule_or_no_member_cannot_be_judged() -> None:
    assert judge(QuorumRule(chair=True), SAFETYNET, [CHAIR], ON).quorate is None
    assert judge(QUARTER, seats(0), [CHAIR], ON).quorate is None
    assert judge(QuorumRule(minimum=3), [], [], ON).quorate is None
    assert judge(QUARTER, seats(0), [], ON).needed_words == "a quarter of all members, and the chair: no members are recorded"


def test_a_rule_that_asks_for_more_than_there_are_can_never_be_met() -> None:
    assert not judge(QuorumRule(minimum=6), seats(5), [], ON).can_be_met
    assert judge(QuorumRule(minimum=5), seats(5), [], ON).can_be_met


def test_attendees_without_a_vote_count_only_among_all_members() -> None:
    board = seats(2, 6)
    everyone = [seat.pk for seat in board if seat.kind != SeatKind.VOTING]
    assert judge(QuorumRule(1, 2), board, everyone, ON).quorate is True
    of_voters = judge(QuorumRule(1, 2, voters=True), board, everyone, ON)
    assert (of_voters.present, of_voters.quorate) == (0, False)


def test_a_seat_counts_while_it_surely_or_possibly_lasts() -> None:
    assert lasts(Seat(), ON)
    assert lasts(Seat(starts=day("2024-06-15"), ends=day("2024-06-15")), ON)
    assert not lasts(Seat(starts=day("2024-06-16")), ON)
    assert not lasts(Seat(ends=day("2024-06-14")), ON)
    assert lasts(Seat(starts=day("2024-06")), ON)
    assert lasts(Seat(ends=day("2024")), ON)


def test_a_seat_of_another_time_is_neither_member_nor_present() -> None:
    gone = Seat(pk=90, kind=SeatKind.VOTING, ends=day("2023-12-31"))
    old_chair = Seat(pk=91, kind=SeatKind.CHAIR, ends=day("2023-12-31"))
    quorum = judge(QUARTER, [*seats(4, chair=False), gone, old_chair], [90, 91], ON)
    assert (quorum.base, quorum.present, quorum.chair_there) == (4, 0, False)


fractions = some.integers(1, 60).flatmap(lambda whole: some.tuples(some.integers(1, whole), some.just(whole)))


@given(fractions, some.integers(0, 400))
def test_the_share_is_the_smallest_number_that_reaches_the_fraction(fraction: tuple[int, int], base: int) -> None:
    part, whole = fraction
    needed = QuorumRule(part, whole).needed(base)
    assert needed * whole >= base * part > (needed - 1) * whole
    assert needed <= base


@given(
    fractions,
    some.none() | some.integers(0, 30),
    some.booleans(),
    some.booleans(),
    some.lists(some.tuples(some.sampled_from([SeatKind.VOTING, SeatKind.NON_VOTING, SeatKind.CHAIR]), some.booleans()), max_size=40),
)
def test_nobody_more_makes_a_quorate_meeting_inquorate(
    fraction: tuple[int, int], minimum: int | None, voters: bool, chair: bool, places: list[tuple[SeatKind, bool]]
) -> None:
    rule = QuorumRule(*fraction, minimum=minimum, voters=voters, chair=chair)
    board = [Seat(pk=number, kind=kind) for number, (kind, _) in enumerate(places)]
    present = [number for number, (_, there) in enumerate(places) if there]
    before = judge(rule, board, present, ON)
    assert before.present <= before.base <= len(board)
    assert (before.quorate is None) == (before.base == 0)
    if before.quorate:
        assert judge(rule, board, range(len(board)), ON).quorate
        chairs = {seat.pk for seat in board if seat.kind == SeatKind.CHAIR}
        alone = judge(rule, board, [pk for pk in present if pk not in chairs], ON)
        assert alone.present == before.present
        assert alone.quorate == (not chair)
