"""Looking after tasks whose worker died, whose call was lost, or that are long over."""

import datetime
import logging

from django.db import transaction

from svduty import clock
from svduty.tasks import engine, running
from svduty.tasks.kinds import KINDS
from svduty.tasks.models import State, Task

STOPPED = "The program that was doing this stopped in the middle of it."
STOPPED_FOR_GOOD = (
    "Each time this was tried, the program that was doing it stopped in the middle. Try again later, and if it stops again tell the "
    "person who looks after this service."
)
CALL_WITHIN = datetime.timedelta(seconds=30)
KEPT = datetime.timedelta(days=90)
log = logging.getLogger(__name__)


def beat(worker: str) -> None:
    """Say that this worker lives, and with it the try it is at."""
    now = clock.now()
    longest = now - datetime.timedelta(seconds=running.LONGEST_SECONDS)
    until = now + datetime.timedelta(seconds=running.LEASE_SECONDS)
    Task.objects.filter(worker=worker, state=State.RUNNING, begun_at__gt=longest).update(leased_until=until)


def reap() -> None:
    """Take back what dead workers had, and call anew what nobody will call. Safe on many machines at once."""
    for task in Task.objects.filter(state=State.RUNNING, leased_until__lt=clock.now()):
        _take_back(task)
    if engine.queue_is_ours():
        for task in _uncalled():
            engine.wake(task)


def _take_back(task: Task) -> None:
    kind = KINDS.get(task.kind)
    once_more = kind is not None and task.tries < kind.tries
    now = clock.now()
    changes = (
        {"state": State.WAITING, "due_at": now, "reason": STOPPED}
        if once_more
        else {"state": State.FAILED, "finished_at": now, "reason": STOPPED_FOR_GOOD}
    )
    with transaction.atomic():
        # By its lease: if the worker still lives or another took it back, there is nothing to take.
        held = Task.objects.filter(pk=task.pk, state=State.RUNNING, lease=task.lease, leased_until__lt=now)
        if not held.update(lease="", leased_until=None, **changes):
            return
        log.error("Task %d (%s) was left by its worker, try %d; %s", task.pk, task.kind, task.tries, changes["state"])
        if once_more:
            task.refresh_from_db()
            engine.wake(task)


def _uncalled() -> list[Task]:
    late = list(Task.objects.filter(state=State.WAITING, due_at__lt=clock.now() - CALL_WITHIN))
    called = engine.calls_in_queue(task.call for task in late) if late else set()
    return [task for task in late if task.call not in called]


def tidy() -> None:
    """Forget what has been over for long."""
    engine.forget_old_calls()
    Task.objects.filter(state__in=(State.DONE, State.FAILED), finished_at__lt=clock.now() - KEPT).delete()
