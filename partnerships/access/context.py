"""What the page frame shows on every page. Error pages render without any of it."""

import dataclasses
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from partnerships.access.roles import Permission
from partnerships.queries_handovers import unsettled_of
from svduty import dates

LAW_AS_AT = "22 November 2026"
SHOW_HANDOVERS = ("home", "overview")


@dataclasses.dataclass(frozen=True)
class Place:
    """`prefixes`: the first parts of the route names that belong to it. `under`: the place whose own row it stands in; `inside`: what a
    place is called in its own row. `only_with`: the partnership's own switch, without which it is not shown."""

    position: int
    label: str
    route: str
    prefixes: tuple[str, ...]
    under: str = ""
    inside: str = ""
    only_with: str = ""


PLACES: list[Place] = []


def register_place(position: int, label: str, route: str, *prefixes: str, under: str = "", inside: str = "", only_with: str = "") -> None:
    """Add a place to the row under the header, or to the second row of the place `under`; upper floors call this in `AppConfig.ready()`."""
    PLACES.append(Place(position, label, route, (route, *prefixes), under, inside, only_with))
    PLACES.sort(key=lambda place: place.position)


def frame(request: HttpRequest) -> dict[str, Any]:
    """The template context `frame`: places, partnership switcher, banner."""
    shown: dict[str, Any] = {"law_as_at": LAW_AS_AT, "places": [], "subplaces": [], "partnerships": [], "banner": None}
    route = (request.resolver_match and request.resolver_match.url_name) or ""
    grants = getattr(request, "grants", [])
    mine = {grant.partnership.slug: grant.partnership.name for grant in grants if grant.partnership}
    partnership = getattr(request, "partnership", None)
    if partnership:
        mine.setdefault(partnership.slug, partnership.name)
    shown["partnerships"] = [(name, reverse("overview", args=[slug])) for slug, name in mine.items()]
    if any(grant.police_area_id for grant in grants):
        # An overseer may read many: they are listed on the home page, and not asked for on every other.
        shown["partnerships"].append(("All your partnerships", reverse("home")))
    if route in SHOW_HANDOVERS:
        shown["handovers"] = unsettled_of([grant for grant in grants if grant.handed_over and partnership in (None, grant.partnership)])
    shown["administrator"] = Permission.RUN_INSTALLATION in getattr(request, "permissions", ())
    if partnership:
        shown["partnership"] = partnership
        shown |= _rows(route, partnership)
        shown["banner"] = _banner(partnership)
    return {"frame": shown, "may": getattr(request, "permissions", frozenset())}


def _rows(route: str, partnership: Any) -> dict[str, list[dict[str, Any]]]:
    """The row of places, and of those that stand under the one this page belongs to."""
    here, slug = _place_of(route), partnership.slug
    top = here.under or here.label if here else ""
    places = [_link(place, place.label, slug, place.label == top) for place in PLACES if not place.under]
    below = [place for place in PLACES if place.under == top and _is_on(place, partnership)] if top else []
    above = [place for place in PLACES if place.label == top] if below else []
    return {"places": places, "subplaces": [_link(place, place.inside or place.label, slug, place is here) for place in [*above, *below]]}


def _is_on(place: Place, partnership: Any) -> bool:
    return not place.only_with or getattr(partnership, place.only_with)


def _link(place: Place, label: str, slug: str, current: bool) -> dict[str, Any]:
    return {"label": label, "url": reverse(place.route, args=[slug]), "current": current}


def _place_of(route: str) -> Place | None:
    """The place a route belongs to: that of its longest prefix, for "dutyholder_add" begins like "duty" too."""
    fits = [(len(prefix), place) for place in PLACES for prefix in place.prefixes if route.startswith(prefix)]
    return max(fits, key=lambda fit: fit[0])[1] if fits else None


def _banner(partnership: Any) -> str | None:
    if partnership.invented:
        return "Invented for training: no real area, no real facts."
    if partnership.records_to:
        example = "Example from public papers. Its records" if partnership.from_papers else "The records here"
        return f"{example} end on {dates.say(partnership.records_to)}; pages open as at that day."
    return None
