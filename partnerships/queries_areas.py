"""Named reads about local government areas."""

import datetime

from django.db.models import Q, QuerySet

from partnerships.models import LocalGovernmentArea, Partnership
from partnerships.queries import all_areas
from svduty.vague_dates import VagueDate

EXACT = r"^.{10}$"  # how a day is stored; months, seasons and years are shorter


def not_over(on: datetime.date, path: str = "") -> Q:
    """A record that lasts, found by `path` ("area_links__"), has no end, or an exact one that has not passed."""
    later = Q(**{f"{path}ends__gte": VagueDate.of(on), f"{path}ends__regex": EXACT})
    return Q(**{f"{path}ends__isnull": True}) | later


def areas_found(words: str, kind: str = "", lacking: str = "") -> QuerySet[LocalGovernmentArea]:
    """Areas whose name, county, code or police area has these words in it; `lacking`: "police" or "code"; or "ended"."""
    found = all_areas().order_by("name", "pk")
    for word in words.split():
        names = Q(name__icontains=word) | Q(upper_tier__icontains=word) | Q(region__icontains=word)
        found = found.filter(names | Q(ons_code__iexact=word) | Q(police_area__name__icontains=word))
    if kind:
        found = found.filter(kind=kind)
    narrowed = {"police": Q(police_area__isnull=True), "code": Q(ons_code=""), "ended": Q(ends__isnull=False)}
    return found.filter(narrowed[lacking]) if lacking in narrowed else found


def current_areas_of(partnership: Partnership, on: datetime.date) -> QuerySet[LocalGovernmentArea]:
    """The areas it covers, or will cover, and has not left."""
    links = partnership.area_links.filter(not_over(on))
    return LocalGovernmentArea.objects.filter(pk__in=links.values("area"))


def areas_to_add(partnership: Partnership, on: datetime.date) -> QuerySet[LocalGovernmentArea]:
    """Areas that stand and that the partnership does not cover."""
    return all_areas().filter(not_over(on)).exclude(pk__in=partnership.area_links.filter(not_over(on)).values("area"))


def counties_to_add(partnership: Partnership, on: datetime.date) -> list[str]:
    """The two-tier counties with a district that may be added."""
    return list(areas_to_add(partnership, on).exclude(upper_tier="").order_by("upper_tier").values_list("upper_tier", flat=True).distinct())
