from collections.abc import Iterable

from django.db import transaction

from partnerships.area_list import AS_AT, LICENCE, SOURCE, ListedArea, compare
from partnerships.audit.record import record
from partnerships.models import LocalGovernmentArea, User


@transaction.atomic
def load_areas(listed: Iterable[ListedArea], *, actor: User | None) -> int:
    """Add the areas of the list that are not here, each with its source; what is here stays as it is. Returns how many were added."""
    missing = compare(LocalGovernmentArea.objects.select_for_update(), listed).missing
    LocalGovernmentArea.objects.bulk_create(
        LocalGovernmentArea(
            ons_code=one.ons_code,
            name=one.name,
            kind=one.kind,
            upper_tier=one.upper_tier,
            source=SOURCE,
            source_date=AS_AT,
            licence=LICENCE,
        )
        for one in missing
    )
    if missing:
        changes = {"Areas": ["", ", ".join(f"{one.name} ({one.ons_code})" for one in missing)], "How many": ["", str(len(missing))]}
        record("areas.loaded", actor=actor, partnership=None, changes=changes, comment=f"{SOURCE}, {AS_AT}, {LICENCE}")
    return len(missing)
