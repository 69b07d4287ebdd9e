from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_POST

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.grant_role import Granted, grant_role
from partnerships.forms.people import InstallationPersonForm
from partnerships.models.person import Role
from partnerships.views.roles import Crumbs, add_person_page, end_role_page, send_link_again
from svduty import clock


def _crumbs() -> Crumbs:
    return [("Installation", reverse("installation")), ("People", reverse("installation_people"))]


@needs(Permission.RUN_INSTALLATION)
def installation_person_add(request: SignedInRequest) -> HttpResponse:
    form = InstallationPersonForm(request.POST or None)

    def give() -> Granted:
        data = form.cleaned_data
        return grant_role(
            data["email"],
            data["name"],
            data["role"],
            partnership=data["partnership"],
            police_area=data["police_area"],
            actor=request.user,
            on=clock.today(),
        )

    why = "Coordinators add the other people of their partnership themselves."
    return add_person_page(request, form, give, why=why, crumbs=_crumbs())


@require_POST
@needs(Permission.RUN_INSTALLATION)
def installation_person_invite(request: SignedInRequest, pk: int) -> HttpResponse:
    grant = get_object_or_404(queries.installation_grants(), pk=pk)
    return send_link_again(request, grant, reverse("installation_people"))


@needs(Permission.RUN_INSTALLATION)
def installation_grant_end(request: SignedInRequest, pk: int) -> HttpResponse:
    grant = get_object_or_404(queries.installation_grants(), pk=pk)
    mine = queries.installation_grants().filter(user=request.user, role=Role.ADMINISTRATOR)
    return end_role_page(request, grant, crumbs=_crumbs(), still_there=mine.exists)
