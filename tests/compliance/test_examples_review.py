"""Anyborough's version 2 before its boards: on any day as an officer and a board member would find it."""

import pytest
import time_machine

from partnerships.models import Board, Partnership, RoleGrant, User
from partnerships.models.person import Role
from strategies.comment_standing import stands_in
from strategies.kept import kept_sections
from strategies.models import Approval, ApprovalRound, Comment, PublicPage, ReviewWork, Version, VersionRead, Vote
from svduty import clock
from tests.compliance.example_data import load

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(params=["2026-11-22", "2028-02-29", "2027-03-29"])
def _loaded_on(request: pytest.FixtureRequest):
    with time_machine.travel(f"{request.param} 12:00", tick=False):
        load("anyborough")
        yield


def revised() -> Version:
    return Version.objects.get(number=2)


@pytest.mark.usefixtures("_loaded_on")
def test_version_1_is_published_and_open_to_all_and_version_2_is_before_the_board_with_a_condition_and_a_sending_back() -> None:
    today = clock.today()
    assert PublicPage.objects.filter(strategy_version__number=1, strategy_version__strategy__follows__isnull=False).count() == 1
    assert not revised().publications.exists()
    asked = ApprovalRound.objects.get(state="open")
    assert (asked.strategy_version, asked.board.leads, asked.part) == (revised(), True, "decides")
    assert clock.day_of(asked.opened_at) < today < asked.answer_by
    assert sorted(asked.votes.values_list("choice", flat=True)) == ["approve", "approve", "approve", "conditions", "interest", "send-back"]
    assert {vote.sha256 for vote in Vote.objects.all()} == {revised().sha256}
    assert all(asked.opened_at < vote.given_at <= clock.now() for vote in asked.votes.all())
    assert len(asked.asked.split()) <= 120


@pytest.mark.usefixtures("_loaded_on")
def test_a_board_that_was_asked_for_comments_has_given_them_and_its_round_is_closed() -> None:
    closed = ApprovalRound.objects.get(state="closed")
    assert (closed.part, closed.outcome, closed.quorate, closed.quorum_present) == ("comments", "noted", None, 2)
    noted = Approval.objects.get(round=closed)
    assert (noted.outcome, noted.decided_on.earliest) == ("noted", clock.day_of(closed.closed_at))


@pytest.mark.usefixtures("_loaded_on")
def test_every_comment_quotes_words_that_stand_in_its_own_version_and_section() -> None:
    comments = Comment.objects.filter(replies_to__isnull=True)
    for comment in comments.exclude(section_heading=""):
        [section] = [one for one in kept_sections(comment.strategy_version) if one.key == comment.section_key]
        assert section.heading == comment.section_heading
        assert stands_in(comment.quote, section.text), comment.quote
    assert {comment.strategy_version.number for comment in comments} == {1, 2}
    assert {comment.answer for comment in comments} == {"accepted", "partly", "not-accepted", ""}
    assert Comment.objects.filter(replies_to__isnull=False).count() == 2


@pytest.mark.usefixtures("_loaded_on")
def test_no_comment_was_open_when_the_round_was_opened() -> None:
    opened = ApprovalRound.objects.get(state="open").opened_at
    assert all(
        comment.answered_at and comment.answered_at < opened for comment in Comment.objects.filter(made_at__lt=opened, replies_to=None)
    )
    assert sum(comment.open for comment in Comment.objects.all()) == 2


@pytest.mark.usefixtures("_loaded_on")
def test_accounts_hold_seats_the_chair_is_somebodys_and_the_board_account_has_read_version_1_and_not_answered() -> None:
    partnership = Partnership.objects.get(slug="anyborough")
    board = Board.objects.get(partnership=partnership, leads=True)
    member = User.objects.get(email="board@anyborough.example")
    [seat] = RoleGrant.objects.get(user=member).seats.all()
    assert seat.board == board
    assert not Vote.objects.filter(seat=seat).exists()
    assert [one.strategy_version.number for one in VersionRead.objects.filter(user=member)] == [1]
    assert RoleGrant.objects.get(user__email="chair@anyborough.example", role=Role.BOARD_MEMBER).seats.get().kind == "chair"
    for vote in Vote.objects.all():
        assert vote.seat in RoleGrant.objects.get(user=vote.given_by, role=Role.BOARD_MEMBER).seats.all()
        assert vote.as_deputy == bool(vote.authority)


@pytest.mark.usefixtures("_loaded_on")
def test_last_year_s_review_keeps_what_the_records_said_and_this_year_s_is_half_written() -> None:
    finished = ReviewWork.objects.get(ended_on__isnull=False)
    review = finished.review
    assert review is not None
    assert review.board is not None
    assert [block["key"] for block in review.shown["blocks"]][:2] == ["measures", "actions"]
    assert "Reopen the youth club in Station Road" in review.shown_text
    on_its_way = ReviewWork.objects.get(ended_on__isnull=True)
    assert on_its_way.effect
    assert not on_its_way.money
    assert on_its_way.due_on is not None
