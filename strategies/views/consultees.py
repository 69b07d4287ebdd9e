"""The bodies that were asked in a consultation, one by one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import save_record
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_consultation as queries
from strategies.actions.add_consultees import add_consultees
from strategies.forms.consultees import ConsulteeForm, ConsulteesForm
from strategies.models import Consultee
from strategies.views.consultations import trail_to_consultation


@needs(Permission.EDIT)
def consultee_add(request: PartnershipRequest, slug: str, consultation_pk: int) -> HttpResponse:
    """Add many at once, one a line."""
    consultation = standing_or_404(request, queries.consultations_in(request.partnership), consultation_pk)
    form = ConsulteesForm(request.POST or None, consultation=consultation)

    def save(valid: ConsulteesForm) -> list[Consultee]:
        names = valid.cleaned_data["names"]
        added = add_consultees(consultation, names, actor=request.user, partnership=request.partnership)
        messages.info(request, _said(len(added), len(names) - len(added)))
        return added

    return record_page(
        request,
        form,
        title="List who was asked",
        why=f"{consultation}. Those on the list are counted; each can be marked when it answers.",
        save=save,
        done="Saved.",
        back=address(request, "consultation", consultation.pk) + "#asked",
        button="Add them to the list",
        breadcrumb=trail_to_consultation(request, consultation),
    )


@needs(Permission.EDIT)
def consultee_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.consultees_in(request.partnership), pk)
    form = ConsulteeForm(request.POST or None, instance=found)
    return record_page(
        request,
        form,
        title=f"Change {found.name}",
        why="When it was asked, and when it answered.",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        back=address(request, "consultation", found.consultation_id) + "#asked",
        template="components/cautious_form.html",
        breadcrumb=trail_to_consultation(request, found.consultation),
    )


@needs(Permission.EDIT)
def consultee_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.consultees_in(request.partnership), pk=pk)
    return withdraw_once(
        request,
        found,
        title="Withdraw a body from the list",
        back=address(request, "consultation", found.consultation_id) + "#asked",
        intro=f"{found}, in the {str(found.consultation)[0].lower()}{str(found.consultation)[1:]}.",
        breadcrumb=trail_to_consultation(request, found.consultation),
    )


def _said(added: int, there: int) -> str:
    """`52 bodies were added. 3 were on the list already.`"""
    new = f"{added} {'body was' if added == 1 else 'bodies were'} added." if added else "Nothing was added."
    return f"{new} {there} {'was' if there == 1 else 'were'} on the list already." if there else new
