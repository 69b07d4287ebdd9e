"""The bodies that take part, and the partnership's own entries in the list of organisations."""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_duty_holder import add_duty_holder
from partnerships.directory import by_area
from partnerships.forms.duty_holder import DutyHolderForm, NewDutyHolderForm
from partnerships.forms.organisation import OrganisationForm
from partnerships.models import DutyHolder, Organisation
from partnerships.views.end_page import end_page
from partnerships.views.own_record import own_record
from partnerships.views.record_page import record_page
from partnerships.views.who import PLACE
from svduty import clock


@needs(Permission.EDIT)
def dutyholder_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    initial = None if request.method == "POST" else _beginning(request)
    form = NewDutyHolderForm(request.POST or None, instance=DutyHolder(partnership=partnership), initial=initial)
    back = reverse("who", args=[slug])

    def save(valid: NewDutyHolderForm) -> list[DutyHolder]:
        data = valid.cleaned_data
        return add_duty_holder(data["body"], data["capacity"], data["areas"], valid.details(), partnership=partnership, actor=request.user)

    def then(holders: list[DutyHolder]) -> str:
        if "another" not in request.POST:
            return back
        carried = [("area", str(holder.area_id)) for holder in holders] + [("since", str(holders[0].starts or ""))]
        return f"{reverse('dutyholder_add', args=[slug])}?{urlencode(carried)}"

    return record_page(
        request,
        form,
        title="Add a body",
        why="Each body that takes part, in the capacity in which it does. One that takes part in two ways is added twice.",
        save=save,
        back=back,
        then=then,
        template="partnerships/dutyholder_add.html",
        breadcrumb=[("Who", back)],
    )


def _beginning(request: PartnershipRequest) -> dict[str, Any]:
    """How the form begins: as the address says, else with the next kind of authority that nobody has entered.

    A single area is ticked; of several none is, for a district's council is no authority for its neighbours.
    """
    partnership = request.partnership
    here = list(queries.current_areas_of(partnership).values_list("pk", flat=True))
    areas: list[Any] = request.GET.getlist("area") or (here if len(here) == 1 else [])
    kinds = list(queries.authority_types())
    asked = request.GET.get("capacity", "")
    # Findings know a capacity by its code.
    capacity: Any = next((kind.pk for kind in kinds if asked in (kind.code, str(kind.pk))), None)
    if not capacity:
        groups = by_area(queries.area_links_of(partnership), queries.duty_holders_of(partnership), kinds, clock.today())
        capacity = next((kind.pk for group in groups for kind in group.not_entered), None)
    return {"areas": areas, "capacity": capacity, "starts": request.GET.get("since", "")}


@needs(Permission.EDIT)
def dutyholder_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    holder = get_object_or_404(queries.duty_holders_of(request.partnership), pk=pk)
    return own_record(
        request, DutyHolderForm(request.POST or None, instance=holder), title=f"Change how {holder.organisation} takes part", **PLACE
    )


@needs(Permission.EDIT)
def dutyholder_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    holder = get_object_or_404(queries.duty_holders_of(request.partnership), pk=pk)
    back = reverse("who", args=[slug])
    title = f"{holder.organisation} no longer takes part"
    return end_page(request, holder, title=title, back=back, breadcrumb=[("Who", back)])


@needs(Permission.EDIT)
def organisation_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = OrganisationForm(request.POST or None, instance=Organisation(partnership=request.partnership))
    why = "An organisation that is in nobody's list yet. Only this partnership sees it."
    return own_record(request, form, title="Add an organisation", why=why, **PLACE)


@needs(Permission.EDIT)
def organisation_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    organisation = get_object_or_404(queries.own_organisations_of(request.partnership), pk=pk)
    return own_record(request, OrganisationForm(request.POST or None, instance=organisation), title=f"Change {organisation}", **PLACE)
