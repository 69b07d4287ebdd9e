"""Asking boards about a version."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from partnerships.models import AuditEntry, Board, RoleGrant
from strategies.models import ApprovalRound, Comment, Version
from tests.cast import Cast, day
from tests.partnerships.board_of import make_board, make_seat
from tests.strategies.helpers import at, text_of
from tests.strategies.rounds import TODAY, ask, holder, member, open_data, seated_board

pytestmark = pytest.mark.usefixtures("today")


def make_comment(version: Version, cast: Cast, **fields: Any) -> Comment:
    return Comment.objects.create(strategy_version=version, author=cast.viewer, text="Does this cover hate crime?", made_at=TODAY, **fields)


def test_a_coordinator_asks_several_boards_at_once_each_with_its_part(
    coordinator: Client, version: Version, board: Board, cast: Cast
) -> None:
    health = seated_board(cast.ours, "Health and Wellbeing Board", ("Nurse",), leads=False)
    answer = ask(coordinator, version, open_data(board, recommendations="Approve it\nPublish it", **{f"board{health.pk}": "comments"}))
    assert answer.status_code == 302
    assert set(ApprovalRound.objects.values_list("board", "part", "state")) == {
        (board.pk, "decides", "open"),
        (health.pk, "comments", "open"),
    }
    assert AuditEntry.objects.filter(event="approvalround.opened").count() == 2
    page = text_of(coordinator.get(at("version", version.pk)))
    assert "Health and Wellbeing Board" in page
    assert "0 answers so far" in page


def test_a_board_that_only_comments_is_not_asked_to_approve_in_our_words(
    coordinator: Client, version: Version, board: Board, cast: Cast
) -> None:
    health = seated_board(cast.ours, "Health and Wellbeing Board", ("Nurse",), leads=False)
    page = coordinator.get(at("round_open", version.pk))
    prefilled = page.context["form"]["asked"].value()
    assert 'data-maxwords="120"' in page.content.decode()
    ask(coordinator, version, open_data(board, asked=prefilled, **{f"board{health.pk}": "comments"}))
    assert ApprovalRound.objects.get(board=board).asked == prefilled
    assert ApprovalRound.objects.get(board=health).asked.startswith("Say what you think of version 1")


def test_everybody_who_holds_a_seat_is_mailed_once_and_nobody_else(
    coordinator: Client, version: Version, board: Board, cast: Cast, django_capture_on_commit_callbacks: Any
) -> None:
    second = make_seat(board, "Second seat of the commander")
    RoleGrant.objects.get(user=holder(board, "Borough Commander")).seats.add(second)
    with django_capture_on_commit_callbacks(execute=True):
        ask(coordinator, version, open_data(board, cautions_seen=""))
    to = sorted(address for message in mail.outbox for address in message.to)
    assert len(to) == len(set(to)) == 5
    assert "Approve it." not in "".join(message.body for message in mail.outbox)
    assert at("version_read", version.pk) in mail.outbox[0].body


def test_the_same_sent_twice_is_one_round(coordinator: Client, version: Version, board: Board) -> None:
    for _ in range(2):
        assert ask(coordinator, version, open_data(board)).status_code == 302
    assert ApprovalRound.objects.count() == 1


def test_a_board_is_not_asked_twice_about_one_version(coordinator: Client, version: Version, asked: ApprovalRound, board: Board) -> None:
    answer = ask(coordinator, version, open_data(board, asked="Something else."))
    assert answer.status_code == 409
    assert "is asked about this version already" in text_of(answer)
    assert "Something else." in text_of(answer)
    assert ApprovalRound.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"answer_by": "23 11 2026"}, "23 November 2026 has passed"),
        ({"asked": "word " * 121}, "This has 121 words"),
        ({"asked": ""}, "Enter “What the boards are asked”"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_words(
    coordinator: Client, version: Version, board: Board, changes: dict[str, str], sentence: str
) -> None:
    assert sentence in text_of(ask(coordinator, version, open_data(board, **changes)))
    assert not ApprovalRound.objects.exists()


def test_no_board_and_a_board_that_has_ended_are_refused_in_words(coordinator: Client, version: Version, board: Board, cast: Cast) -> None:
    ended = make_board(cast.ours, "Old board", ends=day("2026-11-20"))
    data = open_data(board) | {f"board{board.pk}": "none"}
    assert "Choose at least one board" in text_of(ask(coordinator, version, data))
    page = text_of(ask(coordinator, version, open_data(ended)))
    assert "Old board ended on 20 November 2026, so it cannot be asked." in page
    assert not ApprovalRound.objects.exists()


def test_a_board_without_seats_accounts_or_a_rule_is_asked_after_a_warning(coordinator: Client, version: Version, cast: Cast) -> None:
    empty = make_board(cast.ours, "Empty board")
    silent = make_board(cast.ours, "Silent board")
    make_seat(silent, "Somebody")
    data = open_data(empty) | {f"board{silent.pk}": "comments"}
    page = text_of(ask(coordinator, version, data))
    assert "Empty board has no seats recorded" in page
    assert "No account holds a seat on Silent board" in page
    assert "Silent board has no quorum rule recorded" in page
    assert not ApprovalRound.objects.exists()
    seen = f"no-accounts-{silent.pk} no-rule-{silent.pk} no-seats-{empty.pk}"
    assert ask(coordinator, version, {**data, "cautions_seen": seen}).status_code == 302
    assert ApprovalRound.objects.count() == 2


def test_comments_without_an_answer_come_first_and_the_page_names_the_chair(
    coordinator: Client, version: Version, board: Board, cast: Cast
) -> None:
    make_comment(version, cast)
    answered = {"answer": "accepted", "answer_reason": "Yes", "answered_at": TODAY, "answered_by": cast.coordinator}
    make_comment(version, cast, **answered)
    chair = "Only the chair of a deciding board, or the deputy, may open it before, with a reason: Cabinet Member of Safety Board"
    assert chair in text_of(coordinator.get(at("round_open", version.pk)))
    page = text_of(ask(coordinator, version, open_data(board, despite_comments="No time")))
    assert "1 comment has no answer yet" in page
    assert "Cabinet Member of Safety Board (Cabinet member" in page
    assert not ApprovalRound.objects.exists()


def test_the_chair_may_ask_although_a_comment_has_no_answer_and_only_with_a_reason(version: Version, board: Board, cast: Cast) -> None:
    make_comment(version, cast)
    chair = member(board, "Cabinet Member")
    assert "say here why" in text_of(ask(chair, version, open_data(board)))
    assert ask(chair, version, open_data(board, despite_comments="The Cabinet meets tomorrow.")).status_code == 302
    opened = ApprovalRound.objects.get()
    assert opened.unanswered_reason == "The Cabinet meets tomorrow."
    assert opened.unanswered_reason in text_of(chair.get(at("round", opened.pk)))
    assert "The Cabinet meets tomorrow." in AuditEntry.objects.get(event="approvalround.opened").comment


def test_the_chair_of_a_board_that_only_comments_cannot_pass_over_comments(version: Version, board: Board, cast: Cast) -> None:
    make_comment(version, cast)
    other = seated_board(cast.ours, "Other board", leads=False)
    data = open_data(board, despite_comments="No time", **{f"board{other.pk}": "comments"})
    assert "Only the chair of a deciding board" in text_of(ask(member(other, "Cabinet Member"), version, data))
    assert not ApprovalRound.objects.exists()


def test_a_member_who_chairs_nothing_asks_nobody(version: Version, board: Board) -> None:
    answer = ask(member(board, "Borough Commander"), version, open_data(board))
    assert answer.status_code == 403
    assert "Coordinator" in text_of(answer)


def test_the_next_version_is_put_to_the_same_boards_and_this_one_not_again(
    coordinator: Client, asked: ApprovalRound, board: Board, version: Version
) -> None:
    ApprovalRound.objects.update(part="comments", state="closed", closed_at=TODAY, outcome="noted")
    chosen = f'name="board{board.pk}" type="radio" value="{{}}" checked'
    assert chosen.format("none") in text_of(coordinator.get(at("round_open", version.pk)))
    number_two = {"number": 2, "title": "T", "form": "typed", "dated": version.dated, "sha256": "1" * 64, "frozen_at": TODAY}
    newer = Version.objects.create(strategy=version.strategy, **number_two)
    assert chosen.format("comments") in text_of(coordinator.get(at("round_open", newer.pk)))
