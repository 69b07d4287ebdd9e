from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import User


@transaction.atomic
def end_sessions(person: User, *, actor: User | None, only: str | None = None, but: str | None = None) -> int:
    """Sign a person out: everywhere, of one session key, or of all but one. Gives how many there were."""
    rows = person.browser_sessions.all()
    if only is not None:
        rows = rows.filter(pk=only)
    if but is not None:
        rows = rows.exclude(pk=but)
    ended, _ = rows.delete()
    if ended:
        record("user.session-ended", actor=actor, partnership=None, target=person, changes={"Sessions ended": ["", str(ended)]})
    return ended
