"""Real workers, in processes of their own on the tests' database."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from django.db import connection

from svduty.tasks.models import State, Task

ROOT = Path(__file__).parents[1]
QUEUE = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# The test's own kinds are made known, and time runs faster: a worker counts as dead after `lease` seconds.
PROGRAM = """
import sys, django
django.setup()
import tests.svduty.task_samples
from django.core.management import call_command
from svduty.tasks import running, worker
running.LEASE_SECONDS, running.BEAT_SECONDS, worker.POLL_SECONDS = float(sys.argv[1]), 0.2, 0.1
call_command("run_tasks", *sys.argv[2:])
"""


class Workers:
    """Starts workers and, when the test is over, ends those it started."""

    def __init__(self) -> None:
        self.started: list[subprocess.Popen[bytes]] = []

    def start(self, *flags: str, lease: float = 1.5) -> "subprocess.Popen[bytes]":
        environment = os.environ | {"DJANGO_SETTINGS_MODULE": "tests.worker_settings", "DATABASE_URL": address_of_database()}
        worker = subprocess.Popen([sys.executable, "-c", PROGRAM, str(lease), *flags], cwd=ROOT, env=environment)
        self.started.append(worker)
        return worker

    def end(self) -> None:
        for worker in self.started:
            worker.kill()
            worker.wait()


def address_of_database() -> str:
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    return f"postgres://{told['USER']}:{told['PASSWORD']}@{told['HOST']}:{told['PORT']}/{told['NAME']}"


def wait_for(what: Callable[[], object], seconds: float = 60) -> None:
    """Until `what()` is true. Fails when it never is."""
    give_up = time.monotonic() + seconds
    while not what():
        if time.monotonic() > give_up:
            raise AssertionError(f"Not within {seconds} s. Tasks: {list(Task.objects.values('pk', 'state', 'tries', 'reason'))}")
        time.sleep(0.05)


def state_of(task: Task) -> State:
    task.refresh_from_db()
    return State(task.state)
