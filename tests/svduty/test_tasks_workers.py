"""Workers as they are in real life: several processes on one database, one of them killed."""

import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from pathlib import Path

import pytest

from svduty.tasks import running, worker
from svduty.tasks.models import State, Task
from svduty.tasks.queue import queue
from tests.svduty import task_samples as samples
from tests.svduty.task_samples import lines
from tests.workers import Workers, state_of, wait_for

pytestmark = pytest.mark.slow


def test_two_workers_do_thirty_tasks_each_once(workers: Workers, tmp_path: Path) -> None:
    done = tmp_path / "done"
    tasks = [queue(samples.write_a_line, path=str(done), words=str(number)) for number in range(30)]
    both = [workers.start(), workers.start()]

    def both_worked() -> bool:
        """One of them may have done all before the other has begun: there is more until each has had something to do."""
        finished = not Task.objects.exclude(state=State.DONE).exists()
        if finished and len({line.split(":")[1] for line in lines(done)}) < len(both):
            tasks.append(queue(samples.write_a_line, path=str(done), words=str(len(tasks))))
            return False
        return finished

    wait_for(both_worked)
    counted = Counter(line.split(":")[0] for line in lines(done))
    assert counted == {str(number): 1 for number in range(len(tasks))}
    assert {state_of(task) for task in tasks} == {State.DONE}
    for process in both:
        process.send_signal(signal.SIGTERM)
    assert [process.wait(20) for process in both] == [0, 0]


def test_task_of_a_killed_worker_is_done_by_another(workers: Workers, tmp_path: Path) -> None:
    began = tmp_path / "began"
    task = queue(samples.sleep_on_the_first_try, path=str(began))
    first = workers.start()
    wait_for(lambda: lines(began))
    os.kill(first.pid, signal.SIGKILL)
    first.wait()
    assert state_of(task) == State.RUNNING
    second = workers.start()
    wait_for(lambda: state_of(task) == State.DONE)
    assert task.tries == 2
    assert [int(pid) for pid in lines(began)] == [first.pid, second.pid]


def test_task_that_kills_every_worker_ends_as_failed_with_a_sentence(workers: Workers, tmp_path: Path) -> None:
    began = tmp_path / "began"
    task = queue(samples.always_sleep, path=str(began))
    for number in (1, 2):
        process = workers.start()
        wait_for(lambda number=number: len(lines(began)) == number)
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    workers.start()
    wait_for(lambda: state_of(task) == State.FAILED)
    assert task.reason.startswith("Each time this was tried, the program that was doing it stopped")


def test_long_work_is_not_taken_from_a_worker_that_lives(workers: Workers, tmp_path: Path) -> None:
    began = tmp_path / "began"
    task = queue(samples.always_sleep, path=str(began))
    workers.start(lease=1)
    workers.start(lease=1)
    wait_for(lambda: lines(began))
    threading.Event().wait(3)
    assert (state_of(task), task.tries, len(lines(began))) == (State.RUNNING, 1, 1)


def test_worker_told_to_stop_ends_its_task_first(workers: Workers, tmp_path: Path) -> None:
    done = tmp_path / "done"
    task, waiting = (queue(samples.take_a_while, path=str(done)) for _ in range(2))
    process = workers.start()
    wait_for(lambda: lines(done))
    process.send_signal(signal.SIGTERM)
    assert process.wait(20) == 0
    assert (state_of(task), state_of(waiting)) == (State.DONE, State.WAITING)
    assert lines(done) == ["began", "ended"]


def test_worker_may_end_when_nothing_is_due(workers: Workers, tmp_path: Path) -> None:
    task = queue(samples.write_a_line, path=str(tmp_path / "done"), words="x")
    assert workers.start("--until-empty").wait(30) == 0
    assert state_of(task) == State.DONE


def test_worker_beside_the_server_is_nudged_by_what_is_asked_for(workers: Workers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "POLL_SECONDS", 30)
    monkeypatch.setattr(running, "BEAT_SECONDS", 0.1)
    stop = threading.Event()
    thread = threading.Thread(target=worker.work, args=[stop])
    thread.start()
    try:
        done = tmp_path / "done"
        wait_for(lambda: worker._nudged.is_set() is False)
        queue(samples.write_a_line, path=str(done), words="x")
        wait_for(lambda: lines(done), seconds=10)
    finally:
        stop.set()
        worker.nudge()
        thread.join(20)
    assert not thread.is_alive()


FORKING = """
import io, os, sys, threading
from wsgiref.util import setup_testing_defaults
from svduty.wsgi import application
def working():
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("tasks-")]
assert working() == [], f"loaded: {working()}"
def ask():
    asked = {"HTTP_HOST": "127.0.0.1", "PATH_INFO": "/livez"}
    setup_testing_defaults(asked)
    b"".join(application(asked, lambda *answer: None))
ask()
assert "tasks-worker" in working(), "the first request of the process that loaded it"
child = os.fork()
if not child:
    ask()
    os._exit(0 if "tasks-worker" in working() else 1)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


def test_worker_beside_the_server_begins_with_the_requests_of_each_process_and_is_not_forked(tmp_path: Path) -> None:
    """A server that loads us and forks afterwards, as gunicorn --preload does, must not take an open SQLite along."""
    told = {"DEBUG": "true", "EMBEDDED_WORKER": "true", "DATABASE_URL": f"sqlite:///{tmp_path / 'empty.sqlite3'}"}
    told |= {"DJANGO_SETTINGS_MODULE": "svduty.settings", "LOG_LEVEL": "CRITICAL"}
    ended = subprocess.run([sys.executable, "-c", FORKING], env={**os.environ, **told}, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
