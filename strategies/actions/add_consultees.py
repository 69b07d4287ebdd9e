from collections.abc import Iterable

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import Consultation, Consultee
from strategies.queries_consultation import standing_consultees_of

NAMED = 200  # so many are named in the history; the list itself holds them all


@transaction.atomic
def add_consultees(consultation: Consultation, names: Iterable[str], *, actor: User, partnership: Partnership) -> list[Consultee]:
    """Put bodies on the list of those who were asked. One that stands on it already, in whatever capitals, is left as it is.

    Returns those that were added; when there are none, nothing is written.
    """
    lock_row(consultation)
    there = {name.casefold() for name in standing_consultees_of(consultation).values_list("name", flat=True)}
    new = {name.casefold(): name for name in reversed(list(names)) if name.casefold() not in there}
    added = [Consultee(consultation=consultation, name=name) for name in reversed(new.values())]
    if not added:
        return []
    Consultee.objects.bulk_create(added)
    more = f", and {len(added) - NAMED} more" if len(added) > NAMED else ""
    changes = {
        "Bodies on the list": [str(len(there)), str(len(there) + len(added))],
        "Added": ["", ", ".join(consultee.name for consultee in added[:NAMED]) + more],
    }
    record("consultation.listed", actor=actor, partnership=partnership, target=consultation, changes=changes)
    return added
