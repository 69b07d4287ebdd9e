"""Giving a person a role: the person is made if nobody has that address yet."""

import dataclasses
import datetime
from typing import Any

from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import Organisation, Partnership, PoliceArea, RoleGrant, User
from partnerships.models.person import Role


class RoleHeld(Exception):
    """The person holds this role here already."""


@dataclasses.dataclass(frozen=True)
class Granted:
    """The grant and whether the person still has to set a password."""

    grant: RoleGrant
    needs_password: bool


@transaction.atomic
def grant_role(
    email: str,
    name: str,
    role: Role,
    *,
    actor: User | None,
    on: datetime.date,
    partnership: Partnership | None = None,
    police_area: PoliceArea | None = None,
    body: Organisation | None = None,
) -> Granted:
    """Give the person of this address a role from `on`. `name` is used only for somebody new. Raises RoleHeld.

    The caller sends the link to set a password afterwards, so that a mail server that is away loses nobody.
    """
    email = email.strip().lower()
    user = User.objects.select_for_update().filter(email=email).first()
    if user is None:
        user = User.objects.create_user(email=email, name=name)
        record("user.added", actor=actor, partnership=partnership, target=user)
    scope: dict[str, Any] = {"partnership": partnership, "police_area": police_area}
    if RoleGrant.objects.filter(user=user, role=role, ended_on__isnull=True, **scope).exists():
        raise RoleHeld
    grant = RoleGrant.objects.create(user=user, role=role, body=body, starts=on, **scope)
    changes = {"Role": ["", role.label]}
    if body:
        changes["Body"] = ["", body.name]
    if police_area:
        changes["Police area"] = ["", police_area.name]
    record("rolegrant.added", actor=actor, partnership=partnership, target=grant, changes=changes)
    return Granted(grant, needs_password=not user.has_usable_password())
