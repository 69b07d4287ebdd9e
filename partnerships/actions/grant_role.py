"""Giving a person a role."""

import datetime
from typing import Any

from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import Organisation, Partnership, PoliceArea, RoleGrant, Seat, User
from partnerships.models.person import Role


class RoleHeld(Exception):
    """The person holds this role here already."""


@transaction.atomic
def grant_role(
    user: User,
    role: Role,
    *,
    actor: User | None,
    on: datetime.date,
    partnership: Partnership | None = None,
    police_area: PoliceArea | None = None,
    body: Organisation | None = None,
    comment: str = "",
) -> RoleGrant:
    """Give a person a role from `on`. Raises RoleHeld."""
    # Of two who give the same at the same moment, the second finds it held.
    User.objects.select_for_update().get(pk=user.pk)
    scope: dict[str, Any] = {"partnership": partnership, "police_area": police_area}
    if RoleGrant.objects.filter(user=user, role=role, ended_on__isnull=True, **scope).exists():
        raise RoleHeld
    grant = RoleGrant.objects.create(user=user, role=role, body=body, starts=on, **scope)
    changes = role_in_words(role, police_area, body)
    record("rolegrant.added", actor=actor, partnership=partnership, target=grant, changes=changes, comment=comment)
    return grant


def role_in_words(role: Role, police_area: PoliceArea | None, body: Organisation | None, seat: Seat | None = None) -> dict[str, list[str]]:
    """A role and where it holds, as the history tells it."""
    changes = {"Role": ["", role.label]}
    if body:
        changes["Body"] = ["", body.name]
    if police_area:
        changes["Police area"] = ["", police_area.name]
    if seat:
        changes["Seats"] = ["", f"{seat}, {seat.board}"]
    return changes
