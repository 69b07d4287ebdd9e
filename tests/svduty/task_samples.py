"""Kinds of work for the tests of the queue. What they do stands in files, which no transaction takes back."""

import os
import time
from pathlib import Path
from typing import Any

from django.db import transaction

from svduty.tasks.kinds import task
from svduty.tasks.running import Run


class Hiccup(Exception):
    pass


class Hopeless(Exception):
    pass


def note(path: str, words: str) -> None:
    """In one write, so that lines of several processes do not mix."""
    with open(path, "ab", buffering=0) as file:
        file.write(f"{words}\n".encode())


def lines(path: Path) -> list[str]:
    return path.read_text().split() if path.exists() else []


@task("sample.note", "Write a line", tries=3, waits=(0, 0))
def write_a_line(run: Run, *, path: str, words: str) -> dict[str, Any]:
    note(path, f"{words}:{os.getpid()}")
    return {"words": words}


@task("sample.while", "Take a while")
def take_a_while(run: Run, *, path: str) -> None:
    note(path, "began")
    time.sleep(1.5)
    note(path, "ended")


@task("sample.sleep", "Sleep on the first try", tries=2, waits=(0,))
def sleep_on_the_first_try(run: Run, *, path: str) -> None:
    note(path, str(os.getpid()))
    if run.task.tries == 1:
        time.sleep(60)


@task("sample.always_sleep", "Sleep on each try", tries=2, waits=(0,))
def always_sleep(run: Run, *, path: str) -> None:
    note(path, str(os.getpid()))
    time.sleep(60)


@task("sample.hiccup", "Fail until the third try", tries=3, waits=(0, 0), says=[Hiccup])
def fail_until_the_third_try(run: Run, *, path: str) -> None:
    note(path, "tried")
    if run.task.tries < 3:
        raise Hiccup(f"That was try {run.task.tries}.")


@task("sample.hopeless", "Fail at once", tries=3, waits=(0, 0), never_again=[Hopeless])
def hopeless(run: Run, *, path: str) -> None:
    note(path, "tried")
    raise Hopeless("This will not get better.")


@task("sample.broken", "Break with internals", tries=2, waits=(0,))
def broken(run: Run) -> None:
    raise RuntimeError("internals")


@task("sample.keep", "Finish together with what is kept", tries=3, waits=(0,))
def finish_and_break(run: Run, *, path: str) -> None:
    with transaction.atomic():
        note(path, "kept")
        run.finish({"kept": True})
    raise RuntimeError("after all was kept")
