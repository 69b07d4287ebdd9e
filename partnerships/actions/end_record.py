from django.db import transaction

from partnerships.actions.save_record import StaleRecord, lock
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from svduty.editing.records import Lasting, Withdrawable
from svduty.vague_dates import VagueDate


@transaction.atomic
def end_record(
    instance: Lasting,
    ends: VagueDate,
    *,
    seen_version: int,
    actor: User | None,
    partnership: Partnership | None,
    reason: str,
) -> None:
    """End a lasting record on a date. Raises StaleRecord when somebody saved it meanwhile."""
    current = lock(instance)
    if current.version != seen_version:
        raise StaleRecord(current)
    changes = {"Until": [str(current.ends or ""), str(ends)]}
    current.ends = ends
    current.version += 1
    current.save()
    record(f"{current.record_kind()}.ended", actor=actor, partnership=partnership, target=current, changes=changes, comment=reason)


@transaction.atomic
def withdraw_record(
    instance: Withdrawable,
    *,
    on: VagueDate,
    seen_version: int,
    actor: User | None,
    partnership: Partnership,
    reason: str,
) -> None:
    """Withdraw a record that was entered by mistake; it stays readable and no longer counts. Raises StaleRecord."""
    current = lock(instance)
    if current.version != seen_version:
        raise StaleRecord(current)
    current.withdrawn_on, current.withdrawn_reason = on.earliest, reason
    current.version += 1
    current.save()
    record(f"{current.record_kind()}.withdrawn", actor=actor, partnership=partnership, target=current, comment=reason)
