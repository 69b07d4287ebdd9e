from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import may, needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.invite import invite
from partnerships.forms.people import MemberForm
from partnerships.models import Invitation
from partnerships.queries_invitations import open_invitations_of, withdrawn_invitations_of
from partnerships.views.inviting import in_words, invite_page
from partnerships.views.roles import end_role_page
from svduty import clock


@needs(Permission.READ)
def people(request: PartnershipRequest, slug: str) -> HttpResponse:
    context: dict[str, Any] = {
        "grants": list(queries.people_of(request.partnership)),
        "overseers": list(queries.overseers_of(request.partnership)),
        "earlier": list(queries.earlier_people_of(request.partnership)),
    }
    if may(request, Permission.MANAGE_PEOPLE):
        context["invited"] = in_words(open_invitations_of(request.partnership))
        context["withdrawn"] = list(withdrawn_invitations_of(request.partnership))
    return render(request, "partnerships/people.html", context)


@needs(Permission.MANAGE_PEOPLE)
def person_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = MemberForm(request.POST or None, partnership=request.partnership)

    def give() -> Invitation:
        data = form.cleaned_data
        return invite(
            data["email"],
            data["name"],
            data["role"],
            body=data["body"],
            seat=data["seat"],
            partnership=request.partnership,
            actor=request.user,
            on=clock.today(),
        )

    why = "They get a link by mail and have the role once they accept."
    return invite_page(request, form, give, why=why, crumbs=[("People", reverse("people", args=[slug]))])


@needs(Permission.MANAGE_PEOPLE)
def grant_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    grant = get_object_or_404(queries.people_of(request.partnership), pk=pk)
    mine = queries.people_of(request.partnership).filter(user=request.user)
    return end_role_page(request, grant, crumbs=[("People", reverse("people", args=[slug]))], still_there=mine.exists)
