from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.change_places import change_places
from partnerships.models import AgendaItem, Partnership, User
from partnerships.queries_meetings import standing_items_of


@transaction.atomic
def move_item(item: AgendaItem, direction: str, *, actor: User, partnership: Partnership) -> bool:
    """Let an item change places with its neighbour, `up` or `down`. False, with nothing written, when it has none there."""
    lock_row(item.meeting)
    places = change_places(item, standing_items_of(item.meeting), direction)
    if places is None:
        return False
    changes = {"Place on the agenda": [str(place) for place in places]}
    record("agendaitem.moved", actor=actor, partnership=partnership, target=item, changes=changes)
    return True
