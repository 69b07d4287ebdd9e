"""Somebody has left altogether: their account opens nothing any more, in any partnership."""

import datetime

from django.db import transaction

from partnerships.actions.end_grant import end_grant
from partnerships.actions.end_sessions import end_sessions
from partnerships.actions.hand_over import hand_over, withdraw_invitations_to
from partnerships.audit.record import record
from partnerships.models import Partnership, RoleGrant, User


@transaction.atomic
def close_account(person: User, *, on: datetime.date, reason: str, actor: User) -> list[Partnership]:
    """End every role the person holds anywhere, and sign them out. Gives the partnerships they left.

    The coordinators of each are told what nobody holds now. Raises LastOfItsKind for the only administrator. An account that was
    closed meanwhile stays as it is.
    """
    held = User.objects.select_for_update().get(pk=person.pk)
    if not held.is_active:
        return []
    left = list(Partnership.objects.filter(grants__user=held, grants__ended_on__isnull=True).distinct().order_by("pk"))
    for partnership in left:
        hand_over(held, partnership, None, note=reason, last_day=on, actor=actor, last_may_go=True)
    for grant in RoleGrant.objects.filter(user=held, partnership__isnull=True, ended_on__isnull=True):
        end_grant(grant, on=on, reason=reason, actor=actor)
    withdraw_invitations_to(held, None, on=on, actor=actor)
    held.is_active = False
    held.save(update_fields=["is_active"])
    end_sessions(held, actor=actor)
    record("user.closed", actor=actor, partnership=None, target=held, comment=reason)
    return left


@transaction.atomic
def open_account(person: User, *, actor: User) -> None:
    """Let somebody sign in again whose account was closed. They have no role until they are given one. An erased one stays closed."""
    held = User.objects.select_for_update().get(pk=person.pk)
    if held.is_active or held.erased_on:
        return
    held.is_active = True
    held.save(update_fields=["is_active"])
    record("user.opened", actor=actor, partnership=None, target=held)
