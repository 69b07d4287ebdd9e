"""One try of one task, from taking it to its end."""

import contextvars
import datetime
import logging
import secrets
from collections.abc import Callable
from typing import Any

from django.db.models import F

from svduty import clock
from svduty.outage import is_outage, reason
from svduty.tasks.kinds import KINDS, Kind
from svduty.tasks.models import State, Task

# A run whose worker has not been heard of for so long is over. A worker says every BEAT seconds that it lives.
LEASE_SECONDS, BEAT_SECONDS = 45, 10
# However lively its worker, no try lasts longer.
LONGEST_SECONDS = 1800
BROKE = "Something in the service went wrong. It is written in the log under “task {pk}”; tell the person who looks after this service."
OUTAGE = "The database did not answer in the middle of the work."
UNKNOWN = "This version of the service does not know such work. Tell the person who looks after it."

# Who runs tasks in this thread, for the beat to find them by.
worker_here: contextvars.ContextVar[str] = contextvars.ContextVar("worker_here", default="in the request")
log = logging.getLogger(__name__)


class LostRun(Exception):
    """The task was given to another run meanwhile, so nothing of this one may be kept."""


class Run:
    """What the function of a kind is given: the task, and how to end it together with what it changes."""

    def __init__(self, task: Task) -> None:
        self.task = task

    def finish(self, outcome: dict[str, Any] | None = None) -> None:
        """Call it inside the transaction that keeps the work: then the work is kept once, however often it is tried.

        Raises LostRun when the task has passed to another run; let it out, so that the transaction is taken back.
        """
        self._end(state=State.DONE, finished_at=clock.now(), outcome=outcome, reason="")

    @property
    def finished(self) -> bool:
        """As the database has it: what a transaction took back was not finished."""
        return Task.objects.filter(pk=self.task.pk, state=State.DONE).exists()

    def _end(self, **changes: Any) -> None:
        mine = Task.objects.filter(pk=self.task.pk, state=State.RUNNING, lease=self.task.lease)
        if not mine.update(lease="", leased_until=None, **changes):
            raise LostRun

    def again(self, why: str, wait: datetime.timedelta) -> None:
        self._end(state=State.WAITING, due_at=clock.now() + wait, reason=why)

    def fail(self, why: str) -> None:
        self._end(state=State.FAILED, finished_at=clock.now(), reason=why)


def run(pk: int, wake: Callable[[Task], None]) -> None:
    """Try the task once, if it waits and is due; with `wake` ask for its next try. Whatever the work raises ends here."""
    task = _take(pk)
    if task is None:
        return
    this = Run(task)
    try:
        _try(this)
    except LostRun:
        log.warning("Task %d passed to another run; what this one did is not kept", pk)
        return
    task.refresh_from_db()
    if task.state == State.WAITING:
        wake(task)


def _take(pk: int) -> Task | None:
    """One statement, so that of many workers one gets it."""
    now = clock.now()
    lease = secrets.token_hex(16)
    taken = Task.objects.filter(pk=pk, state=State.WAITING, due_at__lte=now).update(
        state=State.RUNNING,
        begun_at=now,
        tries=F("tries") + 1,
        worker=worker_here.get(),
        lease=lease,
        leased_until=now + datetime.timedelta(seconds=LEASE_SECONDS),
    )
    return Task.objects.get(pk=pk) if taken else None


def _try(this: Run) -> None:
    task = this.task
    kind = KINDS.get(task.kind)
    if kind is None:
        log.error("Task %d is of the unknown kind %s", task.pk, task.kind)
        this.fail(UNKNOWN)
        return
    try:
        outcome = kind.work(this, **task.arguments)
        if not this.finished:
            this.finish(outcome)
    except LostRun:
        raise
    except Exception as failure:
        _failed(this, kind, failure)


def _failed(this: Run, kind: Kind, failure: Exception) -> None:
    task = this.task
    if this.finished:
        # It is kept; only what came after went wrong.
        log.exception("Task %d (%s) was done, and then raised", task.pk, kind.name)
        return
    why = _sentence(task, kind, failure)
    if task.tries >= kind.tries or isinstance(failure, kind.never_again):
        log.exception("Task %d (%s) failed for good, try %d of %d", task.pk, kind.name, task.tries, kind.tries)
        this.fail(why)
    else:
        log.warning("Task %d (%s) failed, try %d of %d: %s", task.pk, kind.name, task.tries, kind.tries, reason(failure))
        this.again(why, kind.wait_after(task.tries))


def _sentence(task: Task, kind: Kind, failure: Exception) -> str:
    if isinstance(failure, kind.says):
        return str(failure)[:600]
    return OUTAGE if is_outage(failure) else BROKE.format(pk=task.pk)
