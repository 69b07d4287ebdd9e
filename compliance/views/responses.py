from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from compliance import queries
from compliance.forms.response import ResponseForm
from compliance.models import Response
from compliance.requirements import BY_CODE
from compliance.views.evidence import requirement_or_404
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import standing_or_404, withdraw_once
from partnerships.views.record_page import record_page

WHY = "Said beside the answer on every page and in every report. It is dated, and it changes nothing in the answer itself."


@needs(Permission.EDIT)
def response_add(request: PartnershipRequest, slug: str, code: str) -> HttpResponse:
    requirement = requirement_or_404(code)
    form = ResponseForm(request.POST or None, instance=Response(partnership=request.partnership, requirement=code))

    def save(valid: ResponseForm) -> Response:
        among = queries.responses_to(request.partnership, code)
        return add_once(valid, beside=request.partnership, among=among, actor=request.user, partnership=request.partnership)

    title = f"Respond to “{requirement.title}”"
    return record_page(request, form, title=title, why=WHY, save=save, done="Added the response.", **_way_back(request, code))


@needs(Permission.EDIT)
def response_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    response = standing_or_404(request, queries.responses_of(request.partnership), pk)
    return record_page(
        request,
        ResponseForm(request.POST or None, instance=response),
        title="Change the response",
        why=WHY,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership),
        **_way_back(request, response.requirement),
    )


@needs(Permission.EDIT)
def response_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    response = get_object_or_404(queries.responses_of(request.partnership), pk=pk)
    intro = f"{response.by}, {response.dated}: {response.text}"
    return withdraw_once(request, response, title="Withdraw the response", intro=intro, **_way_back(request, response.requirement))


def _way_back(request: PartnershipRequest, code: str) -> dict[str, Any]:
    slug = request.partnership.slug
    duties = ("Duties", reverse("duties", args=[slug]))
    if code not in BY_CODE:
        return {"back": duties[1], "breadcrumb": [duties]}
    duty = reverse("duty", args=[slug, code])
    return {"back": duty + "#response", "breadcrumb": [duties, (BY_CODE[code].title, duty)]}
