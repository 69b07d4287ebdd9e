from collections.abc import Iterable

from django.db import transaction

from partnerships.audit.record import record
from partnerships.models import LocalGovernmentArea, Partnership, PartnershipArea, User
from svduty.vague_dates import VagueDate


@transaction.atomic
def add_areas(
    areas: Iterable[LocalGovernmentArea], starts: VagueDate | None, *, partnership: Partnership, actor: User | None
) -> list[PartnershipArea]:
    """Record that the partnership covers these areas. Raises IntegrityError, writing nothing, when it covers one already."""
    links = []
    for area in areas:
        link = PartnershipArea.objects.create(partnership=partnership, area=area, starts=starts)
        changes = {"Area": ["", str(area)]} | ({"Since": ["", str(starts)]} if starts else {})
        record("partnershiparea.added", actor=actor, partnership=partnership, target=link, changes=changes)
        links.append(link)
    return links
