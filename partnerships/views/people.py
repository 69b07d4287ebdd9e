from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.grant_role import Granted, grant_role
from partnerships.forms.people import MemberForm
from partnerships.views.roles import add_person_page, end_role_page, send_link_again
from svduty import clock


@needs(Permission.READ)
def people(request: PartnershipRequest, slug: str) -> HttpResponse:
    context = {
        "grants": list(queries.people_of(request.partnership)),
        "overseers": list(queries.overseers_of(request.partnership)),
        "earlier": list(queries.earlier_people_of(request.partnership)),
    }
    return render(request, "partnerships/people.html", context)


@needs(Permission.MANAGE_PEOPLE)
def person_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = MemberForm(request.POST or None, partnership=request.partnership)

    def give() -> Granted:
        data = form.cleaned_data
        return grant_role(
            data["email"],
            data["name"],
            data["role"],
            body=data["body"],
            partnership=request.partnership,
            actor=request.user,
            on=clock.today(),
        )

    why = "Somebody who is new here gets a mailed link to set a password."
    return add_person_page(request, form, give, why=why, crumbs=[("People", reverse("people", args=[slug]))])


@require_POST
@needs(Permission.MANAGE_PEOPLE)
def person_invite(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    grant = get_object_or_404(queries.people_of(request.partnership), pk=pk)
    return send_link_again(request, grant, reverse("people", args=[slug]))


@needs(Permission.MANAGE_PEOPLE)
def grant_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    grant = get_object_or_404(queries.people_of(request.partnership), pk=pk)
    mine = queries.people_of(request.partnership).filter(user=request.user)
    return end_role_page(request, grant, crumbs=[("People", reverse("people", args=[slug]))], still_there=mine.exists)
