"""How many schools, prisons and youth custody authorities an area has."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.queries import current_areas_of
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_consultation as queries
from strategies.forms.number_in_area import NumberInAreaForm
from strategies.models import NumberInArea

WHY = "Whether each was asked can only be told from how many there are. Every later strategy can rest on this number until it changes."


@needs(Permission.EDIT)
def numberinarea_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    """`?kind=` and `?area=` choose beforehand; `?number=0` says that there is none."""
    partnership = request.partnership
    initial: dict[str, Any] = {name: request.GET[name] for name in ("kind", "area", "number") if name in request.GET}
    areas = current_areas_of(partnership)[:2]
    if len(areas) == 1:
        initial.setdefault("area", areas[0].pk)
    form = NumberInAreaForm(request.POST or None, instance=NumberInArea(partnership=partnership), initial=initial)

    def save(valid: NumberInAreaForm) -> NumberInArea:
        among = queries.numbers_in(partnership)
        return add_once(valid, beside=partnership, among=among, actor=request.user, partnership=partnership, comment=valid.comment)

    return _page(request, form, save, title="Record how many there are", done="Recorded the number.")


@needs(Permission.EDIT)
def numberinarea_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.numbers_in(request.partnership), pk)
    form = NumberInAreaForm(request.POST or None, instance=found)

    def save(valid: NumberInAreaForm) -> NumberInArea:
        return save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, save, title="Change how many there are", done="Saved.")


@needs(Permission.EDIT)
def numberinarea_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.numbers_in(request.partnership), pk=pk)
    back = address(request, "consultations")
    return withdraw_once(request, found, title="Withdraw a number", back=back, intro=f"{found}.", breadcrumb=[("Consultation", back)])


def _page(request: PartnershipRequest, form: NumberInAreaForm, save: Any, *, title: str, done: str) -> HttpResponse:
    back = address(request, "consultations")
    return record_page(
        request,
        form,
        title=title,
        why=WHY,
        save=save,
        done=done,
        back=back,
        template="components/cautious_form.html",
        breadcrumb=[("Consultation", back)],
    )
