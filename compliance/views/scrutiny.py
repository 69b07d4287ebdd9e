"""Scrutiny by councils' crime and disorder committees, with what is due when."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from compliance.answers import findings_for
from compliance.scrutiny_rows import councils_judged, replies_judged
from partnerships.access.guards import needs
from partnerships.access.own_body import acts_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.views.pages import address
from strategies import queries_scrutiny as queries
from svduty import clock


@needs(Permission.READ)
def scrutiny(request: PartnershipRequest, slug: str) -> HttpResponse:
    """When each committee last met and must meet again, what it reported and asked, and what was answered."""
    partnership = request.partnership
    on = default_day(partnership, clock.today())
    findings = findings_for(partnership, on)
    reports = list(queries.scrutiny_reports_of(partnership))
    requests = list(queries.scrutiny_requests_of(partnership))
    asked = {one.asked_of_id for one in reports} | {one.asked_of_id for one in requests}
    context = {
        "on": on,
        "councils": councils_judged(findings, on),
        "meetings": list(queries.scrutiny_meetings_of(partnership)),
        "reports": reports,
        "judged": replies_judged(reports, findings, on),
        "requests": requests,
        "own": {body for body in asked if body and Permission.UPDATE_OWN in request.permissions and acts_for(request, body)},
    }
    return render(request, "compliance/scrutiny.html", context)


@needs(Permission.READ)
def scrutinyreport(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One report: what it recommends, and the written reply with its last day."""
    report = get_object_or_404(queries.scrutiny_reports_of(request.partnership), pk=pk)
    on = default_day(request.partnership, clock.today())
    may_reply = Permission.UPDATE_OWN in request.permissions and acts_for(request, report.asked_of_id or 0)
    context = {
        "report": report,
        "recommendations": [line for line in report.recommendations.splitlines() if line.strip()],
        "on": on,
        "judged": replies_judged([report], findings_for(request.partnership, on), on).get(report.pk),
        "may_reply": may_reply and not report.withdrawn_on,
        "breadcrumb": [("Scrutiny", address(request, "scrutiny"))],
    }
    return render(request, "compliance/scrutinyreport.html", context)
