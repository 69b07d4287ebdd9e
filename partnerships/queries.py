"""Named reads of the first floor."""

import datetime
from collections.abc import Iterable

from django.db.models import Count, F, Prefetch, Q, QuerySet

from partnerships.lasting_now import lasting
from partnerships.models import (
    AuditChain,
    AuditEntry,
    AuthorityType,
    DutyHolder,
    LeadAgreement,
    LocalDefinition,
    LocalGovernmentArea,
    Organisation,
    Partnership,
    PartnershipArea,
    PoliceArea,
    RoleGrant,
    Seat,
    User,
)
from partnerships.models.audit import INSTALLATION
from partnerships.models.person import Role
from partnerships.queries_handovers import unsettled
from svduty.vague_dates import Truth


def grants_of(user: User) -> list[RoleGrant]:
    """The roles a person holds now; `handed_over`: there may be a handover to show them."""
    return list(
        RoleGrant.objects.filter(user=user, ended_on__isnull=True)
        .annotate(handed_over=unsettled())
        .select_related("partnership", "police_area", "body")
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
    return Partnership.objects.filter(lasting("area_links__"), area_links__area__police_area__in=police_areas).distinct()


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
    seats = Prefetch("seats", Seat.objects.select_related("board", "organisation"))
    found = partnership.grants.filter(ended_on__isnull=True).select_related("user", "body", "invitation__invited_by")
    return found.prefetch_related(seats)


def coordinators_of(partnership: Partnership) -> list[User]:
    return list(User.objects.filter(grants__partnership=partnership, grants__role=Role.COORDINATOR, grants__ended_on__isnull=True))


def history_of_partnership(partnership: Partnership) -> QuerySet[AuditEntry]:
    """Its whole chain, newest first. Asked by scope, as the indexes are, so that a long history costs no more than a short one."""
    return AuditEntry.objects.filter(scope=AuditChain.scope_of(partnership)).order_by("-number")


def history_of_installation() -> QuerySet[AuditEntry]:
    return AuditEntry.objects.filter(scope=INSTALLATION).order_by("-number")


def history_of_record(partnership: Partnership, kind: str, pk: int) -> QuerySet[AuditEntry]:
    return history_of_partnership(partnership).filter(target_kind=kind, target_pk=pk)


def current_areas_of(partnership: Partnership) -> QuerySet[LocalGovernmentArea]:
    """The areas it covers, or will, and has not left."""
    return areas_of(partnership).filter(lasting("partnership_links__"), partnership_links__partnership=partnership)


def areas_to_add(partnership: Partnership) -> QuerySet[LocalGovernmentArea]:
    """Areas that have not ended and that the partnership does not cover."""
    return all_areas().filter(lasting()).exclude(pk__in=partnership.area_links.filter(lasting()).values("area"))


def area_links_of(partnership: Partnership) -> QuerySet[PartnershipArea]:
    return partnership.area_links.select_related("area__police_area")


def duty_holders_of(partnership: Partnership) -> QuerySet[DutyHolder]:
    return partnership.duty_holders.select_related("organisation", "capacity", "area")


def leads_of(partnership: Partnership) -> QuerySet[LeadAgreement]:
    """Latest first."""
    return partnership.leads.select_related("organisation").order_by("-pk")


def own_organisations_of(partnership: Partnership) -> QuerySet[Organisation]:
    return partnership.own_organisations.order_by("name")


def organisation_named(partnership: Partnership, name: str) -> Organisation | None:
    """The one of that name that the partnership can see, its own before a shared one."""
    return organisations_for(partnership).filter(name__iexact=name).order_by(F("partnership").asc(nulls_last=True)).first()


def duty_holders_already(
    partnership: Partnership, organisation: Organisation, capacity: AuthorityType, areas: list[LocalGovernmentArea]
) -> list[DutyHolder]:
    """Rows that say already that this body takes part so in one of these areas."""
    same = duty_holders_of(partnership).filter(organisation=organisation, capacity=capacity, area__in=areas, ends__isnull=True)
    return list(same)


def definitions_of(partnership: Partnership) -> QuerySet[LocalDefinition]:
    """Highest number first, withdrawn ones among them."""
    return partnership.definitions.order_by("-number")


def standing_definitions_of(partnership: Partnership) -> QuerySet[LocalDefinition]:
    """Those that are not withdrawn and may be changed."""
    return definitions_of(partnership).filter(withdrawn_on__isnull=True)


def current_definition(definitions: Iterable[LocalDefinition], on: datetime.date) -> LocalDefinition | None:
    """The highest number that is not withdrawn and not surely agreed after `on`, of definitions listed highest first."""
    for definition in definitions:
        if definition.withdrawn_on is None and (definition.agreed_on is None or definition.agreed_on.by(on) is not Truth.NO):
            return definition
    return None


def earlier_people_of(partnership: Partnership) -> QuerySet[RoleGrant]:
    """Roles that have ended."""
    return partnership.grants.filter(ended_on__isnull=False).select_related("user", "body").order_by("-ended_on", "user__name")


def overseers_of(partnership: Partnership) -> QuerySet[RoleGrant]:
    """Who may read the partnership because they oversee a police area of it."""
    links = lasting("areas__partnership_links__")
    police_areas = PoliceArea.objects.filter(links, areas__partnership_links__partnership=partnership)
    found = RoleGrant.objects.filter(role=Role.OVERSEER, ended_on__isnull=True, police_area__in=police_areas)
    return found.select_related("user", "police_area")


def bodies_of(partnership: Partnership) -> QuerySet[Organisation]:
    """The organisations that take part now, for naming whom a contributor works for."""
    return Organisation.objects.filter(lasting("duty_holders__"), duty_holders__partnership=partnership).distinct()


def person_with(email: str) -> User | None:
    """An active person by address, however it is typed."""
    return User.objects.filter(email=email.strip().lower(), is_active=True).first()


def installation_grants() -> QuerySet[RoleGrant]:
    """The roles that administrators give and end: coordinators, overseers, administrators."""
    roles = [Role.COORDINATOR, Role.OVERSEER, Role.ADMINISTRATOR]
    return RoleGrant.objects.filter(role__in=roles, ended_on__isnull=True).select_related("user", "partnership", "police_area")


def partnerships_and_coordinators() -> QuerySet[Partnership]:
    """Every partnership with `coordinators`, how many it has now: what an administrator sees of one."""
    running = Q(grants__role=Role.COORDINATOR, grants__ended_on__isnull=True)
    return Partnership.objects.annotate(coordinators=Count("grants", filter=running)).order_by("name")
