"""What the local policing body did about how the duty is met: its meetings, visits and reports, beside what it asked."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries_policing as queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.forms.policing_contact import PolicingContactAnswerForm, PolicingContactForm
from partnerships.local_targets import target_days
from partnerships.models import PolicingBodyContact
from partnerships.policing_days import findings_of, in_order, waits_for_answer
from partnerships.queries_requests import policing_requests_of
from partnerships.views.of_partnership import form_page, withdraw_one
from partnerships.views.pages import address, standing_or_404
from svduty import clock

PLACE = ("Policing body", "policingbody")
WHY = "A meeting it convened under regulation 9, or a visit or report of its monitoring under section 14, and what it found."


@needs(Permission.READ)
def policingbody(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Requests, meetings, visits and reports together, the newest first."""
    requests, contacts = policing_requests_of(request.partnership), queries.policing_contacts_of(request.partnership)
    lines = in_order(requests, contacts, target_days("DL-17"))
    context = {"lines": lines, "waiting": sum(line.waits for line in lines), "on": clock.today()}
    return render(request, "partnerships/policingbody.html", context)


@needs(Permission.READ)
def policingbodycontact(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.policing_contacts_of(request.partnership), pk=pk)
    context = {
        "found": found,
        "findings": findings_of(found),
        "waits": waits_for_answer(found),
        "on": clock.today(),
        "breadcrumb": [(PLACE[0], address(request, PLACE[1]))],
    }
    return render(request, "partnerships/policingbodycontact.html", context)


@needs(Permission.LOG_REQUESTS)
def policingbodycontact_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    instance = PolicingBodyContact(partnership=request.partnership)
    return form_page(
        request,
        PolicingContactForm(request.POST or None, request.FILES or None, instance=instance),
        queries.policing_contacts_of(request.partnership),
        place=PLACE,
        title="Record a meeting, visit or report",
        why=WHY,
        done="Recorded it.",
        then=lambda saved: address(request, "policingbodycontact", saved.pk),
    )


@needs(Permission.LOG_REQUESTS)
def policingbodycontact_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.policing_contacts_of(request.partnership)
    form = PolicingContactForm(request.POST or None, request.FILES or None, instance=standing_or_404(request, among, pk))
    back = address(request, "policingbodycontact", pk)
    return form_page(request, form, among, place=PLACE, title="Change a meeting, visit or report", why=WHY, back=back)


@needs(Permission.EDIT)
def policingbodycontact_answer(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.policing_contacts_of(request.partnership)
    found = standing_or_404(request, among, pk)
    form = PolicingContactAnswerForm(request.POST or None, instance=found)
    back, title = address(request, "policingbodycontact", pk), "Record what was answered"
    return form_page(request, form, among, place=PLACE, title=title, why=f"{found}.", back=back, done="Recorded the answer.")


@needs(Permission.LOG_REQUESTS)
def policingbodycontact_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.policing_contacts_of(request.partnership)
    return withdraw_one(request, among, pk, place=PLACE, title="Withdraw a meeting, visit or report")
