"""Approval rounds: asking boards, deciding, closing."""

import datetime
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client

from partnerships.models import AuditEntry, Board, RoleGrant
from strategies.models import Approval, ApprovalRound, Comment, Version, VersionRead, Vote
from tests.cast import Cast, day
from tests.partnerships.board_of import make_board, make_seat
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of
from tests.strategies.rounds import decide, give_account, holder, make_round, member, open_data, seated_board

TODAY = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)


@pytest.fixture(autouse=True)
def today() -> Iterator[Any]:
    with time_machine.travel(TODAY, tick=False) as traveller:
        yield traveller


@pytest.fixture
def board(cast: Cast) -> Board:
    return seated_board(cast.ours)


@pytest.fixture
def asked(board: Board, version: Version) -> ApprovalRound:
    return make_round(board, version)


def ask(client: Client, version: Version, data: dict[str, Any]) -> Any:
    return client.post(at("round_open", version.pk), data)


def make_comment(version: Version, cast: Cast, **fields: Any) -> Comment:
    return Comment.objects.create(strategy_version=version, author=cast.viewer, text="Does this cover hate crime?", made_at=TODAY, **fields)


# Asking


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


# Deciding


def test_a_decision_is_personal_timed_and_bound_to_the_version(board: Board, asked: ApprovalRound) -> None:
    assert decide(board, "Borough Commander", asked, "approve").status_code == 302
    vote = Vote.objects.get()
    assert (vote.seat.post, vote.given_by, vote.given_at) == ("Borough Commander", holder(board, "Borough Commander"), TODAY)
    assert vote.sha256 == asked.strategy_version.sha256
    assert VersionRead.objects.filter(user=vote.given_by, strategy_version=asked.strategy_version).exists()
    assert AuditEntry.objects.filter(event="vote.added", actor_id=vote.given_by_id).exists()
    assert "1 of 5 has answered: 1 approves" in text_of(member(board, "Borough Commander").get(at("round", asked.pk)))


@pytest.mark.parametrize(
    ("choice", "sentence"),
    [("conditions", "Enter the conditions"), ("send-back", "Enter why you send it back"), ("interest", "Enter what your interest is")],
)
def test_conditions_sending_back_and_an_interest_need_their_words(board: Board, asked: ApprovalRound, choice: str, sentence: str) -> None:
    assert sentence in text_of(decide(board, "Borough Commander", asked, choice))
    assert not Vote.objects.exists()
    assert decide(board, "Borough Commander", asked, choice, "Because.").status_code == 302


def test_a_deputy_says_by_what_authority(board: Board, asked: ApprovalRound) -> None:
    assert "Enter by what authority" in text_of(decide(board, "Borough Commander", asked, "approve", as_deputy="on"))
    decide(board, "Borough Commander", asked, "approve", as_deputy="on", authority="Letter of 3 May 2026")
    assert "as deputy (Letter of 3 May 2026)" in text_of(member(board, "Cabinet Member").get(at("round", asked.pk)))


def test_nobody_without_a_seat_on_the_board_decides_and_they_are_told_who_can_help(cast: Cast, board: Board, asked: ApprovalRound) -> None:
    other = seated_board(cast.ours, "Other board", ("Nurse",), leads=False)
    ended = RoleGrant.objects.get(user=holder(board, "Station Manager"))
    ended.seats.get().__class__.objects.filter(post="Station Manager").update(ends=day("2026-11-01"))
    for client in (member(other, "Nurse"), signed_in(cast.people["board"]), signed_in(ended.user)):  # type: ignore[index]  # roles are texts
        answer = client.post(at("round_decide", asked.pk), {"choice": "approve", "seen_version": 0})
        assert answer.status_code == 403
        assert "Coordinator" in text_of(answer)
    assert not Vote.objects.exists()


def test_who_holds_several_seats_answers_for_each(board: Board, asked: ApprovalRound) -> None:
    second = make_seat(board, "Police Lead")
    person = holder(board, "Borough Commander")
    RoleGrant.objects.get(user=person).seats.add(second)
    client, here = signed_in(person), at("round_decide", asked.pk)
    assert "For which seat?" in text_of(client.get(here))
    for seat in (*board.seats.filter(post="Borough Commander"), second):
        client.post(f"{here}?seat={seat.pk}", {"choice": "approve", "seen_version": 0})
    assert Vote.objects.filter(given_by=person).count() == 2


def test_a_changed_decision_replaces_the_first_and_the_history_keeps_both(board: Board, asked: ApprovalRound) -> None:
    decide(board, "Borough Commander", asked, "approve")
    decide(board, "Borough Commander", asked, "send-back", "Too long", seen_version=1)
    assert Vote.objects.get().choice == "send-back"
    assert AuditEntry.objects.get(event="vote.changed").changes["Your decision"] == ["Approve", "Send back"]


def test_two_who_answer_for_one_seat_are_both_shown_and_neither_is_lost(board: Board, asked: ApprovalRound) -> None:
    deputy = give_account(board.seats.get(post="Borough Commander"), "deputy@anyborough.example")
    form = {"choice": "send-back", "words": "Not ready", "as_deputy": "on", "authority": "Terms", "seen_version": 0}
    member_of = RoleGrant.objects.exclude(user=deputy).get(seats__post="Borough Commander").user
    signed_in(member_of).post(at("round_decide", asked.pk), {"choice": "approve", "seen_version": 0})
    answer = signed_in(deputy).post(at("round_decide", asked.pk), form)
    assert answer.status_code == 409
    assert "Not ready" in text_of(answer)
    assert "They saved" in text_of(answer)
    assert Vote.objects.get().choice == "approve"


def test_an_answer_that_comes_after_the_round_closed_is_not_recorded_and_its_words_stay(board: Board, asked: ApprovalRound) -> None:
    decide(board, "Cabinet Member", asked, "approve")
    ApprovalRound.objects.update(state="closed", closed_at=TODAY, outcome="approved")
    answer = decide(board, "Borough Commander", asked, "send-back", "My carefully chosen words")
    page = text_of(answer)
    assert "This round is closed" in page
    assert "was not recorded" in page
    assert "My carefully chosen words" in page
    assert Vote.objects.count() == 1


# Counting and closing


def all_decide(board: Board, asked: ApprovalRound, **choices: str) -> None:
    for seat in board.seats.all():
        choice = choices.get(seat.post.replace(" ", "_"), "approve")
        decide(board, seat.post, asked, choice, "" if choice == "approve" else f"Words of {seat.post}")


def close(client: Client, asked: ApprovalRound, reason: str = "") -> Any:
    return client.post(at("round_close", asked.pk), {"seen_version": asked.version, "reason": reason})


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


# Reminding


def test_a_reminder_goes_once_a_day_to_those_who_have_not_answered(
    cast: Cast, board: Board, asked: ApprovalRound, django_capture_on_commit_callbacks: Any, today: Any
) -> None:
    decide(board, "Borough Commander", asked, "approve")
    with django_capture_on_commit_callbacks(execute=True):
        for _ in range(2):
            signed_in(cast.coordinator).post(at("round_remind", asked.pk))
    assert len(mail.outbox) == 4
    assert holder(board, "Borough Commander").email not in [message.to[0] for message in mail.outbox]
    today.shift(datetime.timedelta(days=1))
    with django_capture_on_commit_callbacks(execute=True):
        signed_in(cast.coordinator).post(at("round_remind", asked.pk))
    assert len(mail.outbox) == 8


# What an approval covers


def test_a_newer_version_or_a_changed_draft_is_not_covered_by_the_approval(
    coordinator: Client, board: Board, asked: ApprovalRound, version: Version
) -> None:
    all_decide(board, asked)
    close(coordinator, asked)
    here, strategy = at("version", version.pk), version.strategy
    strategy.sections.create(position=1, heading="Purpose", text="To keep people safe.")
    assert "the approval does not cover" not in text_of(coordinator.get(here))
    strategy.sections.update(text="To keep everybody safe.")
    assert "The working draft has changed since" in text_of(coordinator.get(here))
    assert "The working draft has changed since" in text_of(coordinator.get(at("strategy", strategy.pk)))
    newer = Version.objects.create(
        strategy=strategy,
        number=2,
        title=version.title,
        form="typed",
        dated=day("2026-11-24"),
        sections=[{"heading": "Purpose", "text": "New"}],
        sha256="1" * 64,
        frozen_at=TODAY,
    )
    assert "Version 2 was recorded since: the approval does not cover it" in text_of(coordinator.get(here))
    assert "Approved was version 1, not this one" in text_of(coordinator.get(at("version", newer.pk)))


def test_an_open_round_is_shown_as_overtaken_by_a_newer_version(coordinator: Client, asked: ApprovalRound, version: Version) -> None:
    Version.objects.create(
        strategy=version.strategy, number=2, title="T", form="typed", dated=day("2026-11-24"), sections=[], sha256="1" * 64, frozen_at=TODAY
    )
    assert "Overtaken: version 2" in text_of(coordinator.get(at("round", asked.pk)))
    page = text_of(coordinator.get(at("version", version.pk)))
    assert "Overtaken by version 2" in page
    assert at("round_withdraw", asked.pk) in page
