from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from partnerships.access.requests import PartnershipRequest
from partnerships.actions.save_record import save_record
from partnerships.views.record_page import record_page
from svduty.editing.forms import RecordForm


def own_record(
    request: PartnershipRequest, form: RecordForm[Any], *, title: str, place: str, route: str, anchor: str = "", **context: Any
) -> HttpResponse:
    """The page of a record that is simply saved. `place` and `route` name the page it belongs to, where the person goes back to."""
    back = reverse(route, args=[request.partnership.slug])
    return record_page(
        request,
        form,
        title=title,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=getattr(valid, "comment", "")),
        back=back + anchor,
        breadcrumb=[(place, back)],
        **context,
    )
