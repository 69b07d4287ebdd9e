"""Compliance reports: those issued, making one, one of them, and its bytes."""

import io

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response

from compliance import queries
from compliance.answers import findings_for
from compliance.forms.report import ReportForm
from compliance.models import IssuedReport
from compliance.position import position_of
from compliance.report.source import seal_of, short_seal
from compliance.report.stored import COLUMNS, finding_rows
from compliance.tasks import ask_for_report, make_report
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import AsAt, asked_day
from svduty.files.response import response_for
from svduty.tasks.queries import open_tasks_of

PER_PAGE = 50


@needs(Permission.READ)
def reports(request: PartnershipRequest, slug: str) -> HttpResponse:
    page = Paginator(queries.issued_reports_of(request.partnership), PER_PAGE).get_page(request.GET.get("page"))
    people = queries.labels_of_people(report.issued_by_id for report in page)
    rows = [(report, people.get(report.issued_by_id or 0, "")) for report in page]
    making = open_tasks_of(make_report, request.partnership.pk)
    return render(request, "compliance/reports.html", {"page": page, "rows": rows, "making": making})


@needs(Permission.ISSUE_REPORT)
def report_make(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Show what a report as at the day of the address would say; a POST to the same address asks for it."""
    as_at = asked_day(request, request.partnership)
    form = ReportForm(request.POST or None if as_at.may_be_issued else None)
    if form.is_valid():
        signed_off_by = form.cleaned_data["signed_off_by"].strip()
        task = ask_for_report(request.partnership, as_at=as_at.on, signed_off_by=signed_off_by, actor=request.user)
        return redirect("report_making", slug=slug, pk=task.pk)
    context = {"form": form, "as_at": as_at, "breadcrumb": _way_back(slug), **_what_it_would_say(request, as_at)}
    return render(request, "compliance/report_make.html", context)


def _what_it_would_say(request: PartnershipRequest, as_at: AsAt) -> dict[str, object]:
    position = position_of(findings_for(request.partnership, as_at.on), as_at.on)
    duties = reverse("duties", args=[request.partnership.slug])
    counts = [
        {"status": status, "number": number, "label": status.words.lower(), "url": f"{duties}?status={status}{as_at.further}"}
        for status, number in position.counts
    ]
    return {"position": position, "counts": counts}


@needs(Permission.READ)
def report(request: PartnershipRequest, slug: str, number: int) -> HttpResponse:
    issued = get_object_or_404(queries.issued_reports_whole(request.partnership), number=number)
    context = {
        "breadcrumb": _way_back(slug),
        "report": issued,
        "by": queries.labels_of_people([issued.issued_by_id]).get(issued.issued_by_id or 0, ""),
        "seal": short_seal(seal_of(issued.facts, issued.findings)),
        "file_name": _file_name(request, issued),
        "columns": COLUMNS,
        "answers": finding_rows(issued, current=True),
        "earlier": finding_rows(issued, current=False),
    }
    return render(request, "compliance/report_page.html", context)


@needs(Permission.READ)
def report_pdf(request: PartnershipRequest, slug: str, number: int) -> HttpResponseBase:
    """The bytes as they were issued. Who names the hash they already hold is told that it is the same (304)."""
    issued = get_object_or_404(queries.issued_reports_whole(request.partnership), number=number)
    etag = f'"{issued.sha256}"'
    response: HttpResponseBase | None = get_conditional_response(request, etag=etag)
    if response is None:
        pdf = bytes(issued.pdf)
        response = response_for(io.BytesIO(pdf), _file_name(request, issued), size=len(pdf))
    response.headers["ETag"] = etag
    return response


def _way_back(slug: str) -> list[tuple[str, str]]:
    return [("Reports", reverse("reports", args=[slug]))]


def _file_name(request: PartnershipRequest, issued: IssuedReport) -> str:
    return f"{request.partnership.slug}-compliance-report-{issued.number}-as-at-{issued.as_at.isoformat()}.pdf"
