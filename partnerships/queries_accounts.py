"""Named reads of accounts: everybody who signs in or did so."""

from django.db.models import Count, Q, QuerySet

from partnerships.models import AuditEntry, Partnership, RoleGrant, User


def accounts(words: str = "") -> QuerySet[User]:
    """Everybody, by name, with `roles`, how many they have; narrowed to those whose name or address has all the words."""
    found = User.objects.annotate(roles=Count("grants", filter=Q(grants__ended_on__isnull=True)))
    for word in words.split():
        found = found.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return found.order_by("-is_active", "name", "pk")


def partnerships_left_by(person: User) -> list[tuple[Partnership, int]]:
    """Where the person has a role, and how many coordinators there are besides."""
    others = Q(grants__role="coordinator", grants__ended_on__isnull=True) & ~Q(grants__user=person)
    mine = RoleGrant.objects.filter(user=person, ended_on__isnull=True, partnership__isnull=False)
    found = Partnership.objects.filter(pk__in=mine.values("partnership")).annotate(others=Count("grants", filter=others))
    return [(partnership, partnership.others) for partnership in found.order_by("name")]


def installation_roles_of(person: User) -> list[RoleGrant]:
    return list(RoleGrant.objects.filter(user=person, ended_on__isnull=True, partnership__isnull=True).select_related("police_area"))


def entries_by(person: User) -> int:
    """How many entries in all histories are of what this person did."""
    return AuditEntry.objects.filter(actor_id=person.pk).count()
