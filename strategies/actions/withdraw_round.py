import datetime

from django.db import transaction

from partnerships.actions.save_record import StaleRecord, lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import ApprovalRound
from strategies.models.round import RoundState
from strategies.rounds.over import RoundOver, why_over


@transaction.atomic
def withdraw_round(
    asked: ApprovalRound, *, seen_version: int, reason: str, at: datetime.datetime, actor: User, partnership: Partnership
) -> ApprovalRound:
    """Take back a question that should not have been put; the answers stay on record and count for nothing.

    Raises RoundOver when it is closed or withdrawn already, StaleRecord when somebody changed it meanwhile.
    """
    current = lock(asked)
    current.strategy_version = asked.strategy_version
    if current.state != RoundState.OPEN:
        raise RoundOver(f"{why_over(current)} Nothing was done a second time.")
    if current.version != seen_version:
        raise StaleRecord(current)
    current.state, current.closing_words, current.closed_at, current.closed_by = RoundState.WITHDRAWN, reason, at, actor
    current.version += 1
    current.save()
    changes = {"State": ["Open", "Withdrawn"]}
    record("approvalround.withdrawn", actor=actor, partnership=partnership, target=current, changes=changes, comment=reason)
    return current
