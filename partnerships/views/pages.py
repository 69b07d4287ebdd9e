"""What the pages of records share: how a record is found, and the way back."""

from typing import Any, TypeVar

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse

from partnerships.access.requests import PartnershipRequest
from partnerships.views.end_page import withdraw_page
from svduty.editing.records import Withdrawable

Found = TypeVar("Found", bound=Withdrawable)
Trail = list[tuple[str, str]]


def address(request: PartnershipRequest, route: str, *args: Any) -> str:
    return reverse(route, args=[request.partnership.slug, *args])


def standing_or_404(request: PartnershipRequest, records: QuerySet[Found], pk: int) -> Found:
    """A record to change. One already withdrawn has no such page; what is being sent is answered by its form."""
    found = get_object_or_404(records, pk=pk)
    if found.withdrawn_on and request.method != "POST":
        raise Http404("The record was withdrawn.")
    return found


def withdraw_once(request: PartnershipRequest, record: Withdrawable, *, back: str, **page: Any) -> HttpResponse:
    """The page that withdraws a record; whoever comes after it was withdrawn is told so."""
    if record.withdrawn_on:
        messages.info(request, f"It is already withdrawn: {record.withdrawn_reason}")
        return redirect(back)
    return withdraw_page(request, record, back=back, **page)
