"""The pages of a record that belongs to the partnership itself: it is added once, changed, withdrawn."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.requests import PartnershipRequest
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.actions.save_with_file import save_with_file
from partnerships.views.pages import Trail, address, withdraw_once
from partnerships.views.record_page import record_page
from svduty.editing.forms import RecordForm

CAUTIOUS = "components/cautious_form.html"
PLAIN = "components/form_page.html"


def form_page(
    request: PartnershipRequest, form: RecordForm[Any], among: QuerySet[Any], *, place: tuple[str, str], **page: Any
) -> HttpResponse:
    """The form of a record of `among`, new or not. `place`: name and route of the list it stands in, where the person goes back to.

    Other words go to `record_page`.
    """
    back, trail = way_back(request, place)
    cautious = hasattr(form, "cautions")

    def save(valid: Any) -> Any:
        partnership = request.partnership
        said: dict[str, Any] = {"actor": request.user, "comment": valid.comment if cautious else ""}
        if "upload" in valid.fields:
            return save_with_file(valid, "document", beside=partnership, among=among, partnership=partnership, **said)
        if valid.instance.pk:
            return save_record(valid, partnership=partnership, **said)
        return add_once(valid, beside=partnership, among=among, partnership=partnership, **said)

    given = {"save": save, "back": back, "breadcrumb": trail, "template": CAUTIOUS if cautious else PLAIN, **page}
    return record_page(request, form, **given)


def withdraw_one(
    request: PartnershipRequest, among: QuerySet[Any], pk: int, *, title: str, place: tuple[str, str], **page: Any
) -> HttpResponse:
    """Withdraw one of `among`."""
    back, trail = way_back(request, place)
    found = get_object_or_404(among, pk=pk)
    return withdraw_once(request, found, **{"title": title, "back": back, "intro": f"{found}.", "breadcrumb": trail, **page})


def way_back(request: PartnershipRequest, place: tuple[str, str]) -> tuple[str, Trail]:
    """The address of the list, and the breadcrumb that ends there."""
    words, route = place
    back = address(request, route)
    return back, [(words, back)]
