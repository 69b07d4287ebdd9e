import datetime

from django.db import transaction

from partnerships.actions.save_record import lock
from partnerships.audit.record import record
from partnerships.models import RoleGrant, User
from partnerships.models.person import Role


class LastOfItsKind(Exception):
    """Without this person nobody could run the partnership, or the installation."""


class AlreadyEnded(Exception):
    """Somebody ended the role meanwhile."""


@transaction.atomic
def end_grant(grant: RoleGrant, *, on: datetime.date, reason: str, actor: User | None, last_may_go: bool = False) -> None:
    """End a role. Raises LastOfItsKind for the only coordinator of a partnership and the only administrator, and AlreadyEnded.

    `last_may_go`: somebody else sees to it that there will be another.
    """
    if grant.partnership:
        # Two coordinators who end each other's role at the same moment must not leave nobody.
        lock(grant.partnership)
    same = list(
        RoleGrant.objects.select_for_update().filter(role=grant.role, partnership=grant.partnership, ended_on__isnull=True).order_by("pk")
    )
    current = next((other for other in same if other.pk == grant.pk), None)
    if current is None:
        raise AlreadyEnded
    if len(same) == 1 and grant.role in (Role.COORDINATOR, Role.ADMINISTRATOR) and not last_may_go:
        raise LastOfItsKind
    current.ended_on = on
    current.save()
    record("rolegrant.ended", actor=actor, partnership=grant.partnership, target=current, comment=reason)
