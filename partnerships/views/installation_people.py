from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.invite import invite
from partnerships.forms.people import InstallationPersonForm
from partnerships.models import Invitation
from partnerships.models.person import Role
from partnerships.views.inviting import Crumbs, invite_page
from partnerships.views.roles import end_role_page
from svduty import clock


def crumbs() -> Crumbs:
    return [("Installation", reverse("installation")), ("People", reverse("installation_people"))]


@needs(Permission.RUN_INSTALLATION)
def installation_person_add(request: SignedInRequest) -> HttpResponse:
    form = InstallationPersonForm(request.POST or None)

    def give() -> Invitation:
        data = form.cleaned_data
        return invite(
            data["email"],
            data["name"],
            data["role"],
            partnership=data["partnership"],
            police_area=data["police_area"],
            actor=request.user,
            on=clock.today(),
        )

    why = (
        "They get a link by mail and have the role once they accept. Coordinators invite the other people of their partnership themselves."
    )
    return invite_page(request, form, give, why=why, crumbs=crumbs())


@needs(Permission.RUN_INSTALLATION)
def installation_grant_end(request: SignedInRequest, pk: int) -> HttpResponse:
    grant = get_object_or_404(queries.installation_grants(), pk=pk)
    mine = queries.installation_grants().filter(user=request.user, role=Role.ADMINISTRATOR)
    return end_role_page(request, grant, crumbs=crumbs(), still_there=mine.exists)
