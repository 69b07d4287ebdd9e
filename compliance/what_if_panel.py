"""The question "what follows if we publish on ...?" on the page of a version, on the floor below."""

from typing import Any

from partnerships.access.requests import PartnershipRequest
from strategies.models import Version


def what_if_panel(version: Version, request: PartnershipRequest) -> tuple[str, str, dict[str, Any]] | None:
    """The panel on the page of a version that is not published: a day to try out."""
    published = any(publication.withdrawn_on is None for publication in version.publications.all())
    if published or version.strategy.withdrawn_on:
        return None
    return "What follows if we publish on a certain day", "compliance/what_if_panel.html", {"about": f"version-{version.pk}"}
