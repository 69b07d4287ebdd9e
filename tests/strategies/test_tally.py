"""What the answers of a board come to."""

import datetime

import pytest

from partnerships.models import Seat
from partnerships.models.board import SeatKind
from partnerships.quorum import QuorumRule
from strategies.models.round import BoardsPart, Choice, RoundOutcome
from strategies.rounds.tally import Tally, tally
from tests.cast import day

ON = datetime.date(2026, 12, 1)
QUARTER = QuorumRule(1, 4, chair=True)
APPROVE, CONDITIONS, BACK, ABSTAIN, INTEREST = Choice
CHAIR = 1


def seats(voting: int, non_voting: int = 0) -> list[Seat]:
    kinds = [SeatKind.CHAIR] + [SeatKind.VOTING] * voting + [SeatKind.NON_VOTING] * non_voting
    return [Seat(pk=number, post=f"Post {number}", kind=kind) for number, kind in enumerate(kinds, start=1)]


def counted(choices: dict[int, Choice], rule: QuorumRule = QUARTER, voting: int = 8, non_voting: int = 0, part: str = "decides") -> Tally:
    return tally(rule, part, seats(voting, non_voting), choices, ON)


@pytest.mark.parametrize(
    ("choices", "outcome"),
    [
        ({CHAIR: APPROVE, 2: APPROVE, 3: BACK}, RoundOutcome.APPROVED),
        ({CHAIR: APPROVE, 2: CONDITIONS, 3: BACK}, RoundOutcome.CONDITIONS),
        ({CHAIR: APPROVE, 2: BACK, 3: BACK}, RoundOutcome.SENT_BACK),
        ({CHAIR: APPROVE, 2: BACK, 3: ABSTAIN}, RoundOutcome.APPROVED),
        ({CHAIR: CONDITIONS, 2: BACK, 3: ABSTAIN}, RoundOutcome.CONDITIONS),
        ({CHAIR: BACK, 2: APPROVE, 3: ABSTAIN}, RoundOutcome.SENT_BACK),
        ({CHAIR: ABSTAIN, 2: APPROVE, 3: BACK}, RoundOutcome.NOT_DECIDED),
        ({CHAIR: ABSTAIN, 2: ABSTAIN, 3: ABSTAIN}, RoundOutcome.NOT_DECIDED),
    ],
)
def test_more_for_than_against_approves_and_a_tie_is_the_chair_s(choices: dict[int, Choice], outcome: RoundOutcome) -> None:
    assert counted(choices).outcome == outcome


def test_a_board_that_is_not_quorate_decides_nothing_and_says_what_is_missing() -> None:
    too_few = counted({CHAIR: APPROVE, 2: APPROVE})
    assert too_few.outcome == RoundOutcome.NOT_DECIDED
    assert too_few.why == "The board is not quorate: 1 member too few."
    without_chair = counted({2: APPROVE, 3: APPROVE, 4: APPROVE})
    assert without_chair.outcome == RoundOutcome.NOT_DECIDED
    assert without_chair.why == "The board is not quorate: the chair has not taken part."


def test_a_declared_interest_neither_counts_to_the_quorum_nor_decides_and_an_abstention_counts_to_it() -> None:
    assert counted({CHAIR: APPROVE, 2: APPROVE, 3: INTEREST}).quorum.present == 1
    assert counted({CHAIR: APPROVE, 2: APPROVE, 3: INTEREST}).outcome == RoundOutcome.NOT_DECIDED
    assert counted({CHAIR: APPROVE, 2: APPROVE, 3: ABSTAIN}).outcome == RoundOutcome.APPROVED
    with_interests = counted({CHAIR: BACK, 2: APPROVE, 3: APPROVE, 4: INTEREST, 5: INTEREST})
    assert (with_interests.outcome, with_interests.interests) == (RoundOutcome.APPROVED, 2)


def test_a_chair_who_declares_an_interest_is_not_there() -> None:
    assert counted({CHAIR: INTEREST, 2: APPROVE, 3: APPROVE, 4: APPROVE}).outcome == RoundOutcome.NOT_DECIDED


def test_seats_without_a_vote_count_to_a_quorum_of_all_members_and_decide_nothing() -> None:
    found = counted({CHAIR: APPROVE, 2: BACK, 10: BACK, 11: BACK}, non_voting=2)
    assert found.quorum.present == 3
    assert (found.outcome, found.in_favour, found.against) == (RoundOutcome.APPROVED, 1, 1)
    of_voters = counted({CHAIR: APPROVE, 2: BACK, 10: BACK}, QuorumRule(1, 4, voters=True, chair=True), non_voting=2)
    assert of_voters.outcome == RoundOutcome.NOT_DECIDED


def test_without_a_quorum_rule_the_majority_counts_and_the_sentence_says_so() -> None:
    found = counted({2: APPROVE}, QuorumRule())
    assert (found.outcome, found.quorum.quorate) == (RoundOutcome.APPROVED, None)
    assert "No quorum rule is recorded" in found.why


def test_a_board_asked_for_comments_has_noted_whatever_it_said() -> None:
    found = counted({CHAIR: BACK, 2: BACK}, part=BoardsPart.COMMENTS)
    assert found.outcome == RoundOutcome.NOTED
    assert found.votes == "2 ask for rework"


def test_a_seat_that_has_ended_is_neither_asked_nor_counted() -> None:
    held = seats(3)
    held[1].ends = day("2026-11-30")
    found = tally(QuorumRule(), BoardsPart.DECIDES, held, {2: APPROVE, 3: BACK}, ON)
    assert (found.outcome, found.seats, found.answered, [seat.pk for seat in found.missing]) == (RoundOutcome.SENT_BACK, 3, 1, [1, 4])


def test_the_count_reads_as_a_sentence() -> None:
    found = counted({CHAIR: APPROVE, 2: CONDITIONS, 3: CONDITIONS, 4: BACK, 5: ABSTAIN, 6: INTEREST})
    assert found.so_far == "6 of 9 have answered"
    assert found.votes == "3 approve (2 of them on conditions), 1 sends it back, 1 abstains, 1 has an interest"
    assert counted({}).votes == ""


def test_waltham_forest_s_fifty_four_places_need_fourteen_and_the_chair() -> None:
    """38 voting and 16 without a vote: a quarter of 54 is 14, and the chair."""
    enough = {CHAIR: APPROVE} | dict.fromkeys(range(2, 16), APPROVE)
    assert counted(enough, voting=38, non_voting=16).outcome == RoundOutcome.APPROVED
    enough.pop(15)
    assert counted(enough, voting=38, non_voting=16).outcome == RoundOutcome.NOT_DECIDED
