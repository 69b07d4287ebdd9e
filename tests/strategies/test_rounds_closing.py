"""A round is closed or withdrawn, and what it comes to."""

import datetime
from typing import Any

import pytest
from django.test import Client

from partnerships.models import AuditEntry, Board
from strategies.models import Approval, ApprovalRound, Version, Vote
from tests.cast import Cast
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of
from tests.strategies.rounds import TODAY, all_decide, ask, close, decide, make_round, member, open_data, seated_board

pytestmark = pytest.mark.usefixtures("today")


def test_closing_keeps_the_quorum_and_makes_the_approval_with_its_conditions(
    coordinator: Client, board: Board, asked: ApprovalRound
) -> None:
    all_decide(board, asked, Head_of_Probation="conditions", Station_Manager="send-back")
    assert close(coordinator, asked).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.outcome, asked.quorum_base, asked.quorum_needed, asked.quorum_present) == ("closed", "conditions", 4, 1, 4)
    assert (asked.quorum_chair, asked.quorate, asked.quorum_rule) == (True, True, "a quarter of all members, and the chair")
    approval = Approval.objects.get()
    assert (approval.decided_by, str(approval.decided_on), approval.outcome) == ("Safety Board", "24 November 2026", "conditions")
    assert (approval.conditions, approval.reference) == (
        "Head of Probation: Words of Head of Probation",
        "Approval round of 24 November 2026",
    )
    assert approval.round == asked
    assert {"approvalround.closed", "approval.added"} <= set(AuditEntry.objects.values_list("event", flat=True))


def test_an_approval_names_the_round_by_its_local_day(board: Board, version: Version) -> None:
    before_midnight_in_utc = datetime.datetime(2026, 6, 30, 23, 30, tzinfo=datetime.UTC)
    asked = make_round(board, version, opened_at=before_midnight_in_utc)
    all_decide(board, asked)
    close(member(board, "Cabinet Member"), asked)
    assert Approval.objects.get().reference == "Approval round of 1 July 2026"


def test_a_later_rule_does_not_rewrite_what_was_kept(coordinator: Client, board: Board, asked: ApprovalRound) -> None:
    all_decide(board, asked)
    close(coordinator, asked)
    Board.objects.update(quorum_part=3)
    page = text_of(coordinator.get(at("round", asked.pk)))
    assert "1 of 4 members were needed (a quarter of all members, and the chair); 4 took part, and the chair: quorate" in page


def test_a_round_that_is_not_quorate_decides_nothing_and_makes_no_approval(board: Board, asked: ApprovalRound) -> None:
    decide(board, "Borough Commander", asked, "approve")
    close(member(board, "Cabinet Member"), asked, "Nobody else will come.")
    asked.refresh_from_db()
    assert (asked.outcome, asked.quorate, Approval.objects.count()) == ("not-decided", False, 0)


def test_a_board_asked_for_comments_is_noted(coordinator: Client, cast: Cast, version: Version) -> None:
    board = seated_board(cast.ours, "Health and Wellbeing Board")
    asked = make_round(board, version, part="comments")
    all_decide(board, asked, Station_Manager="send-back")
    close(coordinator, asked)
    assert Approval.objects.get().outcome == "noted"


def test_a_coordinator_closes_when_its_day_has_passed_or_all_have_answered_and_not_before(
    coordinator: Client, board: Board, asked: ApprovalRound, cast: Cast, today: Any
) -> None:
    decide(board, "Cabinet Member", asked, "approve")
    assert "can close it at any time" in text_of(coordinator.get(at("round_close", asked.pk)))
    assert close(coordinator, asked, "I am in a hurry").status_code == 409
    assert ApprovalRound.objects.get().is_open
    today.move_to(datetime.datetime(2026, 12, 4, 22, tzinfo=datetime.UTC))
    assert close(signed_in(cast.coordinator), asked, "On its last day").status_code == 409
    today.move_to(datetime.datetime(2026, 12, 5, 1, tzinfo=datetime.UTC))
    assert close(signed_in(cast.coordinator), asked).status_code == 302


def test_the_chair_closes_at_any_time_and_says_why(board: Board, asked: ApprovalRound) -> None:
    chair = member(board, "Cabinet Member")
    assert "Say why it is closed before its day" in text_of(close(chair, asked))
    assert close(chair, asked, "Everybody who will answer has.").status_code == 302
    assert close(member(board, "Borough Commander"), asked).status_code == 403


def test_closing_twice_makes_one_approval_and_the_second_is_told(coordinator: Client, board: Board, asked: ApprovalRound) -> None:
    all_decide(board, asked)
    close(coordinator, asked)
    assert "Nothing was done a second time" in text_of(close(coordinator, asked))
    assert Approval.objects.count() == 1


def test_an_approval_of_a_round_is_withdrawn_with_a_reason_but_not_changed(coordinator: Client, board: Board, asked: ApprovalRound) -> None:
    all_decide(board, asked)
    close(coordinator, asked)
    approval = Approval.objects.get()
    answer = coordinator.post(at("approval_change", approval.pk), {"decided_by": "Me", "seen_version": 1})
    assert answer.status_code == 302
    assert at("approval_change", approval.pk) not in text_of(coordinator.get(at("version", asked.strategy_version_id)))
    coordinator.post(at("approval_withdraw", approval.pk), {"reason": "The wrong version", "seen_version": 1})
    approval.refresh_from_db()
    assert (approval.decided_by, approval.withdrawn_reason) == ("Safety Board", "The wrong version")


def test_a_round_opened_by_mistake_is_withdrawn_with_a_reason_and_the_board_can_be_asked_again(
    coordinator: Client, board: Board, asked: ApprovalRound
) -> None:
    decide(board, "Borough Commander", asked, "approve")
    withdraw = at("round_withdraw", asked.pk)
    assert "Say why it is withdrawn" in text_of(coordinator.post(withdraw, {"seen_version": 1}))
    assert coordinator.post(withdraw, {"seen_version": 1, "reason": "Wrong version"}).status_code == 302
    asked.refresh_from_db()
    assert (asked.state, asked.closing_words, asked.outcome) == ("withdrawn", "Wrong version", "")
    assert "Wrong version" in text_of(decide(board, "Cabinet Member", asked, "approve"))
    assert ask(coordinator, asked.strategy_version, open_data(board, asked="Once more.")).status_code == 302


def test_an_answer_of_a_withdrawn_strategy_is_refused(board: Board, asked: ApprovalRound) -> None:
    strategy = asked.strategy_version.strategy
    strategy.withdrawn_on, strategy.withdrawn_reason = TODAY.date(), "Entered twice"
    strategy.save()
    assert "The strategy was withdrawn" in text_of(decide(board, "Cabinet Member", asked, "approve"))
    assert not Vote.objects.exists()
