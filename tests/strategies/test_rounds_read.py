"""Reminders, what an approval covers, and a version that is read while it is decided."""

import datetime
from typing import Any

import pytest
from django.core import mail
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from partnerships.audit.record import record
from partnerships.models import AuditEntry, Board
from strategies.models import ApprovalRound, Version, Vote
from strategies.tasks_rounds import remind_later, remind_round
from svduty.tasks.models import Task
from svduty.tasks.queue import queue
from tests.cast import Cast, day
from tests.partnerships.board_of import make_seat
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at, text_of
from tests.strategies.rounds import TODAY, all_decide, close, decide, give_account, holder, member

pytestmark = pytest.mark.usefixtures("today")


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


def test_reminders_go_by_themselves_three_days_before_and_on_the_day_and_not_otherwise(
    board: Board, asked: ApprovalRound, django_capture_on_commit_callbacks: Any, today: Any
) -> None:
    decide(board, "Borough Commander", asked, "approve")
    remind_later(asked, TODAY.date())
    waiting = Task.objects.filter(kind="round.remind")
    days = sorted(task.arguments["day"] for task in waiting)
    assert days == ["2026-12-01", "2026-12-04"]
    assert mail.outbox == []
    today.move_to(datetime.datetime(2026, 12, 1, 9, tzinfo=datetime.UTC))
    with django_capture_on_commit_callbacks(execute=True):
        for day_meant in days:
            queue(remind_round, round_pk=asked.pk, day=day_meant)
    assert len(mail.outbox) == 4
    assert AuditEntry.objects.get(event="approvalround.reminded").actor_id is None


def test_a_newer_version_or_a_changed_draft_is_not_covered_by_the_approval(
    cast: Cast, coordinator: Client, board: Board, asked: ApprovalRound, version: Version
) -> None:
    all_decide(board, asked)
    close(coordinator, asked)
    here, strategy = at("version", version.pk), version.strategy
    strategy.sections.create(position=1, heading="Purpose", text="To keep people safe.")
    assert "the approval does not cover" not in text_of(coordinator.get(here))
    strategy.sections.update(text="To keep everybody safe.")
    record("section.changed", actor=cast.coordinator, partnership=cast.ours, target=strategy.sections.get())
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
    record("version.frozen", actor=cast.coordinator, partnership=cast.ours, target=newer)
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


def test_a_round_about_an_older_version_is_named_where_a_newer_one_is_recorded_and_asked_about(
    coordinator: Client, asked: ApprovalRound, version: Version
) -> None:
    where = at("version_freeze", version.strategy_id)
    assert at("round_withdraw", asked.pk) in text_of(coordinator.get(where))
    assert at("round_withdraw", asked.pk) not in text_of(coordinator.get(at("round_open", version.pk)))
    newer = Version.objects.create(
        strategy=version.strategy, number=2, title="T", form="typed", dated=day("2026-11-24"), sections=[], sha256="1" * 64, frozen_at=TODAY
    )
    page = text_of(coordinator.get(at("round_open", newer.pk)))
    assert "Safety Board is still asked about" in page
    assert at("round_withdraw", asked.pk) in page
    assert at("round_withdraw", asked.pk) not in text_of(coordinator.get(at("version_read", newer.pk)))
    ApprovalRound.objects.update(state="withdrawn", closed_at=TODAY, closing_words="Overtaken.")
    assert "is still asked about" not in text_of(coordinator.get(where))


def test_who_holds_a_seat_is_asked_at_the_top_and_decides_at_the_foot(board: Board, asked: ApprovalRound) -> None:
    read = at("version_read", asked.strategy_version_id)
    page = text_of(member(board, "Borough Commander").get(read))
    assert "You are asked to decide:" in page
    assert "0 of 5 have answered" in page
    assert "Quorum: a quarter of all members, and the chair, who is counted besides the members." in page
    assert f"{at('round_decide', asked.pk)}?choice=send-back" in page
    decide(board, "Borough Commander", asked, "approve")
    page = text_of(member(board, "Borough Commander").get(read))
    assert "You have answered." in page
    assert "?choice=" not in page


def test_who_holds_no_seat_sees_what_is_asked_and_nothing_to_press(coordinator: Client, asked: ApprovalRound) -> None:
    page = text_of(coordinator.get(at("version_read", asked.strategy_version_id)))
    assert "Safety Board decides:" in page
    assert "?choice=" not in page


def test_a_choice_made_at_the_foot_stands_in_the_form_and_is_not_yet_recorded(board: Board, asked: ApprovalRound) -> None:
    page = member(board, "Borough Commander").get(at("round_decide", asked.pk) + "?choice=abstain").content.decode()
    assert 'value="abstain" checked' in page
    assert not Vote.objects.exists()


@pytest.mark.parametrize("route", ["round", "round_close", "version_read", "round_open", "version"])
def test_pages_ask_the_database_as_often_for_sixty_seats_as_for_four(
    board: Board, asked: ApprovalRound, version: Version, route: str, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr("strategies.panels._panels", [])
    chair = member(board, "Cabinet Member")
    address = at(route, asked.pk if route.startswith("round") and route != "round_open" else version.pk)
    decide(board, "Borough Commander", asked, "approve")
    with CaptureQueriesContext(connection) as few:
        assert chair.get(address).status_code == 200
    for number in range(56):
        seat = make_seat(board, f"Post {number}")
        person = give_account(seat)
        Vote.objects.create(round=asked, seat=seat, given_by=person, choice="abstain", sha256=version.sha256, given_at=TODAY)
    with django_assert_max_num_queries(min(len(few), 24)):
        assert chair.get(address).status_code == 200
