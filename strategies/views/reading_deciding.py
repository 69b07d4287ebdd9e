from typing import Any

from partnerships.access.requests import PartnershipRequest
from strategies.models import Version


def deciding(request: PartnershipRequest, version: Version) -> dict[str, Any]:
    """What the page of a version's reading knows of the rounds in which it is decided: for read_asked.html and read_deciding.html."""
    return {}
