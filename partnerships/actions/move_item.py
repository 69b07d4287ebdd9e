from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import AgendaItem, Partnership, User
from partnerships.queries_meetings import standing_items_of

UP, DOWN = "up", "down"


@transaction.atomic
def move_item(item: AgendaItem, direction: str, *, actor: User, partnership: Partnership) -> bool:
    """Let an item change places with its neighbour, `up` or `down`. False, with nothing written, when it has none there."""
    lock_row(item.meeting)
    order = list(standing_items_of(item.meeting))
    place = next((number for number, other in enumerate(order) if other.pk == item.pk), None)
    if place is None:
        return False
    other_place = place + (-1 if direction == UP else 1)
    if not 0 <= other_place < len(order):
        return False
    order[place], order[other_place] = order[other_place], order[place]
    # Only the place is written: somebody who is writing in an item is not told that it has changed.
    for number, moved in enumerate(order, start=1):
        if moved.position != number:
            moved.position = number
            moved.save(update_fields=["position"])
    changes = {"Place on the agenda": [str(place + 1), str(other_place + 1)]}
    record("agendaitem.moved", actor=actor, partnership=partnership, target=item, changes=changes)
    return True
