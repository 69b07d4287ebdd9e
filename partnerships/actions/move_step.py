from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, RouteStep, User
from partnerships.queries_routes import standing_steps_of

UP, DOWN = "up", "down"


@transaction.atomic
def move_step(step: RouteStep, direction: str, *, actor: User, partnership: Partnership) -> bool:
    """Let a board change places with its neighbour on the way, `up` or `down`. False, with nothing written, when it has none there."""
    lock_row(step.route)
    order = list(standing_steps_of(step.route))
    place = next((number for number, other in enumerate(order) if other.pk == step.pk), None)
    if place is None:
        return False
    other_place = place + (-1 if direction == UP else 1)
    if not 0 <= other_place < len(order):
        return False
    order[place], order[other_place] = order[other_place], order[place]
    # Only the place is written: somebody who is writing in a step is not told that it has changed.
    for number, moved in enumerate(order, start=1):
        if moved.position != number:
            moved.position = number
            moved.save(update_fields=["position"])
    changes = {"Place on the way": [str(place + 1), str(other_place + 1)]}
    record("routestep.moved", actor=actor, partnership=partnership, target=step, changes=changes)
    return True
