"""Training and awareness: how many people of each sector, and every time it was given."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_measures as queries
from strategies.forms.training import TrainingForm
from strategies.models import TrainingRecord
from strategies.training_reading import by_sector

WHY = "People who were trained or made aware of the duty. Numbers only, no names."
ON_A_PAGE = 50


@needs(Permission.READ)
def training(request: PartnershipRequest, slug: str) -> HttpResponse:
    found = list(queries.training_of(request.partnership))
    sectors = by_sector(found)
    context = {
        "page": Paginator(found, ON_A_PAGE).get_page(request.GET.get("page")),
        "sectors": sectors,
        "times": sum(line.times for line in sectors),
        "people": sum(line.people for line in sectors),
    }
    return render(request, "strategies/training.html", context)


@needs(Permission.EDIT)
def trainingrecord_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    form = TrainingForm(request.POST or None, instance=TrainingRecord(partnership=partnership))

    def save(valid: TrainingForm) -> TrainingRecord:
        kept: dict[str, Any] = {"beside": partnership, "among": queries.training_of(partnership), "partnership": partnership}
        return add_once(valid, actor=request.user, comment=valid.comment, **kept)

    return _page(request, form, title="Record training", save=save, done="Recorded the training.")


@needs(Permission.EDIT)
def trainingrecord_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.training_of(request.partnership), pk)

    def save(valid: TrainingForm) -> TrainingRecord:
        return save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, TrainingForm(request.POST or None, instance=found), title="Change the training", save=save)


@needs(Permission.EDIT)
def trainingrecord_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.training_of(request.partnership), pk=pk)
    return withdraw_once(request, found, title="Withdraw training", intro=f"{found}, {found.held_on}.", **_way_back(request))


def _page(request: PartnershipRequest, form: TrainingForm, **page: Any) -> HttpResponse:
    return record_page(request, form, why=WHY, template="components/cautious_form.html", **_way_back(request), **page)


def _way_back(request: PartnershipRequest) -> dict[str, Any]:
    back = address(request, "training")
    return {"back": back, "breadcrumb": [("Training", back)]}
