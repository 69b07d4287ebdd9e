from django.db import transaction

from partnerships.actions.save_record import lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import ReviewWork
from svduty import clock


@transaction.atomic
def cancel_review(work: ReviewWork, *, reason: str, actor: User, partnership: Partnership) -> bool:
    """End the preparation of a review without one; what was written stays on record. False, with nothing written, where it is over."""
    current = lock(work)
    if current.ended_on:
        return False
    current.ended_on, current.ended_because = clock.today(), reason
    current.version += 1
    current.save()
    record("reviewwork.ended", actor=actor, partnership=partnership, target=current, comment=reason)
    return True
