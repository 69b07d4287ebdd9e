"""The pages of one stream of money: its years, amounts, returns and what it pays for."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.as_at import default_day
from partnerships.directory import is_over
from partnerships.views.end_page import end_page
from partnerships.views.pages import Trail, address
from partnerships.views.record_page import record_page
from strategies import queries_money as queries
from strategies.forms.funding_stream import FundingStreamForm
from strategies.models import FundingStream
from strategies.money import Amount, Sums, YearSums
from strategies.money_reading import money_of, return_lines
from svduty import clock, dates

WHY = "A grant, a council's budget or a fund of the partners. Its amounts come on the next page, year by year."
LINES_ON_A_PAGE = 50
CAUTIOUS = "components/cautious_form.html"


@needs(Permission.READ)
def fundingstream(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One financial year of it, `?year=`, beside the sums of all; what still has to be sent to the funder is there in each."""
    found = stream_or_404(request, pk)
    on = default_day(request.partnership, clock.today())
    amounts = queries.amounts_of(queries.lines_in(request.partnership).filter(stream=found))
    returns = list(queries.returns_in(request.partnership).filter(stream=found))
    [money] = money_of([found], amounts, queries.paid_actions(request.partnership, on), on)
    years = sorted({one.year for one in amounts} | {one.year for one in returns}, reverse=True)
    year = _year(request.GET.get("year", ""), years, amounts, on)
    sums = {one.year: one for one in money.years}
    page = Paginator([one.pk for one in amounts if one.year == year], LINES_ON_A_PAGE).get_page(request.GET.get("page"))
    shown = [one for one in returns if one.year == year or not (one.sent_on or one.withdrawn_on)]
    context = {
        "stream": found,
        "over": is_over(found, on),
        "warned": money.warned,
        "years": [sums.get(each) or YearSums(each, Sums()) for each in years],
        "year": year,
        "sums": sums.get(year) if year else None,
        "page": page,
        "lines": queries.lines_in(request.partnership).filter(pk__in=list(page)),
        "returns": return_lines(shown, amounts, on),
        "paid": queries.paid_by(found, year),
        "breadcrumb": trail_to_money(request),
    }
    return render(request, "strategies/fundingstream.html", context)


def _year(asked: str, years: list[int], amounts: Iterable[Amount], on: datetime.date) -> int | None:
    """The one asked for, or else the newest of these that has begun and has an amount; None where nothing is recorded."""
    if asked in {str(year) for year in years}:
        return int(asked)
    return max((one.year for one in amounts if one.year <= dates.financial_year_of(on)), default=min(years, default=None))


@needs(Permission.EDIT)
def fundingstream_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    form = FundingStreamForm(request.POST or None, instance=FundingStream(partnership=partnership))

    def save(valid: FundingStreamForm) -> FundingStream:
        kept: dict[str, Any] = {"beside": partnership, "among": queries.streams_of(partnership), "partnership": partnership}
        return add_once(valid, actor=request.user, comment=valid.comment, **kept)

    return record_page(
        request,
        form,
        title="Add a stream of money",
        why=WHY,
        save=save,
        done="Added the stream. Next: what was awarded.",
        back=address(request, "money"),
        then=lambda saved: address(request, "fundingstream", saved.pk),
        template=CAUTIOUS,
        breadcrumb=trail_to_money(request),
    )


@needs(Permission.EDIT)
def fundingstream_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    form = FundingStreamForm(request.POST or None, instance=stream_or_404(request, pk))
    return record_page(
        request,
        form,
        title="Change the stream of money",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        template=CAUTIOUS,
        **way_back(request, form.instance),
    )


@needs(Permission.EDIT)
def fundingstream_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = stream_or_404(request, pk)
    return end_page(request, found, title=f"“{found}” comes to an end", **way_back(request, found))


def stream_or_404(request: PartnershipRequest, pk: int) -> FundingStream:
    return get_object_or_404(queries.streams_of(request.partnership), pk=pk)


def trail_to_money(request: PartnershipRequest) -> Trail:
    return [("Money", address(request, "money"))]


def way_back(request: PartnershipRequest, stream: FundingStream, year: int | None = None, anchor: str = "") -> dict[str, Any]:
    """To the stream's page, of that year: address and breadcrumb."""
    back = address(request, "fundingstream", stream.pk) + (f"?year={year}" if year else "")
    return {"back": back + anchor, "breadcrumb": [*trail_to_money(request), (stream.name, back)]}
