"""A yearly review opens by itself ninety days before it is due, once, and coordinators are told once."""

import datetime

import pytest
import time_machine
from django.core.cache import cache
from django.db import IntegrityError, transaction

from compliance.tasks_reviews import open_reviews
from partnerships.models import AuditEntry, Mail, Partnership
from strategies.actions.open_review import open_review
from strategies.models import ReviewWork
from svduty.tasks.daily import DAILY, ask_for_todays
from svduty.tasks.models import Task
from svduty.tasks.queue import queue
from tests.cast import Cast
from tests.compliance.pages import at, published, signed_in, text_of
from tests.strategies.helpers import make_review


def look(day: str, hour: str = "12:00") -> None:
    with time_machine.travel(f"{day} {hour}:00+00:00", tick=False):
        queue(open_reviews)


@pytest.mark.parametrize(
    ("out", "opens", "due"),
    [
        ("2024-01-31", "2024-11-02", "2025-01-31"),
        # Published on a leap day: due on 28 February, ninety days after 30 November.
        ("2024-02-29", "2024-11-30", "2025-02-28"),
        # The ninety days hold a leap day.
        ("2023-03-30", "2023-12-31", "2024-03-30"),
    ],
)
def test_it_opens_on_the_ninetieth_day_before_it_is_due_and_not_on_the_day_before(cast: Cast, out: str, opens: str, due: str) -> None:
    published(cast, on=out)
    first = datetime.date.fromisoformat(opens)
    assert (datetime.date.fromisoformat(due) - first).days == 90
    look((first - datetime.timedelta(days=1)).isoformat())
    assert not ReviewWork.objects.exists()
    look(opens)
    work = ReviewWork.objects.get()
    assert (work.opened_on, work.due_on) == (first, datetime.date.fromisoformat(due))


def test_it_opens_once_however_often_it_is_looked_and_coordinators_are_mailed_once(cast: Cast) -> None:
    published(cast, on="2024-01-31")
    for day in ("2024-11-02", "2024-11-02", "2024-11-03", "2025-03-01"):
        look(day)
    work = ReviewWork.objects.get()
    mail = Mail.objects.get()
    assert (mail.to_user, mail.kind) == (cast.coordinator, "review-opened")
    assert at("reviewwork", work.pk) in mail.text
    assert "31 January 2025 (Friday)" in mail.text
    assert [entry.event for entry in AuditEntry.objects.filter(target_kind="reviewwork")] == ["reviewwork.added"]


def test_one_that_was_cancelled_does_not_come_back_before_the_next_year(cast: Cast) -> None:
    strategy = published(cast, on="2024-01-31").strategy
    look("2024-11-02")
    with time_machine.travel("2024-11-05 12:00:00+00:00", tick=False):
        signed_in(cast.coordinator).post(at("reviewwork_cancel", ReviewWork.objects.get().pk), {"reason": "Held elsewhere."})
    look("2024-12-01")
    assert ReviewWork.objects.count() == 1
    make_review(strategy, on="2025-01-20")
    cache.clear()
    look("2025-10-22")
    assert [work.due_on for work in ReviewWork.objects.order_by("pk")] == [datetime.date(2025, 1, 31), datetime.date(2026, 1, 20)]


def test_nothing_opens_where_the_records_have_ended(cast: Cast) -> None:
    published(cast, on="2024-01-31")
    Partnership.objects.filter(pk=cast.ours.pk).update(records_to=datetime.date(2025, 6, 30))
    look("2025-01-15")
    assert not ReviewWork.objects.exists()


def test_a_day_s_work_is_asked_for_once_a_day_by_whoever_looks_first(cast: Cast) -> None:
    assert open_reviews in DAILY
    for moment in ("2024-11-02 08:00:00+00:00", "2024-11-02 23:30:00+00:00", "2024-11-03 00:10:00+00:00"):
        with time_machine.travel(moment, tick=False):
            ask_for_todays()
    keys = [task.key for task in Task.objects.filter(kind="reviews.open")]
    assert keys == ["daily/2024-11-02", "daily/2024-11-03"]


def test_a_coordinator_opens_one_earlier_and_pressing_twice_opens_one(cast: Cast) -> None:
    strategy = published(cast, on="2024-01-31").strategy
    client = signed_in(cast.coordinator)
    with time_machine.travel("2024-06-01 12:00:00+00:00", tick=False):
        for _ in range(2):
            page = client.post(at("reviewwork_open", strategy.pk), follow=True)
        assert "Due by 31 January 2025 (Friday)" in text_of(page)
        assert "A review is on its way. It was opened on 1 June 2024" in text_of(client.get(at("reviews")))
    assert ReviewWork.objects.get().due_on == datetime.date(2025, 1, 31)
    assert not Mail.objects.exists()


def test_the_database_lets_no_second_one_in_where_two_workers_looked_at_once(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    strategy = published(cast, on="2024-01-31").strategy
    due = {"due_on": datetime.date(2025, 1, 31), "actor": None, "partnership": cast.ours}
    with time_machine.travel("2024-11-02 12:00:00+00:00", tick=False):
        assert open_review(strategy, on=datetime.date(2024, 11, 2), **due) is not None
        # The other looked before this one wrote.
        monkeypatch.setattr("strategies.actions.open_review.queries.on_its_way", lambda strategy: None)
        monkeypatch.setattr("strategies.actions.open_review.queries.opened_for", lambda strategy, due_on: False)
        with pytest.raises(IntegrityError), transaction.atomic():
            open_review(strategy, on=datetime.date(2024, 11, 2), **due)
    assert (ReviewWork.objects.count(), Mail.objects.count()) == (1, 1)


def test_it_opens_again_where_the_review_it_became_was_withdrawn(cast: Cast) -> None:
    strategy = published(cast, on="2024-01-31").strategy
    look("2024-11-02")
    with time_machine.travel("2024-11-05 12:00:00+00:00", tick=False):
        data = {"held_on": "5 11 2024", "decision": "keep", "assessment_looked": "still-right", "cautions_seen": "no-findings"}
        client = signed_in(cast.coordinator)
        client.post(at("reviewwork_finish", ReviewWork.objects.get().pk), data)
        review = strategy.reviews.get()
        client.post(at("annualreview_withdraw", review.pk), {"reason": "It was another strategy.", "seen_version": review.version})
    look("2024-11-06")
    assert [bool(work.ended_on) for work in ReviewWork.objects.order_by("pk")] == [True, False]
