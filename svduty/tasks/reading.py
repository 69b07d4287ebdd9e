"""A task in words, for whoever looks after the service."""

import dataclasses
import datetime

from svduty.tasks.kinds import KINDS
from svduty.tasks.models import State, Task

# Worth a look: longer than a worker that lives lets anything wait.
LATE = datetime.timedelta(minutes=2)


@dataclasses.dataclass(frozen=True)
class TaskInWords:
    """`since`: when it came to stand as it does. `of`: for which partnership, by name."""

    task: Task
    words: str
    of: str
    since: datetime.datetime
    may_be_tried_again: bool


def words_of(task: Task) -> str:
    """What is done; for a kind that is gone, the name it had."""
    return KINDS[task.kind].words if task.kind in KINDS else task.kind


def in_words(tasks: list[Task], names: dict[int, str]) -> list[TaskInWords]:
    """`names`: partnership -> its name."""
    return [
        TaskInWords(one, words_of(one), names.get(one.partnership_id or 0, ""), _since(one), one.state == State.FAILED) for one in tasks
    ]


def _since(task: Task) -> datetime.datetime:
    if task.state == State.RUNNING:
        return task.begun_at or task.asked_at
    if task.state == State.WAITING:
        return task.asked_at
    return task.finished_at or task.asked_at
