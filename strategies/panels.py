"""Parts of a version's page that belong to the floor above: it registers them in `AppConfig.ready()`."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from partnerships.access.requests import PartnershipRequest
from strategies.models import Version

# Given the version and the request: the panel's title, its template and what the template is told; None to show nothing.
Panel = Callable[[Version, PartnershipRequest], tuple[str, str, dict[str, Any]] | None]
_panels: list[Panel] = []


def register_panel(panel: Panel) -> None:
    _panels.append(panel)


def panels_of(version: Version, request: PartnershipRequest) -> list[tuple[str, SafeString]]:
    """The title and the drawn contents of every panel of this version's page."""
    shown = filter(None, (panel(version, request) for panel in _panels))
    return [(title, render_to_string(template, {**context, "version": version}, request)) for title, template, context in shown]
