"""The pages of a record that belongs to a version or a strategy, the same for every kind: it is added once, changed, withdrawn."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.requests import PartnershipRequest
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import Trail, address, withdraw_once
from partnerships.views.record_page import record_page
from strategies.models import Strategy, Version
from strategies.views.pages import trail_to_strategy, trail_to_version
from svduty.editing.cautious import CautiousForm

CAUTIOUS = "components/cautious_form.html"


def add_page(request: PartnershipRequest, form: CautiousForm[Any], among: QuerySet[Any], **page: Any) -> HttpResponse:
    """The form of a new record of `among`. Other words go to `record_page`, which goes back to the owner's page unless told otherwise."""
    owner = owner_of(form.instance)

    def save(valid: CautiousForm[Any]) -> Any:
        return add_once(valid, beside=owner, among=among, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, save=save, **page)


def change_page(request: PartnershipRequest, form: CautiousForm[Any], **page: Any) -> HttpResponse:
    def save(valid: CautiousForm[Any]) -> Any:
        return save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, save=save, **{"done": "Saved.", **page})


def withdraw_from(request: PartnershipRequest, records: QuerySet[Any], pk: int, *, title: str, **page: Any) -> HttpResponse:
    """Withdraw one of `records`; afterwards go back to the owner's page, or where `page` says."""
    found = get_object_or_404(records, pk=pk)
    home, trail = home_of(request, found)
    return withdraw_once(request, found, **{"title": title, "back": home, "intro": f"{found}.", "breadcrumb": trail, **page})


def owner_of(record: Any) -> Version | Strategy:
    """The version, or else the strategy, that a record belongs to."""
    return record.strategy_version if hasattr(record, "strategy_version_id") else record.strategy


def home_of(request: PartnershipRequest, record: Any) -> tuple[str, Trail]:
    """The address of the owner's page, and the breadcrumb that ends there."""
    owner = owner_of(record)
    if isinstance(owner, Version):
        return address(request, "version", owner.pk), trail_to_version(request, owner)
    return address(request, "strategy", owner.pk), trail_to_strategy(request, owner)


def _page(request: PartnershipRequest, form: CautiousForm[Any], **page: Any) -> HttpResponse:
    home, trail = home_of(request, form.instance)
    return record_page(request, form, **{"template": CAUTIOUS, "back": home, "breadcrumb": trail, **page})
