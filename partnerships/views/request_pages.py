"""What the pages of both kinds of request share."""

from typing import Any

from partnerships import queries_requests
from partnerships.access.requests import PartnershipRequest
from partnerships.models import CollaborationRequest, PolicingBodyRequest
from partnerships.views.pages import Trail, address

PER_PAGE = 50
LISTS = {"policingbodyrequests": "Of the policing body", "collaborationrequests": "To work together"}


def request_tabs(request: PartnershipRequest, route: str) -> list[dict[str, Any]]:
    """Both lists, each with how many of its requests wait for an answer; that of `route` is current."""
    waiting = {
        "policingbodyrequests": queries_requests.waiting_policing_requests(request.partnership),
        "collaborationrequests": queries_requests.waiting_collaboration_requests(request.partnership),
    }
    return [
        {"text": f"{words}: {waiting[name]} waiting", "url": address(request, name), "current": name == route}
        for name, words in LISTS.items()
    ]


def way_back(request: PartnershipRequest, route: str, found: PolicingBodyRequest | CollaborationRequest | None = None) -> dict[str, Any]:
    """To the page of the request, or to the list of `route`: address and breadcrumb."""
    to_list = address(request, route)
    trail: Trail = [("Requests", to_list)]
    if found is None:
        return {"back": to_list, "breadcrumb": trail}
    back = address(request, found.record_kind(), found.pk)
    return {"back": back, "breadcrumb": [*trail, (f"{found.asked_of}, {found.asked_on}", back)]}
