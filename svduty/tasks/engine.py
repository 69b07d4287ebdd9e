"""The only module that knows django-tasks: how a task is called, and which call a worker takes next.

A call carries the number of a Task and nothing else. What is true stands in the Task; a call that comes twice, or too late, finds
that there is nothing to do.
"""

import datetime
from collections.abc import Iterable, Iterator

from django.db import OperationalError
from django_tasks import TaskResultStatus, task, task_backends
from django_tasks_db import DatabaseBackend
from django_tasks_db.management.commands.db_worker import Worker as CallRunner
from django_tasks_db.models import DBTaskResult
from django_tasks_db.utils import exclusive_transaction, is_locked_database_exception

from svduty import clock
from svduty.tasks import running
from svduty.tasks.models import Task

BACKEND = "default"
# Calls are only of use until their task is over.
CALLS_KEPT = datetime.timedelta(days=1)


@task()
def call(task_pk: int) -> None:
    running.run(task_pk, wake)


def wake(waiting: Task) -> None:
    """Ask for the task to be begun when it is due. In the same transaction as the task, so that neither stands alone.

    Where calls are made at once, as in tests, nobody can wait: then it is begun now.
    """
    backend = task_backends[BACKEND]
    later = waiting.due_at > clock.now()
    if later and not backend.supports_defer:
        Task.objects.filter(pk=waiting.pk).update(due_at=clock.now())
    due = call.using(run_after=waiting.due_at) if later and backend.supports_defer else call
    called = due.enqueue(waiting.pk)
    Task.objects.filter(pk=waiting.pk).update(call=called.id)


def calls_in_queue(ids: Iterable[str]) -> set[str]:
    """Those of these calls that some worker will still take."""
    waiting = DBTaskResult.objects.filter(status=TaskResultStatus.READY, pk__in=[one for one in ids if one])
    return {str(pk) for pk in waiting.values_list("pk", flat=True)}


def queue_is_ours() -> bool:
    """Does the queue stand in our database, so that we can see what is in it?"""
    return isinstance(task_backends[BACKEND], DatabaseBackend)


def take_calls(worker: str) -> Iterator[None]:
    """Run one call after another, and yield after each, until none is due."""
    runner = CallRunner(
        queue_names=["*"],
        interval=0,
        batch=False,
        backend_name=BACKEND,
        startup_delay=False,
        max_tasks=None,
        worker_id=worker,
        excluded_queue_names=[],
    )
    while (taken := _take_call(worker)) is not None:
        runner.run_task(taken)
        yield


def _take_call(worker: str) -> DBTaskResult | None:
    due = DBTaskResult.objects.ready().filter(backend_name=BACKEND)
    # Most of the time there is none: then nobody's writing is held up.
    if not due.exists():
        return None
    try:
        with exclusive_transaction(due.db):
            taken = due.get_locked()
            if taken:
                taken.claim(worker)
            return taken
    except OperationalError as problem:
        if is_locked_database_exception(problem):
            return None
        raise


def forget_old_calls() -> None:
    """Also those that a worker took and never ended: what became of their tasks stands in the tasks."""
    over = clock.now() - CALLS_KEPT
    DBTaskResult.objects.finished().filter(finished_at__lt=over).delete()
    DBTaskResult.objects.running().filter(started_at__lt=over).delete()
