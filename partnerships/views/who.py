"""Who the partnership is: the page itself, and what a coordinator changes of the partnership, its areas and its lead."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.directory import by_area, is_over
from partnerships.forms.lead_agreement import LeadAgreementForm
from partnerships.forms.partnership import PartnershipForm
from partnerships.forms.partnership_area import PartnershipAreaForm
from partnerships.models import LeadAgreement, PartnershipArea
from partnerships.views.end_page import end_page
from partnerships.views.own_record import own_record
from svduty import clock

PLACE = {"place": "Who", "route": "who"}


@needs(Permission.READ)
def who(request: PartnershipRequest, slug: str) -> HttpResponse:
    on, partnership = clock.today(), request.partnership
    links, leads = list(queries.area_links_of(partnership)), list(queries.leads_of(partnership))
    groups = by_area(links, queries.duty_holders_of(partnership), queries.authority_types(), on)
    policing = [holder for group in groups for holder in group.bodies if holder.capacity.code == "policing-body"]
    context = {
        "groups": groups,
        "links": [link for link in links if not is_over(link, on)],
        "earlier_links": [link for link in links if is_over(link, on)],
        "leads": [lead for lead in leads if not is_over(lead, on)],
        "earlier_leads": [lead for lead in leads if is_over(lead, on)],
        "policing_bodies": list(dict.fromkeys(holder.organisation for holder in policing)),
        "organisations": queries.own_organisations_of(partnership),
    }
    return render(request, "partnerships/who.html", context)


@needs(Permission.EDIT)
def partnership_change(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = PartnershipForm(request.POST or None, instance=request.partnership)
    return own_record(request, form, title="Change the partnership", **PLACE)


@needs(Permission.EDIT)
def partnershiparea_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = PartnershipAreaForm(request.POST or None, instance=PartnershipArea(partnership=request.partnership))
    why = "The areas in law: in a two-tier county each district. If yours is not listed, ask whoever runs this installation to add it."
    return own_record(request, form, title="Add an area", why=why, **PLACE)


@needs(Permission.EDIT)
def partnershiparea_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    link = get_object_or_404(queries.area_links_of(request.partnership), pk=pk)
    return own_record(request, PartnershipAreaForm(request.POST or None, instance=link), title=f"Change the area {link}", **PLACE)


@needs(Permission.EDIT)
def partnershiparea_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    link = get_object_or_404(queries.area_links_of(request.partnership), pk=pk)
    back = reverse("who", args=[slug])
    return end_page(request, link, title=f"The partnership no longer covers {link}", back=back, breadcrumb=[("Who", back)])


@needs(Permission.EDIT)
def leadagreement_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = LeadAgreementForm(request.POST or None, instance=LeadAgreement(partnership=request.partnership))
    why = "The Act names no lead; the bodies agree on one. If another led before, end that agreement too."
    return own_record(request, form, title="Record who leads", why=why, template="partnerships/with_organisation_link.html", **PLACE)


@needs(Permission.EDIT)
def leadagreement_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    lead = get_object_or_404(queries.leads_of(request.partnership), pk=pk)
    form = LeadAgreementForm(request.POST or None, instance=lead)
    return own_record(request, form, title="Change who leads", template="partnerships/with_organisation_link.html", **PLACE)


@needs(Permission.EDIT)
def leadagreement_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    lead = get_object_or_404(queries.leads_of(request.partnership), pk=pk)
    back = reverse("who", args=[slug])
    title = f"{lead.organisation} no longer leads"
    return end_page(request, lead, title=title, back=back, starts=lead.agreed_on, breadcrumb=[("Who", back)])
