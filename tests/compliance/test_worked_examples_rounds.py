"""A version before a board: what the duty to have it approved says while a round is open, and after it (SVD-STR-04)."""

import pytest

from compliance.facts import PartnershipFacts
from compliance.finding import Status
from tests.compliance.asking import find, status
from tests.compliance.build import approval, facts, round_of, strategy, version, website
from tests.compliance.governance_for_facts import BOARD, CHAIR, COUNCIL, COUNCIL_SEAT, POLICE_SEAT, SCHOOL, SEATS, board, seat

APPROVED = "SVD-STR-04"


def before_the_board(*records: object, seats: tuple = SEATS) -> PartnershipFacts:
    return facts(strategy(version(*records, dated="2026-10-20")), boards=(board(seats=seats),))


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2026-10-31", None),
        ("2026-11-01", "A round is open until 4 December 2026 (The board); 0 of 4 have answered."),
        ("2026-11-02", "A round is open until 4 December 2026 (The board); 1 of 4 has answered."),
        ("2026-12-04", "A round is open until 4 December 2026 (The board); 2 of 4 have answered."),
        ("2026-12-05", "A round was to end on 4 December 2026 (The board); 2 of 4 have answered."),
    ],
)
def test_an_open_round_says_until_when_and_how_many_have_answered_by_that_day(on: str, said: str | None):
    held = before_the_board(round_of((CHAIR, "2026-11-02"), (COUNCIL_SEAT, "2026-12-04"), board=BOARD))
    found = find(held, APPROVED, on)
    assert (found.status, found.why) == (Status.DUE_LATER, " ".join(filter(None, ["No approval of it is recorded yet.", said])))
    assert found.next_step
    assert found.next_step.route == ("round" if said else "approval_add")


def test_places_that_ended_or_have_not_begun_are_not_asked():
    seats = (*SEATS, seat(405, SCHOOL, ends="2026-10-31"), seat(406, COUNCIL, starts="2026-11-10"))
    held = before_the_board(round_of((405, "2026-11-02"), (CHAIR, "2026-11-02"), board=BOARD), seats=seats)
    assert "1 of 4 has answered" in find(held, APPROVED, "2026-11-09").why
    assert "1 of 5 has answered" in find(held, APPROVED, "2026-11-10").why


def test_a_board_that_decides_is_named_before_one_that_comments():
    comments = round_of(board=BOARD, part="comments", answer_by="2026-11-20")
    held = before_the_board(comments, round_of(board=BOARD))
    why = find(held, APPROVED, "2026-11-10").why
    assert why.index("A round is open") < why.index("A round for comments is open until 20 November 2026 (The board)")
    assert find(held, APPROVED, "2026-11-10").next_step.kwargs == (("pk", held.strategies[0].versions[0].rounds[1].pk),)


def test_what_a_round_came_to_is_the_approval_it_made():
    closed = round_of((CHAIR, "2026-11-02"), board=BOARD, ended_on="2026-12-04", outcome="conditions")
    held = before_the_board(closed, approval("2026-12-04", "conditions"))
    assert find(held, APPROVED, "2026-12-03").status is Status.DUE_LATER
    found = find(held, APPROVED, "2026-12-04")
    assert (found.status, found.why) == (Status.MET, "The cabinet approved it with conditions on 4 December 2026 (Friday).")
    assert {ref.kind for ref in found.rests_on} == {"version", "approval", "approvalround"}


def test_a_version_that_was_sent_back_says_by_whom_and_leads_to_the_draft():
    closed = round_of((CHAIR, "2026-11-02"), (POLICE_SEAT, "2026-11-03"), board=BOARD, ended_on="2026-11-04", outcome="sent-back")
    held = before_the_board(closed, approval("2026-11-04", "sent-back"))
    found = find(held, APPROVED, "2026-11-10")
    assert found.status is Status.NOT_MET
    assert "The cabinet sent it back on 4 November 2026 (Wednesday), and nobody is recorded to have approved it since." in found.why
    assert "The round of The board ended with sending it back on 4 November 2026; 2 of 4 answered." in found.why
    assert found.next_step
    assert found.next_step.route == "strategy"
    on_its_last_day = find(held, APPROVED, "2026-11-04")
    assert on_its_last_day.why == found.why
    assert find(held, APPROVED, "2026-11-03").next_step.route == "round"


@pytest.mark.parametrize(("outcome", "said"), [("not-decided", "ended without a decision"), ("noted", "ended with comments")])
def test_a_round_without_a_decision_leaves_the_version_unapproved_and_is_told_of(outcome: str, said: str):
    held = before_the_board(round_of((CHAIR, "2026-11-02"), board=BOARD, ended_on="2026-12-04", outcome=outcome))
    found = find(held, APPROVED, "2026-12-10")
    assert found.status is Status.DUE_LATER
    assert f"The round of The board {said} on 4 December 2026; 1 of 4 answered." in found.why
    assert found.next_step
    assert found.next_step.route == "approval_add"


def test_an_open_round_changes_no_answer():
    for records in ((), (approval("2026-11-05"),), (approval("2026-11-05", "sent-back"),)):
        alone = before_the_board(*records)
        asked = before_the_board(*records, round_of(board=BOARD))
        assert status(asked, APPROVED, "2026-11-10") is status(alone, APPROVED, "2026-11-10")


def test_a_later_version_before_a_board_waits_to_be_published_and_only_without_a_round_it_cannot_be_told():
    first = version(website("2024-01-16"), pk=100, number=1)
    for records, expected in (((), Status.CANNOT_TELL), ((round_of(board=BOARD),), Status.DUE_LATER)):
        held = facts(strategy(first, version(*records, number=2, dated="2026-10-20")), boards=(board(seats=SEATS),))
        for code, key in (("SVD-PUB-01", "version:101/area:1"), ("SVD-PUB-02", "version:101")):
            assert status(held, code, "2026-11-10", key) is expected
    assert "It is not approved yet." in find(held, "SVD-PUB-02", "2026-11-10", "version:101").why
    assert status(held, "SVD-PUB-02", "2026-10-31", "version:101") is Status.CANNOT_TELL
    approved = facts(strategy(first, version(*records, approval("2026-11-05"), number=2, dated="2026-10-20")), boards=(board(seats=SEATS),))
    assert status(approved, "SVD-PUB-02", "2026-11-10", "version:101") is Status.DUE_SOON


@pytest.mark.parametrize(
    ("part", "outcome", "expected"),
    [
        ("decides", "sent-back", Status.DUE_LATER),
        ("decides", "not-decided", Status.DUE_LATER),
        ("decides", "approved", Status.CANNOT_TELL),  # no approval stands, and whether another does is not recorded
        ("comments", "noted", Status.CANNOT_TELL),
    ],
)
def test_once_a_round_is_over_publishing_waits_only_for_a_board_that_was_to_decide_and_did_not_approve(
    part: str, outcome: str, expected: Status
):
    first = version(website("2024-01-16"), pk=100, number=1)
    asked = round_of(board=BOARD, part=part, ended_on="2026-11-20", outcome=outcome)
    held = facts(strategy(first, version(asked, number=2, dated="2026-10-20")), boards=(board(seats=SEATS),))
    assert status(held, "SVD-PUB-02", "2026-11-19", "version:101") is Status.DUE_LATER
    assert status(held, "SVD-PUB-02", "2026-11-20", "version:101") is expected
