"""Named reads about successions."""

import datetime
from collections.abc import Iterable

from django.db.models import QuerySet

from partnerships.directory import is_over
from partnerships.models import DutyHolder, LocalGovernmentArea, Organisation, Partnership, PartnershipArea, Succession

COUNCIL = "local-authority"


def successions_of(partnership: Partnership) -> QuerySet[Succession]:
    """Latest first, withdrawn ones among them."""
    return partnership.successions.select_related("body", "area").prefetch_related("former_bodies", "former_areas")


def successions_of_installation() -> QuerySet[Succession]:
    found = Succession.objects.filter(partnership__isnull=True)
    return found.select_related("body", "area").prefetch_related("former_bodies", "former_areas")


def holders_in(
    areas: Iterable[LocalGovernmentArea], vesting_day: datetime.date, partnership: Partnership | None = None
) -> list[DutyHolder]:
    """Who will still take part for these areas on vesting day, in one partnership or in all."""
    found = DutyHolder.objects.filter(area__in=list(areas)).select_related("organisation", "capacity", "area", "partnership")
    if partnership:
        found = found.filter(partnership=partnership)
    return [holder for holder in found.order_by("area__name", "pk") if not is_over(holder, vesting_day)]


def links_to(areas: Iterable[LocalGovernmentArea], vesting_day: datetime.date, partnership: Partnership) -> list[PartnershipArea]:
    found = partnership.area_links.filter(area__in=list(areas)).select_related("area")
    return [link for link in found if not is_over(link, vesting_day)]


def councils_replaced(areas: Iterable[LocalGovernmentArea], vesting_day: datetime.date) -> list[Organisation]:
    """The councils of these areas that are the local authority of no other: they go with them."""
    gone = list(areas)
    here = {holder.organisation for holder in holders_in(gone, vesting_day) if holder.capacity.code == COUNCIL}
    elsewhere = DutyHolder.objects.filter(organisation__in=here, capacity__code=COUNCIL).exclude(area__in=gone)
    staying = {holder.organisation_id for holder in elsewhere if not is_over(holder, vesting_day)}
    return sorted((body for body in here if body.pk not in staying), key=lambda body: body.pk)


def partnerships_with(areas: Iterable[LocalGovernmentArea]) -> QuerySet[Partnership]:
    return Partnership.objects.filter(area_links__area__in=list(areas)).distinct().order_by("name")


def areas_beside(area: LocalGovernmentArea) -> QuerySet[LocalGovernmentArea]:
    """Those that could pass on with it: the other districts of its county, else the other areas of its police area."""
    others = LocalGovernmentArea.objects.filter(ends__isnull=True).exclude(pk=area.pk).order_by("name")
    if area.upper_tier:
        return others.filter(upper_tier=area.upper_tier)
    return others.filter(police_area=area.police_area) if area.police_area_id else others.none()


def area_named(name: str, kind: str) -> LocalGovernmentArea | None:
    """The listed one of that name and kind that has not ended."""
    return LocalGovernmentArea.objects.filter(name__iexact=name, kind=kind, ends__isnull=True).first()
