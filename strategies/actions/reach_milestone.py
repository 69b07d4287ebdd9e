from django.db import transaction

from partnerships.actions.save_record import StaleRecord, differences, in_words, lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import Milestone
from svduty.vague_dates import VagueDate


@transaction.atomic
def reach_milestone(step: Milestone, reached_on: VagueDate | None, *, seen_version: int, actor: User, partnership: Partnership) -> bool:
    """Say when a step was reached, or None: not reached after all. False, having done nothing, where it says so already.

    Raises StaleRecord when somebody saved it meanwhile, or withdrew it.
    """
    current = lock(step)
    if bool(current.reached_on) == bool(reached_on) and not current.withdrawn_on:
        return False
    if current.version != seen_version or current.withdrawn_on:
        raise StaleRecord(current)
    before = in_words(current)
    current.reached_on = reached_on
    current.version += 1
    current.save()
    changes = differences(before, in_words(current))
    record("milestone.changed", actor=actor, partnership=partnership, target=current, changes=changes)
    return True
