import datetime

from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import Version, VersionRead


@transaction.atomic
def mark_read(version: Version, *, actor: User, partnership: Partnership, at: datetime.datetime) -> bool:
    """Note that somebody has read a version to its end; commenting on it or deciding about it says so too.

    Only the first time counts. False, with nothing written, when it was noted before.
    """
    _, first = VersionRead.objects.get_or_create(strategy_version=version, user=actor, defaults={"read_at": at})
    if first:
        record("version.read", actor=actor, partnership=partnership, target=version)
    return first
