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
    """The taker gets the same role with the same body and seats, then it ends for whoever held it.

    Of a role that the taker has here already only the seats are added. Raises AlreadyEnded.
    """
    new = _given(grant, passing)
    pass_seats(grant, new, passing.actor)
    end_grant(grant, on=passing.on, reason=passing.why, actor=passing.actor)
    return new


def pass_seats(former: RoleGrant, new: RoleGrant, actor: User | None) -> None:
    """Whoever has the new role holds the seats of the former one, as far as those have not ended."""
    seats = list(former.seats.filter(ends__isnull=True).exclude(pk__in=new.seats.values("pk")))
    if seats:
        new.seats.add(*seats)
        changes = {"Seats": ["", ", ".join(map(str, seats))]}
        record("rolegrant.changed", actor=actor, partnership=new.partnership, target=new, changes=changes)


def _given(grant: RoleGrant, passing: Passing) -> RoleGrant:
    scope: dict[str, Any] = {"partnership": grant.partnership, "police_area": grant.police_area}
    try:
        return grant_role(
            passing.taker, Role(grant.role), actor=passing.actor, on=passing.on, body=grant.body, comment=passing.why, **scope
        )
    except RoleHeld:
        return RoleGrant.objects.get(user=passing.taker, role=grant.role, ended_on__isnull=True, **scope)
