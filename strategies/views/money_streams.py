"""The pages of one stream of money: its years, amounts, returns and what it pays for."""

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
from strategies.money_reading import money_of, return_lines
from svduty import clock

WHY = "A grant, a council's budget or a fund of the partners. Its amounts come on the next page, year by year."
LINES_ON_A_PAGE = 50
CAUTIOUS = "components/cautious_form.html"


@needs(Permission.READ)
def fundingstream(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = stream_or_404(request, pk)
    on = default_day(request.partnership, clock.today())
    lines = list(queries.lines_in(request.partnership).filter(stream=found))
    [money] = money_of([found], lines, queries.paid_actions(request.partnership), on)
    context = {
        "stream": found,
        "over": is_over(found, on),
        "money": money,
        "years": money.years[::-1],
        "page": Paginator(lines, LINES_ON_A_PAGE).get_page(request.GET.get("page")),
        "returns": return_lines(queries.returns_in(request.partnership).filter(stream=found), lines, on),
        "breadcrumb": trail_to_money(request),
    }
    return render(request, "strategies/fundingstream.html", context)


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


def way_back(request: PartnershipRequest, stream: FundingStream, anchor: str = "") -> dict[str, Any]:
    """To the stream's page: address and breadcrumb."""
    back = address(request, "fundingstream", stream.pk)
    return {"back": back + anchor, "breadcrumb": [*trail_to_money(request), (stream.name, back)]}
