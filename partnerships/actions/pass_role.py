from typing import Any

from django.db import transaction

from partnerships.actions.end_grant import end_grant
from partnerships.actions.grant_role import RoleHeld, grant_role
from partnerships.audit.record import record
from partnerships.holdings import Passing
from partnerships.models import RoleGrant, User
from partnerships.models.person import Role


@transaction.atomic
def pass_role(grant: RoleGrant, passing: Passing) -> RoleGrant:
    """Give the taker the same role with the same body and seats, then end it for whoever held it.

    Of a role that the taker has here already only the seats are added. Raises AlreadyEnded.
    """
    new = _given(grant, passing)
    seats = list(grant.seats.exclude(pk__in=new.seats.all()))
    if seats:
        new.seats.add(*seats)
        changes = {"Seats": ["", ", ".join(map(str, seats))]}
        record("rolegrant.changed", actor=passing.actor, partnership=grant.partnership, target=new, changes=changes)
    end_grant(grant, on=passing.on, reason=passing.why, actor=passing.actor)
    return new


def _given(grant: RoleGrant, passing: Passing) -> RoleGrant:
    taker: User = passing.taker
    scope: dict[str, Any] = {"partnership": grant.partnership, "police_area": grant.police_area}
    try:
        return grant_role(taker, Role(grant.role), actor=passing.actor, on=passing.on, body=grant.body, **scope)
    except RoleHeld:
        return RoleGrant.objects.get(user=taker, role=grant.role, ended_on__isnull=True, **scope)
