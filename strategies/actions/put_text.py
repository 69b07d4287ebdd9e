"""Putting a composed text into its record."""

import datetime

from django.db import transaction

from partnerships.actions.save_record import StaleRecord, differences, in_words, lock
from partnerships.audit.record import record
from partnerships.models import User
from strategies.models import AssuranceStatement, CommitteeReport

# How the comment of the history's entry begins.
COMPOSED = "Composed from the records as at"


@transaction.atomic
def put_text(
    found: AssuranceStatement | CommitteeReport, text: str, *, composed: str, as_at: datetime.date, seen_version: int, actor: User
) -> None:
    """Keep `text`, and beside it what was composed as at that day. Raises StaleRecord when somebody saved it since it was looked at."""
    current = lock(found)
    if current.version != seen_version or current.withdrawn_on:
        raise StaleRecord(current)
    before = in_words(current)
    current.text, current.composed, current.as_at = text, composed, as_at
    current.version += 1
    current.full_clean()
    current.save()
    changes = differences(before, in_words(current))
    comment = f"{COMPOSED} {as_at.isoformat()}."
    kind = f"{current.record_kind()}.changed"
    record(kind, actor=actor, partnership=current.partnership, target=current, changes=changes, comment=comment)
