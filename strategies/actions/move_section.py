from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.models import Section

UP, DOWN = "up", "down"


@transaction.atomic
def move_section(section: Section, direction: str, *, actor: User, partnership: Partnership) -> bool:
    """Let a section change places with its neighbour, `up` or `down`. False, with nothing written, when it has none there."""
    lock_row(section.strategy)
    order = list(section.strategy.sections.order_by("position"))
    place = next((number for number, other in enumerate(order) if other.pk == section.pk), None)
    if place is None:
        return False
    other_place = place + (-1 if direction == UP else 1)
    if not 0 <= other_place < len(order):
        return False
    moved, other = order[place], order[other_place]
    # No two sections may have one place, so the first stands behind all others for a moment. Only the place is written: somebody
    # who is writing in either section is not told that it has changed.
    for section_to_place, position in ((moved, order[-1].position + 1), (other, moved.position), (moved, other.position)):
        section_to_place.position = position
        section_to_place.save(update_fields=["position"])
    changes = {"Place in the draft": [str(place + 1), str(other_place + 1)]}
    record("section.moved", actor=actor, partnership=partnership, target=moved, changes=changes)
    return True
