"""Administrators see how work in the background stands, and of partnerships nothing but their names."""

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from partnerships.models import AuditEntry
from partnerships.models.person import Role
from svduty import clock
from svduty.tasks.models import State, Task
from tests.cast import Cast
from tests.compliance.pages import signed_in, text_of
from tests.svduty import task_samples as samples

PAGE = reverse("installation_tasks")


@pytest.fixture
def administrator(cast: Cast) -> Client:
    return signed_in(cast.people[Role.ADMINISTRATOR])


def make(cast: Cast, state: State = State.FAILED, **changes: object) -> Task:
    now = clock.now()
    fields = {"kind": samples.broken.name, "partnership_id": cast.ours.pk, "asked_at": now, "due_at": now, "finished_at": now, "tries": 3}
    return Task.objects.create(**fields | {"state": state} | changes)


def test_list_says_what_for_whom_how_often_and_why_it_failed(cast: Cast, administrator: Client) -> None:
    make(cast, reason="The program stopped.", arguments={"signed_off_by": "Quillfeather"})
    page = text_of(administrator.get(PAGE))
    for words in ("Break with internals", cast.ours.name, "Failed", "The program stopped.", "3", "Try again"):
        assert words in page
    assert "Quillfeather" not in page


def test_only_a_failed_task_offers_to_be_tried_again(cast: Cast, administrator: Client) -> None:
    for state in (State.WAITING, State.RUNNING, State.DONE):
        make(cast, state)
    page = text_of(administrator.get(PAGE))
    assert all(word in page for word in ("Waiting", "Running", "Finished"))
    assert "Try again" not in page


def test_failed_task_is_put_back_and_that_is_recorded(cast: Cast, administrator: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    task = make(cast, kind=samples.write_a_line.name, arguments={"path": "/dev/null", "words": "x"})
    answer = administrator.post(reverse("installation_task_again", args=[task.pk]), follow=True)
    task.refresh_from_db()
    assert (task.state, task.tries) == (State.DONE, 1)
    assert f"Task {task.pk} was put back to the queue." in text_of(answer)
    entry = AuditEntry.objects.get()
    assert (entry.event, entry.partnership, entry.comment) == ("task.tried-again", None, "Write a line")


def test_finished_task_is_not_done_again(cast: Cast, administrator: Client) -> None:
    task = make(cast, State.DONE, outcome={"number": 1})
    administrator.post(reverse("installation_task_again", args=[task.pk]))
    task.refresh_from_db()
    assert (task.state, task.tries, task.outcome) == (State.DONE, 3, {"number": 1})
    assert not AuditEntry.objects.exists()


def test_task_that_nobody_begins_is_pointed_out(cast: Cast, administrator: Client) -> None:
    task = make(cast, State.WAITING)
    assert "manage.py run_tasks" not in text_of(administrator.get(PAGE))
    Task.objects.filter(pk=task.pk).update(due_at=clock.now() - datetime.timedelta(minutes=10))
    assert "manage.py run_tasks" in text_of(administrator.get(PAGE))


def test_empty_list_says_what_belongs_there(administrator: Client) -> None:
    assert "What the service does in the background" in text_of(administrator.get(PAGE))


@pytest.mark.parametrize("number", [1, 30])
def test_list_takes_the_same_queries_however_long_it_is(
    cast: Cast, administrator: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for _ in range(number):
        make(cast)
    with django_assert_num_queries(7):
        administrator.get(PAGE)
