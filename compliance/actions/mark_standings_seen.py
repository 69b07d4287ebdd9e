import datetime

from django.db import transaction

from compliance.changed_standings import Worst
from compliance.models import SeenStandings
from partnerships.audit.record import record
from partnerships.models import User


@transaction.atomic
def mark_standings_seen(worst: Worst, *, actor: User, on: datetime.date) -> None:
    """Keep how partnerships stood when `actor` saw it, in place of what was kept before."""
    SeenStandings.objects.bulk_create(
        [SeenStandings(user=actor, seen_on=on, worst=worst)],
        update_conflicts=True,
        unique_fields=["user"],
        update_fields=["seen_on", "worst"],
    )
    record("standings.seen", actor=actor, partnership=None)
