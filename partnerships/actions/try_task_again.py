from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import User
from svduty.tasks.models import State, Task
from svduty.tasks.queue import try_again
from svduty.tasks.reading import words_of


@transaction.atomic
def try_task_again(task: Task, *, actor: User) -> Task:
    """Put a failed task back to the queue; whoever asked for the work still answers for it. Any other task is left as it is."""
    if task.state != State.FAILED:
        return task
    record("task.tried-again", actor=actor, partnership=None, target=task, comment=words_of(task))
    return try_again(task)
