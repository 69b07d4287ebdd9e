"""What waits for a vesting day passes on it, in the background."""

import datetime

from django.db import transaction
from django.utils import timezone

from partnerships.actions.finish_succession import finish_succession
from partnerships.models import Succession
from svduty import clock
from svduty.tasks.kinds import task
from svduty.tasks.queue import queue
from svduty.tasks.running import Run


@task("succession.finish", "Pass on what waits for a vesting day", tries=10, waits=(60, 3600, 86400))
def finish(run: Run, *, succession_pk: int) -> None:
    with transaction.atomic():
        finish_succession(Succession.objects.get(pk=succession_pk), on=clock.today())
        run.finish()


def finish_on_the_day(succession: Succession) -> None:
    """Ask for it early on vesting day."""
    day = succession.vesting_day
    begins = datetime.datetime(day.year, day.month, day.day, 1, tzinfo=timezone.get_default_timezone())
    queue(finish, key=str(succession.pk), partnership_id=succession.partnership_id, due_at=begins, succession_pk=succession.pk)
