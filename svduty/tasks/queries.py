"""Named reads of tasks."""

import datetime

from django.db.models import Case, IntegerField, QuerySet, Value, When

from svduty.tasks.kinds import Kind
from svduty.tasks.models import OPEN, State, Task


def open_task(kind: Kind, key: str) -> Task | None:
    """The task of that kind and key that waits or runs."""
    return open_task_of(kind.name, key)


def open_task_of(kind: str, key: str) -> Task | None:
    return Task.objects.filter(kind=kind, key=key, state__in=OPEN).first()


def ever_asked(kind: Kind, key: str) -> bool:
    """Was there a task of that kind and key, whatever became of it?"""
    return Task.objects.filter(kind=kind.name, key=key).exists()


def tasks_of(kind: Kind, partnership_id: int) -> QuerySet[Task]:
    """The tasks of that kind that one partnership asked for."""
    return Task.objects.filter(kind=kind.name, partnership_id=partnership_id)


def open_tasks_of(kind: Kind, partnership_id: int) -> QuerySet[Task]:
    return tasks_of(kind, partnership_id).filter(state__in=OPEN)


def all_tasks() -> QuerySet[Task]:
    """What failed first, then what runs and waits, then what is finished; the newest of each first."""
    order = [When(state=state, then=Value(place)) for place, state in enumerate(State)]
    return Task.objects.annotate(place=Case(*order, output_field=IntegerField())).order_by("place", "-asked_at", "-pk")


def waiting_since(before: datetime.datetime) -> Task | None:
    """The task that has been due longest without being begun, if it was due before that moment."""
    return Task.objects.filter(state=State.WAITING, due_at__lt=before).order_by("due_at").first()
