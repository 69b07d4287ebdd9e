"""Named reads of leaving and following."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from partnerships.models import Handover, OfferedRole, Partnership, RoleGrant, User
from partnerships.models.person import Role


def unsettled() -> Exists:
    """For reads of roles: was anything handed over in that partnership, and not settled, which whoever has the role may have to see?"""
    here = Handover.objects.filter(partnership=OuterRef("partnership"), settled_on__isnull=True)
    return Exists(here.filter(Q(taker=OuterRef("user")) | Q(taker__isnull=True)))


def unsettled_of(grants: list[RoleGrant]) -> list[Handover]:
    """What was handed over to this person, and, for a coordinator, what nobody has yet; where they hold these roles. Newest first."""
    where = Q(pk__in=[])
    for grant in grants:
        if grant.partnership_id:
            here = Q(partnership=grant.partnership_id)
            where |= here & Q(taker=grant.user_id)
            if grant.role == Role.COORDINATOR:
                where |= here & Q(taker__isnull=True)
    found = Handover.objects.filter(where, settled_on__isnull=True)
    return list(found.select_related("partnership", "leaver", "taker", "made_by").prefetch_related("offered__invitation"))


def handovers_of(partnership: Partnership) -> QuerySet[Handover]:
    return Handover.objects.filter(partnership=partnership).select_related("leaver", "taker")


def roles_here(partnership: Partnership, person: User) -> QuerySet[RoleGrant]:
    """The roles that one person holds in a partnership now."""
    return RoleGrant.objects.filter(partnership=partnership, user=person, ended_on__isnull=True).select_related("user", "partnership")


def colleagues_of(partnership: Partnership, person: User) -> list[RoleGrant]:
    """The roles of everybody else there, by person."""
    others = RoleGrant.objects.filter(partnership=partnership, ended_on__isnull=True, user__is_active=True).exclude(user=person)
    return list(others.select_related("user").order_by("user__name", "user_id", "role"))


def offered_to_follow(partnership: Partnership) -> QuerySet[OfferedRole]:
    return OfferedRole.objects.filter(handover__partnership=partnership).select_related("handover", "former", "invitation")
