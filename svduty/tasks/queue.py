"""Asking for work."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction

from svduty import clock
from svduty.tasks import engine, queries, running
from svduty.tasks.kinds import Kind
from svduty.tasks.models import State, Task
from svduty.tasks.worker import nudge


def queue(
    kind: Kind,
    *,
    key: str = "",
    partnership_id: int | None = None,
    asked_by_id: int | None = None,
    due_at: datetime.datetime | None = None,
    **arguments: Any,
) -> Task:
    """Ask for a piece of work, now or for `due_at`. With a `key`, the same asked for again while it is open is the same task.

    `arguments` are what the kind's function takes, in JSON's types: keys, days and what was typed for this task, no records.
    """
    if key and (twin := queries.open_task(kind, key)):
        return twin
    now = clock.now()
    try:
        with transaction.atomic():
            task = Task.objects.create(
                kind=kind.name,
                key=key,
                partnership_id=partnership_id,
                asked_by_id=asked_by_id,
                arguments=arguments,
                asked_at=now,
                due_at=due_at or now,
            )
            _wake_within(task)
    except IntegrityError:
        # Somebody else asked for the same in the same moment.
        if key and (twin := queries.open_task(kind, key)):
            return twin
        raise
    return _woken(task)


def try_again(task: Task, *, asked_by_id: int | None = None) -> Task:
    """Put a failed task back to the queue with all its tries; one of the same key that is open already stands for it.

    `asked_by_id`: who now answers for it; otherwise whoever asked first.
    """
    now = clock.now()
    asked_by_id = asked_by_id or task.asked_by_id
    try:
        with transaction.atomic():
            failed = Task.objects.filter(pk=task.pk, state=State.FAILED)
            if failed.update(state=State.WAITING, tries=0, asked_at=now, due_at=now, finished_at=None, asked_by_id=asked_by_id):
                task.refresh_from_db()
                _wake_within(task)
    except IntegrityError:
        twin = queries.open_task_of(task.kind, task.key)
        if twin:
            return twin
        raise
    return _woken(task)


def hurry(task: Task) -> Task:
    """Begin a task that waits for its next try now, and not when it is due; any other is left as it is."""
    with transaction.atomic():
        if Task.objects.filter(pk=task.pk, state=State.WAITING).update(due_at=clock.now()):
            task.refresh_from_db()
            _wake_within(task)
    return _woken(task) if task.state == State.WAITING else task


def do_here(task: Task) -> None:
    """Do a task that is due in this process, once, instead of leaving it to a worker."""
    running.run(task.pk, engine.wake)


def _wake_within(task: Task) -> None:
    """Where the queue stands in our database, task and call are kept together or not at all."""
    if engine.queue_is_ours():
        engine.wake(task)


def _woken(task: Task) -> Task:
    if not engine.queue_is_ours():
        engine.wake(task)
    nudge()
    task.refresh_from_db()
    return task
