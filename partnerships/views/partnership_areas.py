"""The areas that a partnership covers."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_areas import add_areas
from partnerships.forms.partnership_area import AddAreasForm, PartnershipAreaForm
from partnerships.models import LocalGovernmentArea, PartnershipArea
from partnerships.queries_areas import counties_to_add, with_words
from partnerships.views.end_page import end_page
from partnerships.views.own_record import own_record
from partnerships.views.record_page import record_page
from partnerships.views.who import PLACE

FEW = 20  # so many areas are shown without a search
MOST = 40


@needs(Permission.EDIT)
def partnershiparea_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    """`?words=` finds areas by name, `?county=` all districts of a county, ticked."""
    partnership = request.partnership
    words, county = (request.GET.get(name, "").strip()[:100] for name in ("words", "county"))
    addable = queries.areas_to_add(partnership).order_by("name", "pk")
    total = addable.count()
    if county:
        found = list(addable.filter(upper_tier=county))
    elif words or total <= FEW:
        found = list(with_words(addable, words)[: MOST + 1])
    else:
        found = []
    chosen = _chosen(request, addable)
    shown = {area.pk: area for area in [*found[:MOST], *chosen]}.values()
    initial = {"areas": [area.pk for area in found] if county else []}
    form = AddAreasForm(request.POST or None, initial=initial, partnership=partnership, shown=shown)

    def save(valid: AddAreasForm) -> list[PartnershipArea]:
        data = valid.cleaned_data
        return add_areas(data["areas"], data["starts"], partnership=partnership, actor=request.user)

    back = reverse("who", args=[slug])
    return record_page(
        request,
        form,
        title="Add areas",
        why="The areas in law: in a two-tier county each district.",
        save=save,
        back=back,
        breadcrumb=[("Who", back)],
        template="partnerships/partnershiparea_add.html",
        search={
            "words": words,
            "county": county,
            "counties": counties_to_add(partnership, words) if words else [],
            "needed": total > FEW,
            "more": len(found) > MOST,
            "nothing": bool(words or county) and not found,
            "total": total,
        },
        shown=bool(shown),
    )


def _chosen(request: PartnershipRequest, addable: Any) -> Iterable[LocalGovernmentArea]:
    """What was ticked when the form was sent, so that it is still there if the form comes back."""
    keys = [key for key in request.POST.getlist("areas") if key.isdecimal() and len(key) < 19]
    return addable.filter(pk__in=keys) if keys else []


@needs(Permission.EDIT)
def partnershiparea_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    link = get_object_or_404(queries.area_links_of(request.partnership), pk=pk)
    return own_record(request, PartnershipAreaForm(request.POST or None, instance=link), title=f"Change the area {link}", **PLACE)


@needs(Permission.EDIT)
def partnershiparea_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    link = get_object_or_404(queries.area_links_of(request.partnership), pk=pk)
    back = reverse("who", args=[slug])
    return end_page(request, link, title=f"The partnership no longer covers {link}", back=back, breadcrumb=[("Who", back)])
