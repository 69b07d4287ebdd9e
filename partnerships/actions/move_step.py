from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.change_places import change_places
from partnerships.models import Partnership, RouteStep, User
from partnerships.queries_routes import standing_steps_of


@transaction.atomic
def move_step(step: RouteStep, direction: str, *, actor: User, partnership: Partnership) -> bool:
    """Let a board change places with its neighbour on the way, `up` or `down`. False, with nothing written, when it has none there."""
    lock_row(step.route)
    places = change_places(step, standing_steps_of(step.route), direction)
    if places is None:
        return False
    changes = {"Place on the way": [str(place) for place in places]}
    record("routestep.moved", actor=actor, partnership=partnership, target=step, changes=changes)
    return True
