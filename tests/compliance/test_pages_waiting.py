"""The overview of somebody who sits on a board: what waits for their own answer."""

import datetime
from collections.abc import Callable

import pytest
from django.core.cache import cache
from django.test import Client

from partnerships.models import Seat, User
from strategies.models import ApprovalRound, Comment, Version, Vote
from svduty import clock
from svduty.vague_dates import VagueDate
from tests.cast import Cast, make_version
from tests.compliance.pages import at, signed_in, text_of
from tests.strategies.commented import comment_on
from tests.strategies.helpers import make_approval, make_publication
from tests.strategies.rounds import holder, make_round, member, seated_board

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _before_the_day(time_machine) -> None:
    time_machine.move_to("2026-11-30 09:00")


@pytest.fixture
def version(cast: Cast) -> Version:
    return make_version(cast.ours, cast.area)


def overview_of(client: Client, **query: str) -> str:
    return text_of(client.get(at("overview", **query)))


def vote(asked: ApprovalRound, post: str, by: User) -> Vote:
    seat = Seat.objects.get(board=asked.board, post=post)
    given = {"choice": "approve", "sha256": asked.strategy_version.sha256, "given_at": clock.now()}
    return Vote.objects.create(round=asked, seat=seat, given_by=by, **given)


def test_a_member_sees_first_what_waits_for_their_decision_and_no_more_once_they_have_given_it(cast: Cast, version: Version) -> None:
    board = seated_board(cast.ours)
    asked = make_round(board, version)
    vote(asked, "Station Manager", holder(board, "Station Manager"))
    commander = member(board, "Borough Commander")
    response = commander.get(at("overview"))
    waiting = (
        f"1 Waiting for you Decide on version 1 of {version.title} Safety Board, 1 of 5 so far; answer by 4 December 2026 Read and decide"
    )
    assert waiting in text_of(response)
    assert at("version_read", version.pk) in response.content.decode()
    assert "Waiting for you" not in overview_of(member(board, "Station Manager"))
    assert "Waiting for you" not in overview_of(signed_in(cast.coordinator))
    vote(asked, "Borough Commander", holder(board, "Borough Commander"))
    cache.clear()
    assert "Waiting for you" not in overview_of(commander)


def test_a_board_that_is_asked_for_comments_is_asked_to_comment(cast: Cast, version: Version) -> None:
    board = seated_board(cast.ours)
    make_round(board, version, part="comments")
    assert f"Comment on version 1 of {version.title}" in overview_of(member(board, "Borough Commander"))


def test_nothing_waits_in_a_round_that_is_over_or_of_a_withdrawn_strategy_or_for_a_seat_that_ended(cast: Cast, version: Version) -> None:
    board = seated_board(cast.ours)
    asked = make_round(board, version)
    commander = member(board, "Borough Commander")
    assert "Waiting for you" in overview_of(commander)
    Seat.objects.filter(post="Borough Commander").update(ends=VagueDate.of(datetime.date(2026, 11, 29)))
    cache.clear()
    assert "Waiting for you" not in overview_of(commander)
    director = member(board, "Director of Public Health")
    version.strategy.withdrawn_on, version.strategy.withdrawn_reason = clock.today(), "Entered twice"
    version.strategy.save()
    cache.clear()
    assert "Waiting for you" not in overview_of(director)
    version.strategy.withdrawn_on = None
    version.strategy.save()
    ApprovalRound.objects.filter(pk=asked.pk).update(state="closed", closed_at=clock.now(), outcome="not-decided")
    cache.clear()
    assert "Waiting for you" not in overview_of(director)


def newer(version: Version) -> Version:
    sealed = {"sha256": "1" * 64, "frozen_at": clock.now()}
    return Version.objects.create(
        strategy=version.strategy, number=2, title=version.title, form="typed", dated=VagueDate.of(clock.today()), **sealed
    )


def test_a_round_about_an_older_version_waits_last_and_says_what_overtook_it(cast: Cast, version: Version) -> None:
    board = seated_board(cast.ours)
    make_round(board, version)
    commander = member(board, "Borough Commander")
    newer(version)
    rows = commander.get(at("overview")).context["todo"]
    assert [row["when"] for row in rows].index("Overtaken") == len(rows) - 1 > 0
    assert rows[-1]["where"].endswith("overtaken by version 2")
    assert "Waiting for you" not in [row["when"] for row in rows]


def leading_of(cast: Cast, by: str = "coordinator") -> list[tuple[str, str]]:
    """What and where to, of the lines that are no duty's."""
    cache.clear()
    rows = signed_in(cast.people[by]).get(at("overview")).context["todo"]
    return [(row["what"], row["url"]) for row in rows if not row.get("what_url")]


def test_a_coordinator_is_led_from_comments_to_rounds_to_publishing(cast: Cast, version: Version, time_machine) -> None:
    assert leading_of(cast) == []
    comment_on(version, cast.viewer)
    told = comment_on(version, cast.viewer)
    asked = make_round(seated_board(cast.ours), version)
    comments = ("Answer 2 comments", at("comments", version.strategy_id) + "?state=open")
    assert leading_of(cast) == [comments]
    assert leading_of(cast, "viewer") == []
    Comment.objects.filter(pk=told.pk).update(
        answer="accepted", answer_reason="So done.", answered_at=clock.now(), answered_by=cast.coordinator
    )
    time_machine.move_to("2026-12-05 09:00")
    assert leading_of(cast) == [
        ("Answer 1 comment", at("comments", version.strategy_id) + "?state=open"),
        ("Close the round of Safety Board", at("round_close", asked.pk)),
    ]
    Comment.objects.all().delete()
    time_machine.move_to("2026-11-30 09:00")
    for seat in asked.board.seats.all():
        vote(asked, seat.post, holder(asked.board, seat.post))
    assert leading_of(cast) == [("Close the round of Safety Board", at("round_close", asked.pk))]
    second = newer(version)
    assert leading_of(cast) == [("Withdraw the round of Safety Board", at("round_withdraw", asked.pk))]
    ApprovalRound.objects.update(state="withdrawn", closed_at=clock.now(), closing_words="Overtaken.")
    make_approval(second, on="2026-11-29")
    assert leading_of(cast) == [("Publish version 2", at("version_publish", second.pk))]
    make_publication(second, on="2026-11-30")
    assert leading_of(cast) == []


def test_as_at_another_day_nothing_waits(cast: Cast, version: Version) -> None:
    board = seated_board(cast.ours)
    make_round(board, version)
    assert "Waiting for you" not in overview_of(member(board, "Borough Commander"), as_at="29 11 2026")


def test_what_waits_takes_one_more_query_however_many_rounds_there_are(
    cast: Cast, version: Version, django_assert_num_queries: Callable
) -> None:
    board = seated_board(cast.ours)
    commander = member(board, "Borough Commander")
    for number in range(1, 4):
        another = make_version(cast.ours, cast.area, title=f"Strategy {number}")
        make_round(board, another)
        cache.clear()
        commander.get(at("overview"))
        with django_assert_num_queries(6):
            assert overview_of(commander).count("Waiting for you") == number
