"""A worker: takes one call after another. In a process of its own, or as a thread of the server where that is enough."""

import logging
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable

from django.conf import settings
from django.db import DatabaseError, InterfaceError, close_old_connections, connections

from svduty.outage import reason
from svduty.tasks import engine, reaper, running

POLL_SECONDS = 1.0
AFTER_AN_OUTAGE_SECONDS = 5.0
TIDY_EVERY_SECONDS = 3600
# What every worker does when it begins and then each hour.
HOURLY: list[Callable[[], None]] = [reaper.tidy]
log = logging.getLogger(__name__)

_nudged = threading.Event()
_embedded_in = 0


def nudge() -> None:
    """Tell the worker of this process, if there is one, that something waits."""
    _nudged.set()


def new_name() -> str:
    return f"{socket.gethostname()[:40]}:{os.getpid()}:{secrets.token_hex(4)}"


def work(stop: threading.Event, *, until_empty: bool = False) -> None:
    """Run what is due until `stop` is set, or until nothing is due. A task begun is ended first."""
    name = new_name()
    running.worker_here.set(name)
    over = threading.Event()
    heart = threading.Thread(target=_beat, args=[name, over], name="tasks-beat", daemon=True)
    heart.start()
    log.info("Worker %s begins", name)
    try:
        while not stop.is_set():
            _guarded(lambda: _all_that_is_due(name, stop), stop)
            if until_empty:
                return
            _nudged.wait(POLL_SECONDS)
            _nudged.clear()
    finally:
        over.set()
        heart.join(2)
        connections.close_all()
        log.info("Worker %s ends", name)


def _all_that_is_due(name: str, stop: threading.Event) -> None:
    for _ in engine.take_calls(name):
        close_old_connections()
        if stop.is_set():
            return


def _beat(name: str, over: threading.Event) -> None:
    """In a thread of its own, so that it goes on while a task takes its time."""
    tidied = -float(TIDY_EVERY_SECONDS)
    while True:
        _guarded(lambda: reaper.beat(name), over)
        _guarded(reaper.reap, over)
        if time.monotonic() - tidied > TIDY_EVERY_SECONDS:
            for step in HOURLY:
                _guarded(step, over)
            tidied = time.monotonic()
        if over.wait(running.BEAT_SECONDS):
            connections.close_all()
            return


def _guarded(step: Callable[[], None], stop: threading.Event) -> None:
    """A worker outlives an outage of the database and whatever else goes wrong."""
    close_old_connections()
    try:
        step()
    except (DatabaseError, InterfaceError) as problem:
        log.warning("A worker waits, for the database does not answer: %s", reason(problem))
        stop.wait(AFTER_AN_OUTAGE_SECONDS)
    except Exception:
        log.exception("A worker met something unforeseen and goes on")
        stop.wait(AFTER_AN_OUTAGE_SECONDS)


def work_beside_the_server(**signal: object) -> None:
    """Start the worker of this process at its first request, where settings.EMBEDDED_WORKER says so. It ends with the process.

    By the process's number, for a process that was forked has this module's variables but not its threads.
    """
    global _embedded_in
    if settings.EMBEDDED_WORKER and _embedded_in != os.getpid():
        _embedded_in = os.getpid()
        threading.Thread(target=work, args=[threading.Event()], name="tasks-worker", daemon=True).start()
