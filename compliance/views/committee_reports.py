"""Reports to a committee, cabinet or board, drafted from the records: their list, one of them, composing and writing it."""

import datetime

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from compliance.answers import findings_for
from compliance.statements.committee import compose_committee
from compliance.views.composed import Pages, ask_for_pdf, compose_page, look_page, text_page, word_file
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.of_partnership import form_page, withdraw_one
from partnerships.views.pages import address, standing_or_404
from strategies import queries_committee as queries
from strategies.forms.composed import CommitteeReportForm, ReportTextForm
from strategies.models import CommitteeReport

PAGES = Pages("committeereport", ("Reports to committees", "committeereports"), "the report")
WHY = "A report in the order that councils use, drafted from the records. You edit its words, then take it away as Word or PDF."


@needs(Permission.READ)
def committeereports(request: PartnershipRequest, slug: str) -> HttpResponse:
    context = {"reports": list(queries.committee_reports_of(request.partnership))}
    return render(request, "compliance/committeereports.html", context)


@needs(Permission.READ)
def committeereport(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return look_page(request, _found(request, pk), PAGES, why=WHY)


@needs(Permission.EDIT)
def committeereport_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = CommitteeReportForm(request.POST or None, instance=CommitteeReport(partnership=request.partnership))
    return form_page(
        request,
        form,
        queries.committee_reports_of(request.partnership),
        place=PAGES.place,
        title="Begin a report to a committee",
        why=WHY,
        done="Began the report. Next: compose its text.",
        then=lambda saved: address(request, PAGES.kind, saved.pk),
    )


@needs(Permission.EDIT)
def committeereport_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.committee_reports_of(request.partnership)
    found = standing_or_404(request, among, pk)
    form = CommitteeReportForm(request.POST or None, instance=found)
    way = {"back": address(request, PAGES.kind, pk), "breadcrumb": PAGES.trail(request, found)}
    return form_page(request, form, among, place=PAGES.place, title="Change a report to a committee", why=WHY, **way)


@needs(Permission.EDIT)
def committeereport_compose(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = _found(request, pk)

    def compose(on: datetime.date) -> str:
        return compose_committee(request.partnership, found, findings_for(request.partnership, on), on)

    return compose_page(request, found, PAGES, compose)


@needs(Permission.EDIT)
def committeereport_text(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.committee_reports_of(request.partnership), pk)
    return text_page(request, ReportTextForm(request.POST or None, instance=found), PAGES)


@needs(Permission.READ)
def committeereport_word(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    return word_file(request, _found(request, pk))


@needs(Permission.READ)
@require_POST
def committeereport_pdf(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return ask_for_pdf(request, _found(request, pk), PAGES)


@needs(Permission.EDIT)
def committeereport_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.committee_reports_of(request.partnership)
    return withdraw_one(request, among, pk, place=PAGES.place, title="Withdraw a report to a committee")


def _found(request: PartnershipRequest, pk: int) -> CommitteeReport:
    return get_object_or_404(queries.committee_reports_of(request.partnership), pk=pk)
