from collections.abc import Iterable
from typing import Any

from django.db import transaction

from partnerships.actions.add_organisation import add_organisation
from partnerships.audit.record import record
from partnerships.models import AuthorityType, DutyHolder, LocalGovernmentArea, Organisation, Partnership, User
from partnerships.models.body import OrganisationKind

# What a body that is typed in on the page of duty holders most likely is; its own page can put that right.
KIND_OF_CAPACITY = {
    "local-authority": OrganisationKind.COUNCIL,
    "county-council": OrganisationKind.COUNTY_COUNCIL,
    "police": OrganisationKind.POLICE,
    "probation": OrganisationKind.PROBATION,
    "youth-offending": OrganisationKind.YOUTH_OFFENDING,
    "fire": OrganisationKind.FIRE,
    "health": OrganisationKind.HEALTH,
    "educational": OrganisationKind.EDUCATION,
    "prison": OrganisationKind.PRISON,
    "youth-custody": OrganisationKind.YOUTH_CUSTODY,
    "policing-body": OrganisationKind.POLICING_BODY,
    "violence-reduction-unit": OrganisationKind.VRU,
    "community-safety-partnership": OrganisationKind.PARTNERSHIP,
}


@transaction.atomic
def add_duty_holder(
    organisation: Organisation | str,
    capacity: AuthorityType,
    areas: Iterable[LocalGovernmentArea],
    details: dict[str, Any],
    *,
    partnership: Partnership,
    actor: User | None,
) -> list[DutyHolder]:
    """Record a body in one capacity for each of the areas. A name instead of an organisation adds it to the partnership's own.

    `details`: senior_lead, lead_since, deputy, starts, note. Raises IntegrityError, writing nothing, when it is there already.
    """
    if isinstance(organisation, str):
        kind = KIND_OF_CAPACITY.get(capacity.code, OrganisationKind.OTHER)
        organisation = add_organisation(organisation, kind, partnership=partnership, actor=actor)
    holders = []
    for area in areas:
        holder = DutyHolder.objects.create(partnership=partnership, organisation=organisation, capacity=capacity, area=area, **details)
        changes = {
            str(DutyHolder._meta.get_field(name).verbose_name): ["", str(value)]  # type: ignore[union-attr]
            for name, value in details.items()
            if value
        }
        record("dutyholder.added", actor=actor, partnership=partnership, target=holder, changes=changes)
        holders.append(holder)
    return holders
