"""Named reads about local government areas, of which there may be hundreds."""

from django.db.models import Q, QuerySet

from partnerships.models import LocalGovernmentArea, Partnership
from partnerships.queries import all_areas, areas_to_add


def areas_found(words: str, kind: str = "", lacking: str = "") -> QuerySet[LocalGovernmentArea]:
    """All areas with these words; `lacking`: "police" or "code" for those without; or "ended"."""
    found = with_words(all_areas(), words).order_by("name", "pk")
    if kind:
        found = found.filter(kind=kind)
    narrowed = {"police": Q(police_area__isnull=True), "code": Q(ons_code=""), "ended": Q(ends__isnull=False)}
    return found.filter(narrowed[lacking]) if lacking in narrowed else found


def with_words(areas: QuerySet[LocalGovernmentArea], words: str) -> QuerySet[LocalGovernmentArea]:
    """Those that have each word in their name, county, region or police area, or have it as their code."""
    for word in words.split():
        names = Q(name__icontains=word) | Q(upper_tier__icontains=word) | Q(region__icontains=word)
        areas = areas.filter(names | Q(ons_code__iexact=word) | Q(police_area__name__icontains=word))
    return areas


def counties_to_add(partnership: Partnership, words: str = "") -> list[str]:
    """The two-tier counties with a district that may be added, by name, of those whose name has these words."""
    found = areas_to_add(partnership).exclude(upper_tier="").order_by("upper_tier")
    for word in words.split():
        found = found.filter(upper_tier__icontains=word)
    return list(found.values_list("upper_tier", flat=True).distinct())
