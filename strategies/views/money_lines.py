"""The pages of one amount of money, and of one return to a funder."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import save_record
from partnerships.actions.save_with_file import save_with_file
from partnerships.views.pages import standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_money as queries
from strategies.actions.add_amount import add_amount
from strategies.forms.funding_line import FundingLineForm
from strategies.forms.grant_return import GrantReturnForm
from strategies.models import FundingLine, GrantReturn
from strategies.models.money import LineKind
from strategies.views.money_streams import CAUTIOUS, stream_or_404, way_back
from svduty import clock, dates

WHY_LINE = "One amount of one financial year. The sums are added up from these."
WHY_RETURN = "A report that the funder asked for. What the records hold for its time stands beside it."


@needs(Permission.EDIT)
def fundingline_add(request: PartnershipRequest, slug: str, stream_pk: int) -> HttpResponse:
    stream = stream_or_404(request, stream_pk)
    line = FundingLine(stream=stream, year=dates.financial_year_of(clock.today()))
    if request.GET.get("kind") in LineKind.values:
        line.kind = request.GET["kind"]
    form = FundingLineForm(request.POST or None, instance=line)
    return record_page(
        request,
        form,
        title="Record an amount",
        why=WHY_LINE,
        save=lambda valid: add_amount(valid, known=valid.knows_its_twin, actor=request.user),
        done="Recorded the amount.",
        then=lambda saved: way_back(request, stream, saved.year, "#amounts")["back"],
        template=CAUTIOUS,
        **way_back(request, stream),
    )


@needs(Permission.EDIT)
def fundingline_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    line = standing_or_404(request, queries.lines_in(request.partnership), pk)
    return record_page(
        request,
        FundingLineForm(request.POST or None, instance=line),
        title="Change the amount",
        why=WHY_LINE,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        then=lambda saved: way_back(request, saved.stream, saved.year, "#amounts")["back"],
        template=CAUTIOUS,
        **way_back(request, line.stream, line.year),
    )


@needs(Permission.EDIT)
def fundingline_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    line = get_object_or_404(queries.lines_in(request.partnership), pk=pk)
    intro = f"{line}, {dates.say_financial_year(line.year)}."
    return withdraw_once(request, line, title="Withdraw an amount", intro=intro, **way_back(request, line.stream, line.year))


@needs(Permission.EDIT)
def grantreturn_add(request: PartnershipRequest, slug: str, stream_pk: int) -> HttpResponse:
    found = GrantReturn(stream=stream_or_404(request, stream_pk), year=dates.financial_year_of(clock.today()))
    return _return_page(request, found, title="Add a return", done="Added the return.")


@needs(Permission.EDIT)
def grantreturn_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.returns_in(request.partnership), pk)
    return _return_page(request, found, title="Change the return")


@needs(Permission.EDIT)
def grantreturn_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.returns_in(request.partnership), pk=pk)
    back = way_back(request, found.stream, found.year, "#returns")
    return withdraw_once(request, found, title="Withdraw a return", intro=f"{found}.", **back)


def _return_page(request: PartnershipRequest, found: GrantReturn, **page: Any) -> HttpResponse:
    form = GrantReturnForm(request.POST or None, request.FILES or None, instance=found)

    def save(valid: GrantReturnForm) -> GrantReturn:
        among = queries.returns_in(request.partnership).filter(stream=found.stream)
        kept: dict[str, Any] = {"beside": found.stream, "among": among, "partnership": request.partnership}
        return save_with_file(valid, "document", actor=request.user, comment=valid.comment, **kept)

    def then(saved: GrantReturn) -> str:
        return str(way_back(request, saved.stream, saved.year, "#returns")["back"])

    back = way_back(request, found.stream, found.year if found.pk else None, "#returns")
    return record_page(request, form, why=WHY_RETURN, save=save, then=then, template=CAUTIOUS, **back, **page)
