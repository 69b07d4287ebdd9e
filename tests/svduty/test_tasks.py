"""Asking for work, and what becomes of it."""

import datetime
import re
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django_tasks_db.models import DBTaskResult

from svduty import clock
from svduty.tasks import engine, queries, reaper, running
from svduty.tasks.kinds import KINDS, Kind, task
from svduty.tasks.models import State, Task
from svduty.tasks.queue import queue, try_again
from svduty.tasks.running import LostRun, Run
from tests.svduty import task_samples as samples
from tests.svduty.task_samples import lines
from tests.workers import QUEUE

pytestmark = pytest.mark.django_db
NOON = datetime.datetime(2026, 1, 15, 12, tzinfo=datetime.UTC)


@pytest.fixture
def kept_in(tmp_path: Path) -> Path:
    return tmp_path / "lines"


@pytest.fixture
def queued(settings: Any) -> None:
    """Work waits for a worker, and none is there."""
    settings.TASKS = QUEUE


def make(kind: Kind, **changes: Any) -> Task:
    fields = {"kind": kind.name, "asked_at": clock.now(), "due_at": clock.now()} | changes
    return Task.objects.create(**fields)


def test_work_is_done_and_what_it_came_to_is_kept(kept_in: Path) -> None:
    task = queue(samples.write_a_line, path=str(kept_in), words="hello")
    assert (task.state, task.outcome, task.tries, task.reason) == (State.DONE, {"words": "hello"}, 1, "")
    assert len(lines(kept_in)) == 1


def test_work_that_fails_is_tried_again_until_it_succeeds(kept_in: Path) -> None:
    task = queue(samples.fail_until_the_third_try, path=str(kept_in))
    assert (task.state, task.tries, task.reason) == (State.DONE, 3, "")
    assert lines(kept_in) == ["tried"] * 3


def test_work_that_cannot_get_better_is_not_tried_again_and_says_why(kept_in: Path) -> None:
    task = queue(samples.hopeless, path=str(kept_in))
    assert (task.state, task.tries, task.reason) == (State.FAILED, 1, "This will not get better.")


def test_failure_is_logged_whole_and_told_without_internals(caplog: pytest.LogCaptureFixture) -> None:
    task = queue(samples.broken)
    assert (task.state, task.tries) == (State.FAILED, 2)
    assert "internals" not in task.reason
    assert f"task {task.pk}" in task.reason
    assert f"Task {task.pk} (sample.broken) failed for good, try 2 of 2" in caplog.text
    assert "RuntimeError: internals" in caplog.text


def test_next_try_waits_as_long_as_its_kind_says(queued: None, kept_in: Path) -> None:
    waits = Kind("sample.waits", "", samples.broken.work, 4, (5, 60), (), ())
    assert [waits.wait_after(tries).seconds for tries in (1, 2, 3)] == [5, 60, 60]
    with time_machine.travel(NOON, tick=False) as time:
        task = queue(samples.fail_until_the_third_try, path=str(kept_in))
        KINDS["sample.hiccup"] = Kind("sample.hiccup", "", samples.fail_until_the_third_try.work, 3, (5, 60), (samples.Hiccup,), ())
        try:
            engine.call.func(task.pk)
            task.refresh_from_db()
            assert (task.state, task.due_at, task.reason) == (State.WAITING, NOON + datetime.timedelta(seconds=5), "That was try 1.")
            assert DBTaskResult.objects.get(pk=task.call).run_after == task.due_at
            engine.call.func(task.pk)
            assert lines(kept_in) == ["tried"], "it was begun before it was due"
            time.shift(6)
            engine.call.func(task.pk)
            assert lines(kept_in) == ["tried"] * 2
        finally:
            KINDS["sample.hiccup"] = samples.fail_until_the_third_try


def test_same_work_asked_for_twice_at_once_is_one_task(queued: None, kept_in: Path) -> None:
    first, second = (queue(samples.write_a_line, key="a", path=str(kept_in), words="x") for _ in range(2))
    other = queue(samples.write_a_line, key="b", path=str(kept_in), words="x")
    assert first.pk == second.pk != other.pk
    assert DBTaskResult.objects.count() == 2


def test_two_requests_in_the_same_moment_end_with_one_task(queued: None, kept_in: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = queue(samples.write_a_line, key="a", path=str(kept_in), words="x")
    found = iter([None, first])
    monkeypatch.setattr(queries, "open_task", lambda kind, key: next(found))
    assert queue(samples.write_a_line, key="a", path=str(kept_in), words="x").pk == first.pk
    assert Task.objects.count() == 1


def test_same_work_may_be_asked_for_once_the_first_is_over(kept_in: Path) -> None:
    first, second = (queue(samples.write_a_line, key="a", path=str(kept_in), words="x") for _ in range(2))
    assert first.pk != second.pk


def test_task_and_its_call_are_kept_together_or_not_at_all(queued: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(task: Task) -> None:
        raise IntegrityError("no")

    monkeypatch.setattr(engine, "wake", breaks)
    with pytest.raises(IntegrityError), transaction.atomic():
        queue(samples.broken)
    assert not Task.objects.exists()


def test_call_carries_a_number_and_nothing_else(queued: None) -> None:
    task = queue(samples.write_a_line, partnership_id=7, path="/dev/null", words="signed off by the board")
    assert DBTaskResult.objects.get().args_kwargs == {"args": [task.pk], "kwargs": {}}


def test_call_that_comes_twice_does_the_work_once(queued: None, kept_in: Path) -> None:
    task = queue(samples.write_a_line, path=str(kept_in), words="x")
    for _ in range(3):
        engine.call.func(task.pk)
    assert len(lines(kept_in)) == 1


def test_run_that_lost_its_task_keeps_nothing() -> None:
    task = make(samples.broken)
    running._take(task.pk)
    lost = Run(Task.objects.get(pk=task.pk))
    Task.objects.filter(pk=task.pk).update(lease="another")
    with pytest.raises(LostRun):
        lost.finish({"kept": True})
    task.refresh_from_db()
    assert (task.state, task.outcome) == (State.RUNNING, None)


def test_work_that_was_kept_stays_kept_whatever_happens_after(kept_in: Path) -> None:
    task = queue(samples.finish_and_break, path=str(kept_in))
    assert (task.state, task.outcome, task.tries) == (State.DONE, {"kept": True}, 1)


def test_task_of_a_dead_worker_is_taken_back_and_called_again(queued: None, kept_in: Path) -> None:
    with time_machine.travel(NOON, tick=False) as time:
        task = queue(samples.write_a_line, path=str(kept_in), words="x")
        running._take(task.pk)
        DBTaskResult.objects.all().delete()
        reaper.reap()
        assert Task.objects.get().state == State.RUNNING, "it was taken from a worker that lives"
        time.shift(running.LEASE_SECONDS + 1)
        reaper.reap()
        reaper.reap()
        task.refresh_from_db()
        assert (task.state, task.tries, task.reason) == (State.WAITING, 1, reaper.STOPPED)
        assert engine.calls_in_queue([task.call]) == {task.call}
        assert DBTaskResult.objects.count() == 1
        engine.call.func(task.pk)
        task.refresh_from_db()
        assert (task.state, task.tries) == (State.DONE, 2)


def test_worker_that_speaks_up_while_it_is_taken_for_dead_keeps_its_task() -> None:
    with time_machine.travel(NOON, tick=False) as time:
        task = make(samples.broken)
        running._take(task.pk)
        Task.objects.update(worker="w")
        time.shift(running.LEASE_SECONDS + 1)
        seen = Task.objects.get(pk=task.pk)
        reaper.beat("w")
        reaper._take_back(seen)
        task.refresh_from_db()
        assert task.state == State.RUNNING


def test_task_whose_workers_always_die_ends_as_failed(queued: None, kept_in: Path, caplog: pytest.LogCaptureFixture) -> None:
    task = make(samples.sleep_on_the_first_try, tries=2, state=State.RUNNING, lease="x", leased_until=NOON)
    reaper.reap()
    task.refresh_from_db()
    assert (task.state, task.reason) == (State.FAILED, reaper.STOPPED_FOR_GOOD)
    assert "was left by its worker" in caplog.text


def test_beat_keeps_a_try_alive_but_not_for_ever(queued: None) -> None:
    with time_machine.travel(NOON, tick=False) as time:
        task = make(samples.broken)
        running._take(task.pk)
        Task.objects.update(worker="w")
        time.shift(running.LEASE_SECONDS - 1)
        reaper.beat("w")
        task.refresh_from_db()
        assert task.leased_until == clock.now() + datetime.timedelta(seconds=running.LEASE_SECONDS)
        time.shift(running.LONGEST_SECONDS)
        reaper.beat("w")
        reaper.reap()
        task.refresh_from_db()
        assert task.state == State.WAITING


def test_task_whose_call_was_lost_is_called_again_once(queued: None) -> None:
    with time_machine.travel(NOON, tick=False) as time:
        queue(samples.broken)
        reaper.reap()
        assert DBTaskResult.objects.count() == 1
        DBTaskResult.objects.all().delete()
        time.shift(60)
        reaper.reap()
        reaper.reap()
        assert DBTaskResult.objects.count() == 1


def test_failed_task_may_be_tried_again_with_all_its_tries() -> None:
    task = queue(samples.broken)
    again = try_again(task)
    assert (again.pk, again.state, again.tries) == (task.pk, State.FAILED, 2)
    assert DBTaskResult.objects.count() == 0


def test_trying_again_what_was_asked_for_anew_leads_to_the_open_one(queued: None) -> None:
    failed = make(samples.broken, key="a", state=State.FAILED)
    anew = queue(samples.broken, key="a")
    assert try_again(failed).pk == anew.pk
    failed.refresh_from_db()
    assert failed.state == State.FAILED


def test_trying_again_twice_asks_for_one_try(queued: None) -> None:
    failed = make(samples.broken, state=State.FAILED)
    try_again(failed)
    try_again(Task.objects.get(pk=failed.pk))
    assert DBTaskResult.objects.count() == 1


def test_task_of_a_kind_that_is_not_known_fails_with_a_sentence() -> None:
    task = make(samples.broken)
    Task.objects.update(kind="sample.gone")
    engine.call.func(task.pk)
    task.refresh_from_db()
    assert (task.state, task.reason) == (State.FAILED, running.UNKNOWN)


def test_two_kinds_may_not_share_a_name() -> None:
    def elsewhere(run: Run) -> None: ...

    elsewhere.__module__ = "elsewhere"
    with pytest.raises(ValueError, match=r"sample\.broken"):
        task("sample.broken", "Another")(elsewhere)


def test_what_is_long_over_is_forgotten() -> None:
    with time_machine.travel(NOON, tick=False):
        old, young = (queue(samples.write_a_line, path="/dev/null", words="x") for _ in range(2))
        Task.objects.filter(pk=old.pk).update(finished_at=NOON - datetime.timedelta(days=91))
        waiting = make(samples.broken, asked_at=NOON - datetime.timedelta(days=365))
        reaper.tidy()
    assert set(Task.objects.values_list("pk", flat=True)) == {young.pk, waiting.pk}


def test_list_begins_with_what_needs_somebody() -> None:
    for state in (State.DONE, State.WAITING, State.FAILED, State.RUNNING):
        make(samples.broken, state=state)
    assert [one.state for one in queries.all_tasks()] == [State.FAILED, State.RUNNING, State.WAITING, State.DONE]


def test_only_one_module_knows_the_library() -> None:
    root = Path(__file__).parents[2]
    paths = [path for floor in ("svduty", "partnerships", "strategies", "compliance") for path in (root / floor).rglob("*.py")]
    knows = [str(path.relative_to(root)) for path in paths if re.search(r"(?m)^\s*(?:from|import) django_tasks", path.read_text())]
    assert knows == ["svduty/tasks/engine.py"]
