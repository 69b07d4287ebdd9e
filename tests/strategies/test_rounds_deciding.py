"""Members of a board answer in a round."""

import pytest
from django.core.exceptions import PermissionDenied

from partnerships.models import AuditEntry, Board, RoleGrant
from strategies.actions.give_vote import give_vote
from strategies.forms.vote import VoteForm
from strategies.models import ApprovalRound, VersionRead, Vote
from tests.cast import Cast, day
from tests.partnerships.board_of import make_seat
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of
from tests.strategies.rounds import TODAY, decide, give_account, holder, member, seated_board

pytestmark = pytest.mark.usefixtures("today")


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


def test_whoever_lost_the_seat_after_opening_the_page_is_not_heard(board: Board, asked: ApprovalRound) -> None:
    seat, person = board.seats.get(post="Borough Commander"), holder(board, "Borough Commander")
    form = VoteForm({"choice": "approve", "seen_version": 0}, instance=Vote(round=asked, seat=seat))
    assert form.is_valid()
    RoleGrant.objects.get(user=person).seats.clear()
    with pytest.raises(PermissionDenied):
        give_vote(form, at=TODAY, on=TODAY.date(), actor=person, partnership=board.partnership)
    assert not Vote.objects.exists()
