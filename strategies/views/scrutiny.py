"""The pages that record what a council's crime and disorder committee did and asked. When a reply is due is said on the floor above."""

from django.http import HttpResponse

from partnerships.access.guards import needs
from partnerships.access.own_body import only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.of_partnership import form_page, withdraw_one
from partnerships.views.pages import address, standing_or_404
from strategies import queries_scrutiny as queries
from strategies.forms.scrutiny import (
    ScrutinyAnswerForm,
    ScrutinyMeetingForm,
    ScrutinyReplyForm,
    ScrutinyReportForm,
    ScrutinyRequestForm,
)
from strategies.models import ScrutinyMeeting, ScrutinyReport, ScrutinyRequest

PLACE = ("Scrutiny", "scrutiny")
WHY_MEETING = "Each council's committee meets at least once in every twelve months to review or scrutinise crime and disorder functions."
WHY_REPORT = "A report or recommendation of the committee, and who has to reply. Whoever was asked can then record the reply."
WHY_REQUEST = "What the committee asked in writing to be told. Whoever was asked can then record the answer."


@needs(Permission.EDIT)
def scrutinymeeting_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    """`?council=` chooses the council beforehand."""
    asked = {"council": request.GET["council"]} if "council" in request.GET else {}
    form = ScrutinyMeetingForm(request.POST or None, instance=ScrutinyMeeting(partnership=request.partnership), initial=asked)
    among = queries.scrutiny_meetings_of(request.partnership)
    return form_page(request, form, among, place=PLACE, title="Record a scrutiny meeting", why=WHY_MEETING, done="Recorded the meeting.")


@needs(Permission.EDIT)
def scrutinymeeting_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.scrutiny_meetings_of(request.partnership)
    form = ScrutinyMeetingForm(request.POST or None, instance=standing_or_404(request, among, pk))
    return form_page(request, form, among, place=PLACE, title="Change a scrutiny meeting", why=WHY_MEETING)


@needs(Permission.EDIT)
def scrutinymeeting_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.scrutiny_meetings_of(request.partnership)
    return withdraw_one(request, among, pk, place=PLACE, title="Withdraw a scrutiny meeting")


@needs(Permission.EDIT)
def scrutinyreport_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = ScrutinyReportForm(request.POST or None, request.FILES or None, instance=ScrutinyReport(partnership=request.partnership))
    return form_page(
        request,
        form,
        queries.scrutiny_reports_of(request.partnership),
        place=PLACE,
        title="Record a scrutiny report",
        why=WHY_REPORT,
        done="Recorded the report.",
        then=lambda saved: address(request, "scrutinyreport", saved.pk),
    )


@needs(Permission.EDIT)
def scrutinyreport_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.scrutiny_reports_of(request.partnership)
    form = ScrutinyReportForm(request.POST or None, request.FILES or None, instance=standing_or_404(request, among, pk))
    back = address(request, "scrutinyreport", pk)
    return form_page(request, form, among, place=PLACE, title="Change a scrutiny report", why=WHY_REPORT, back=back)


@needs(Permission.UPDATE_OWN)
def scrutinyreport_reply(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The reply, recorded by the body that was asked or by a coordinator."""
    among = queries.scrutiny_reports_of(request.partnership)
    found = standing_or_404(request, among, pk)
    only_for(request, found.asked_of_id or 0)
    form = ScrutinyReplyForm(request.POST or None, instance=found)
    why = f"{found.committee or found.council}, {found.dated}: {found.title}"
    back = address(request, "scrutinyreport", pk)
    return form_page(
        request, form, among, place=PLACE, title="Record the reply to a scrutiny report", why=why, back=back, done="Recorded the reply."
    )


@needs(Permission.EDIT)
def scrutinyreport_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.scrutiny_reports_of(request.partnership)
    return withdraw_one(request, among, pk, place=PLACE, title="Withdraw a scrutiny report")


@needs(Permission.EDIT)
def scrutinyrequest_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = ScrutinyRequestForm(request.POST or None, instance=ScrutinyRequest(partnership=request.partnership))
    among = queries.scrutiny_requests_of(request.partnership)
    title = "Record a scrutiny committee's request"
    return form_page(request, form, among, place=PLACE, title=title, why=WHY_REQUEST, done="Recorded the request.")


@needs(Permission.EDIT)
def scrutinyrequest_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.scrutiny_requests_of(request.partnership)
    form = ScrutinyRequestForm(request.POST or None, instance=standing_or_404(request, among, pk))
    return form_page(request, form, among, place=PLACE, title="Change a scrutiny committee's request", why=WHY_REQUEST)


@needs(Permission.UPDATE_OWN)
def scrutinyrequest_answer(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The answer, recorded by the body that was asked or by a coordinator."""
    among = queries.scrutiny_requests_of(request.partnership)
    found = standing_or_404(request, among, pk)
    only_for(request, found.asked_of_id or 0)
    form = ScrutinyAnswerForm(request.POST or None, instance=found)
    why = f"{found.committee or found.council} asked on {found.asked_on}: {found.about}"
    title = "Record the answer to a scrutiny committee"
    return form_page(request, form, among, place=PLACE, title=title, why=why, done="Recorded the answer.")


@needs(Permission.EDIT)
def scrutinyrequest_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.scrutiny_requests_of(request.partnership)
    return withdraw_one(request, among, pk, place=PLACE, title="Withdraw a scrutiny committee's request")
