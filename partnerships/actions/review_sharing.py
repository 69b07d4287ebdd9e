from django.db import transaction

from partnerships.actions.save_record import StaleRecord, lock
from partnerships.audit.record import record
from partnerships.models import Partnership, SharingAgreement, User
from svduty.vague_dates import VagueDate


@transaction.atomic
def review_sharing(
    agreement: SharingAgreement,
    *,
    reviewed_on: VagueDate,
    reviewed_by: str,
    review_on: VagueDate,
    note: str,
    seen_version: int,
    partnership: Partnership,
    actor: User,
) -> SharingAgreement:
    """Record that an agreement was looked at again, and when next. The review itself is kept in the history.

    Raises StaleRecord when somebody saved the agreement meanwhile.
    """
    current = lock(agreement)
    if current.version != seen_version:
        raise StaleRecord(current)
    changes = {
        "Reviewed on": ["", str(reviewed_on)],
        "Reviewed by": ["", reviewed_by],
        "To be reviewed by": [str(current.review_on or ""), str(review_on)],
    }
    current.review_on = review_on
    current.version += 1
    current.save()
    record("sharingagreement.reviewed", actor=actor, partnership=partnership, target=current, changes=changes, comment=note)
    return current
