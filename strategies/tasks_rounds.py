"""Reminders of approval rounds, in the background."""

import datetime

from django.db import transaction
from django.utils import timezone

from partnerships.audit.record import record
from strategies.models import ApprovalRound
from strategies.models.round import RoundState
from strategies.rounds.reminding import DAYS_BEFORE, remind_silent
from svduty import clock
from svduty.tasks.kinds import task
from svduty.tasks.queue import queue
from svduty.tasks.running import Run

MORNING = datetime.time(8)


@task("round.remind", "Remind members of a board who have not answered", tries=5, waits=(60, 300, 1800))
def remind_round(run: Run, *, round_pk: int, day: str) -> dict[str, int]:
    """On that day and no other: a reminder that comes late would name a day that is over. Each is reminded once a day."""
    with transaction.atomic():
        asked = ApprovalRound.objects.select_for_update(of=("self",)).get(pk=round_pk)
        told = 0
        if asked.state == RoundState.OPEN and clock.today().isoformat() == day and not asked.strategy_version.strategy.withdrawn_on:
            told = remind_silent(asked, clock.today(), asked_by=None)
        if told:
            partnership = asked.strategy_version.strategy.partnership
            comment = f"To {told} who had not answered, by itself."
            record("approvalround.reminded", actor=None, partnership=partnership, target=asked, comment=comment)
        run.finish({"reminded": told})
    return {"reminded": told}


def remind_later(asked: ApprovalRound, on: datetime.date) -> None:
    """Queue the reminders of a round that was opened on that day; in the transaction that opened it."""
    for days in DAYS_BEFORE:
        day = asked.answer_by - datetime.timedelta(days=days)
        if day > on:
            queue(
                remind_round,
                key=f"round/{asked.pk}/{day.isoformat()}",
                partnership_id=asked.strategy_version.strategy.partnership_id,
                asked_by_id=asked.opened_by_id,
                due_at=timezone.make_aware(datetime.datetime.combine(day, MORNING)),
                round_pk=asked.pk,
                day=day.isoformat(),
            )
