"""The yearly assurance statement: its list, one of them, composing and writing it, approval and publication."""

import datetime

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from compliance.answers import findings_for
from compliance.statements.assurance import compose_assurance
from compliance.todo import degree
from compliance.views.composed import Pages, ask_for_pdf, compose_page, look_page, text_page, word_file
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.views.of_partnership import form_page, withdraw_one
from partnerships.views.pages import address, standing_or_404
from strategies import queries_committee as queries
from strategies.forms.composed import AssuranceStatementForm, StatementTextForm
from strategies.models import AssuranceStatement
from svduty import clock

PAGES = Pages("assurancestatement", ("Assurance", "assurancestatements"), "the statement")
YEARLY = "SVD-MON-03"
WHY = "A yearly statement on how the duty is met, for those the partnership answers to. No law asks for it: it is a local promise."


@needs(Permission.READ)
def assurancestatements(request: PartnershipRequest, slug: str) -> HttpResponse:
    on = default_day(request.partnership, clock.today())
    current = [finding for finding in findings_for(request.partnership, on) if finding.code == YEARLY and finding.current]
    context = {
        "statements": list(queries.statements_whole(request.partnership)),
        "yearly": [(finding, degree(finding, on)) for finding in current],
        "on": on,
    }
    return render(request, "compliance/assurancestatements.html", context)


@needs(Permission.READ)
def assurancestatement(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return look_page(request, _found(request, pk), PAGES, why=WHY)


@needs(Permission.EDIT)
def assurancestatement_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = AssuranceStatementForm(request.POST or None, instance=AssuranceStatement(partnership=request.partnership))
    return form_page(
        request,
        form,
        queries.statements_whole(request.partnership),
        place=PAGES.place,
        title="Begin an assurance statement",
        why=WHY,
        done="Began the statement. Next: compose its text.",
        then=lambda saved: address(request, PAGES.kind, saved.pk),
    )


@needs(Permission.EDIT)
def assurancestatement_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.statements_whole(request.partnership)
    found = standing_or_404(request, among, pk)
    form = AssuranceStatementForm(request.POST or None, instance=found)
    way = {"back": address(request, PAGES.kind, pk), "breadcrumb": PAGES.trail(request, found)}
    return form_page(request, form, among, place=PAGES.place, title="Record approval and publication", why=WHY, **way)


@needs(Permission.EDIT)
def assurancestatement_compose(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    def compose(on: datetime.date) -> str:
        return compose_assurance(request.partnership.name, findings_for(request.partnership, on), on)

    return compose_page(request, _found(request, pk), PAGES, compose)


@needs(Permission.EDIT)
def assurancestatement_text(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.statements_whole(request.partnership), pk)
    return text_page(request, StatementTextForm(request.POST or None, instance=found), PAGES)


@needs(Permission.READ)
def assurancestatement_word(request: PartnershipRequest, slug: str, pk: int) -> HttpResponseBase:
    return word_file(request, _found(request, pk))


@needs(Permission.READ)
@require_POST
def assurancestatement_pdf(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return ask_for_pdf(request, _found(request, pk), PAGES)


@needs(Permission.EDIT)
def assurancestatement_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.statements_whole(request.partnership)
    return withdraw_one(request, among, pk, place=PAGES.place, title="Withdraw an assurance statement")


def _found(request: PartnershipRequest, pk: int) -> AssuranceStatement:
    return get_object_or_404(queries.statements_whole(request.partnership), pk=pk)
