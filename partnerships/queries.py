"""Named reads of the first floor."""

from django.db.models import Q, QuerySet

from partnerships.models import (
    ActorLabel,
    AuditEntry,
    AuthorityType,
    LocalGovernmentArea,
    Organisation,
    Partnership,
    PoliceArea,
    RoleGrant,
    User,
)
from partnerships.models.audit import INSTALLATION
from partnerships.models.person import Role


def grants_of(user: User) -> list[RoleGrant]:
    """The roles a person holds now."""
    return list(
        RoleGrant.objects.filter(user=user, ended_on__isnull=True)
        .select_related("partnership", "police_area")
        .order_by("partnership__name")
    )


def partnership_for(grants: list[RoleGrant], slug: str) -> tuple[Partnership | None, set[Role]]:
    """The partnership of that slug and the roles that these grants give in it: none for a stranger."""
    here = [grant for grant in grants if grant.partnership and grant.partnership.slug == slug]
    partnership = here[0].partnership if here else None
    roles = {Role(grant.role) for grant in here}
    police_areas = [grant.police_area_id for grant in grants if grant.police_area_id]
    if police_areas:
        overseen = overseen_partnerships(police_areas).filter(slug=slug).first()
        if overseen:
            partnership, roles = overseen, roles | {Role.OVERSEER}
    return partnership, roles


def overseen_partnerships(police_areas: list[int]) -> QuerySet[Partnership]:
    """Every partnership that covers an area of these police areas now."""
    return Partnership.objects.filter(area_links__ends__isnull=True, area_links__area__police_area__in=police_areas).distinct()


def partnerships_of(grants: list[RoleGrant]) -> list[Partnership]:
    """The partnerships that a person may open, by name."""
    found = {grant.partnership.pk: grant.partnership for grant in grants if grant.partnership}
    police_areas = [grant.police_area_id for grant in grants if grant.police_area_id]
    if police_areas:
        found |= {partnership.pk: partnership for partnership in overseen_partnerships(police_areas)}
    return sorted(found.values(), key=lambda partnership: partnership.name)


def organisations_for(partnership: Partnership) -> QuerySet[Organisation]:
    """The shared register and the partnership's own entries."""
    return Organisation.objects.filter(Q(partnership__isnull=True) | Q(partnership=partnership)).order_by("name")


def shared_organisations() -> QuerySet[Organisation]:
    return Organisation.objects.filter(partnership__isnull=True)


def areas_of(partnership: Partnership) -> QuerySet[LocalGovernmentArea]:
    """The areas a partnership covers or has covered."""
    return LocalGovernmentArea.objects.filter(partnership_links__partnership=partnership).distinct()


def all_areas() -> QuerySet[LocalGovernmentArea]:
    return LocalGovernmentArea.objects.select_related("police_area")


def police_areas() -> QuerySet[PoliceArea]:
    return PoliceArea.objects.all()


def all_partnerships() -> QuerySet[Partnership]:
    return Partnership.objects.all()


def authority_types() -> QuerySet[AuthorityType]:
    return AuthorityType.objects.all()


def people_of(partnership: Partnership) -> QuerySet[RoleGrant]:
    """Who holds which role in a partnership now."""
    return partnership.grants.filter(ended_on__isnull=True).select_related("user", "body")


def coordinators_of(partnership: Partnership) -> list[User]:
    return list(User.objects.filter(grants__partnership=partnership, grants__role=Role.COORDINATOR, grants__ended_on__isnull=True))


def history_of_partnership(partnership: Partnership) -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(partnership=partnership).order_by("-number")


def history_of_installation() -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(scope=INSTALLATION).order_by("-number")


def history_of_record(partnership: Partnership, kind: str, pk: int) -> QuerySet[AuditEntry]:
    return history_of_partnership(partnership).filter(target_kind=kind, target_pk=pk)


def with_actors(entries: list[AuditEntry]) -> list[tuple[AuditEntry, str]]:
    """Each entry with the label of who did it; a person who was erased has none."""
    labels = dict(ActorLabel.objects.filter(pk__in={entry.actor_id for entry in entries}).values_list("actor_id", "label"))
    return [(entry, labels.get(entry.actor_id, "") if entry.actor_id else "The system") for entry in entries]
