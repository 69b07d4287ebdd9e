"""Adding and changing what an administrator looks after."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_partnership import add_partnership
from partnerships.actions.save_record import save_record
from partnerships.forms.installation import AreaForm, NewPartnershipForm, PoliceAreaForm
from partnerships.forms.organisation import OrganisationForm
from partnerships.models import Invitation, LocalGovernmentArea, Organisation, Partnership, PoliceArea
from partnerships.views.inviting import tell_of_invitation
from partnerships.views.record_page import record_page
from svduty import clock
from svduty.editing.forms import RecordForm


def _record(request: SignedInRequest, form: RecordForm[Any], title: str, tab: tuple[str, str], why: str = "") -> HttpResponse:
    back = reverse(tab[1])
    return record_page(
        request,
        form,
        title=title,
        why=why,
        save=lambda valid: save_record(valid, actor=request.user, partnership=None),
        back=back,
        breadcrumb=[("Installation", reverse("installation")), (tab[0], back)],
    )


AREAS, POLICE_AREAS, ORGANISATIONS = ("Areas", "areas"), ("Police areas", "policeareas"), ("Organisations", "shared_organisations")


@needs(Permission.RUN_INSTALLATION)
def partnership_add(request: SignedInRequest) -> HttpResponse:
    form = NewPartnershipForm(request.POST or None, instance=Partnership())
    back = reverse("installation")

    def save(valid: NewPartnershipForm) -> Invitation:
        data = valid.cleaned_data
        return add_partnership(
            valid,
            coordinator_email=data["coordinator_email"],
            coordinator_name=data["coordinator_name"],
            actor=request.user,
            on=clock.today(),
        )

    def then(invitation: Invitation) -> str:
        tell_of_invitation(request, invitation)
        return back

    return record_page(
        request,
        form,
        title="Add a partnership",
        why="You will see its name here and nothing of its records, unless its coordinator gives you a role in it.",
        save=save,
        back=back,
        then=then,
        done="The partnership was added.",
        breadcrumb=[("Installation", back)],
    )


@needs(Permission.RUN_INSTALLATION)
def area_add(request: SignedInRequest) -> HttpResponse:
    return _record(request, AreaForm(request.POST or None, instance=LocalGovernmentArea()), "Add an area", AREAS)


@needs(Permission.RUN_INSTALLATION)
def area_change(request: SignedInRequest, pk: int) -> HttpResponse:
    area = get_object_or_404(queries.all_areas(), pk=pk)
    return _record(request, AreaForm(request.POST or None, instance=area), f"Change the area {area}", AREAS)


@needs(Permission.RUN_INSTALLATION)
def policearea_add(request: SignedInRequest) -> HttpResponse:
    return _record(request, PoliceAreaForm(request.POST or None, instance=PoliceArea()), "Add a police area", POLICE_AREAS)


@needs(Permission.RUN_INSTALLATION)
def policearea_change(request: SignedInRequest, pk: int) -> HttpResponse:
    area = get_object_or_404(queries.police_areas(), pk=pk)
    return _record(request, PoliceAreaForm(request.POST or None, instance=area), f"Change the police area {area}", POLICE_AREAS)


@needs(Permission.RUN_INSTALLATION)
def shared_organisation_add(request: SignedInRequest) -> HttpResponse:
    why = "Every partnership can choose it from its lists."
    form = OrganisationForm(request.POST or None, instance=Organisation())
    return _record(request, form, "Add an organisation to the shared register", ORGANISATIONS, why)


@needs(Permission.RUN_INSTALLATION)
def shared_organisation_change(request: SignedInRequest, pk: int) -> HttpResponse:
    organisation = get_object_or_404(queries.shared_organisations(), pk=pk)
    why = "The change shows in every partnership that it takes part in."
    return _record(request, OrganisationForm(request.POST or None, instance=organisation), f"Change {organisation}", ORGANISATIONS, why)
