"""Parts of the pages of a version and of a review that belong to the floor above: it registers them in `AppConfig.ready()`."""

from collections.abc import Callable
from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from partnerships.access.requests import PartnershipRequest
from strategies.models import AnnualReview, Version

# Given the version and the request: the panel's title, its template and what the template is told; None to show nothing.
Panel = Callable[[Version, PartnershipRequest], tuple[str, str, dict[str, Any]] | None]
_panels: list[Panel] = []


def register_panel(panel: Panel) -> None:
    _panels.append(panel)


def panels_of(version: Version, request: PartnershipRequest) -> list[tuple[str, SafeString]]:
    """The title and the drawn contents of every panel of this version's page."""
    shown = filter(None, (panel(version, request) for panel in _panels))
    return [(title, render_to_string(template, {**context, "version": version}, request)) for title, template, context in shown]


# The same of a review's page.
ReviewPanel = Callable[[AnnualReview, PartnershipRequest], tuple[str, str, dict[str, Any]] | None]
_review_panels: list[ReviewPanel] = []


def register_review_panel(panel: ReviewPanel) -> None:
    _review_panels.append(panel)


def panels_of_review(review: AnnualReview, request: PartnershipRequest) -> list[tuple[str, SafeString]]:
    """The title and the drawn contents of every panel of this review's page."""
    shown = filter(None, (panel(review, request) for panel in _review_panels))
    return [(title, render_to_string(template, {**context, "review": review}, request)) for title, template, context in shown]
