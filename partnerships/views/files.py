from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from svduty.files.response import response_for


@needs(Permission.READ)
def file(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    """Hand back a kept file of this partnership, to be saved and never shown as a page."""
    stored = get_object_or_404(request.partnership.files, pk=pk)
    try:
        content = stored.content.open("rb")
    except FileNotFoundError:
        raise Http404("The bytes of this file are missing.") from None
    return response_for(content, stored.name, size=stored.size)
