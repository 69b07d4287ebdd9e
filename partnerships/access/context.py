"""What the page frame shows on every page. Error pages render without any of it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from partnerships.access.roles import Permission
from svduty import dates

LAW_AS_AT = "22 November 2026"

# The row of places: label, route, and the first parts of the route names that belong to it.
PLACES: list[tuple[str, str, tuple[str, ...]]] = []


def register_place(position: int, label: str, route: str, *prefixes: str) -> None:
    """Add a place to the row under the header; upper floors call this in `AppConfig.ready()`."""
    PLACES.append((label, route, (route, *prefixes)))
    _POSITIONS[label] = position
    PLACES.sort(key=lambda place: _POSITIONS[place[0]])


_POSITIONS: dict[str, int] = {}


def frame(request: HttpRequest) -> dict[str, Any]:
    """The template context `frame`: places, partnership switcher, banner."""
    shown: dict[str, Any] = {"law_as_at": LAW_AS_AT, "places": [], "partnerships": [], "banner": None}
    grants = getattr(request, "grants", [])
    mine = {grant.partnership.slug: grant.partnership.name for grant in grants if grant.partnership}
    partnership = getattr(request, "partnership", None)
    if partnership:
        mine.setdefault(partnership.slug, partnership.name)
    shown["partnerships"] = [(name, reverse("overview", args=[slug])) for slug, name in mine.items()]
    if any(grant.police_area_id for grant in grants):
        # An overseer may read many: they are listed on the home page, and not asked for on every other.
        shown["partnerships"].append(("All your partnerships", reverse("home")))
    shown["administrator"] = Permission.RUN_INSTALLATION in getattr(request, "permissions", ())
    if partnership:
        current = _place_of((request.resolver_match and request.resolver_match.url_name) or "")
        shown["partnership"] = partnership
        shown["places"] = [
            {
                "label": label,
                "url": reverse(route, args=[partnership.slug]),
                "current": label == current,
            }
            for label, route, _ in PLACES
        ]
        shown["banner"] = _banner(partnership)
    return {"frame": shown, "may": getattr(request, "permissions", frozenset())}


def _place_of(name: str) -> str:
    """The place a route belongs to: that of its longest prefix, for "dutyholder_add" begins like "duty" too."""
    fits = [(len(prefix), label) for label, _, prefixes in PLACES for prefix in prefixes if name.startswith(prefix)]
    return max(fits)[1] if fits else ""


def _banner(partnership: Any) -> str | None:
    if partnership.invented:
        return "Invented for training: no real area, no real facts."
    if partnership.records_to:
        example = "Example from public papers. Its records" if partnership.from_papers else "The records here"
        return f"{example} end on {dates.say(partnership.records_to)}; pages open as at that day."
    return None
