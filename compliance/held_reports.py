"""What the top floor knows people to hold: the reports that are being made for them."""

import datetime

from django.db.models import QuerySet

from compliance.tasks import make_report
from partnerships.holdings import Of, register_holding
from partnerships.models import Partnership, User
from svduty import dates
from svduty.tasks.models import Task
from svduty.tasks.queries import open_tasks_of


def register() -> None:
    """Join the registry of holdings."""
    register_holding(
        "task.asked_by_id",
        "Reports being made",
        of=Of.PERSON,
        rows=_being_made,
        stays="They are made all the same, and stand in the history under the name of whoever asked for them.",
        label=lambda task: f"As at {dates.say_short(datetime.date.fromisoformat(task.arguments['as_at']))}",
    )


def _being_made(partnership: Partnership | None, holder: User, on: datetime.date) -> QuerySet[Task]:
    return open_tasks_of(make_report, partnership.pk if partnership else 0).filter(asked_by_id=holder.pk)
