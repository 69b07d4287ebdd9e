"""Which body leads the partnership."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_lead import add_lead
from partnerships.forms.lead_agreement import LeadAgreementForm, NewLeadAgreementForm
from partnerships.models import LeadAgreement
from partnerships.views.end_page import end_page
from partnerships.views.own_record import own_record
from partnerships.views.record_page import record_page
from partnerships.views.who import PLACE


@needs(Permission.EDIT)
def leadagreement_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = NewLeadAgreementForm(request.POST or None, instance=LeadAgreement(partnership=request.partnership))
    back = reverse("who", args=[slug])
    return record_page(
        request,
        form,
        title="Record who leads",
        why="The Act names no lead; the bodies agree on one. If another led before, end that agreement too.",
        save=lambda valid: add_lead(valid, valid.cleaned_data["body"], actor=request.user, partnership=request.partnership),
        back=back,
        template="components/cautious_form.html",
        breadcrumb=[("Who", back)],
    )


@needs(Permission.EDIT)
def leadagreement_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    lead = get_object_or_404(queries.leads_of(request.partnership), pk=pk)
    form = LeadAgreementForm(request.POST or None, instance=lead)
    return own_record(request, form, title="Change who leads", template="components/cautious_form.html", **PLACE)


@needs(Permission.EDIT)
def leadagreement_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    lead = get_object_or_404(queries.leads_of(request.partnership), pk=pk)
    back = reverse("who", args=[slug])
    title = f"{lead.organisation} no longer leads"
    return end_page(request, lead, title=title, back=back, starts=lead.agreed_on, breadcrumb=[("Who", back)])
