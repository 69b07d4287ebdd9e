"""Money: what there is, what is promised and what is spent, by year and stream; and its table to take away."""

import io
from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import FileResponse, HttpResponse
from django.shortcuts import render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import default_day
from partnerships.directory import is_over
from partnerships.views.pages import address
from strategies import queries_money as queries
from strategies.forms.money_filter import MoneyFilter
from strategies.models import FundingLine, FundingStream
from strategies.money import Amount, counts
from strategies.money_reading import money_of, tables_of
from svduty import clock, dates
from svduty.files.response import response_for
from svduty.sheets import csv_bytes

YEARS = 3  # how many stand on the page unless one is chosen
COLUMNS = [
    "Stream",
    "Paid by",
    "Grant for this duty",
    "Financial year",
    "What it is",
    "Labour or non-labour",
    "What for",
    "Amount in pounds",
    "Up to",
    "Counted",
    "Match funding",
    "Paid in by",
    "For the action",
    "On",
    "Reference",
    "Withdrawn because",
]


@needs(Permission.READ)
def money(request: PartnershipRequest, slug: str) -> HttpResponse:
    """The sums by year, by stream and by type of cost, and what about them deserves a look."""
    on = default_day(request.partnership, clock.today())
    streams = list(queries.streams_of(request.partnership))
    amounts = queries.amounts_of(queries.lines_in(request.partnership))
    form = _filter(request, streams, amounts)
    year, stream = form.chosen()
    read = money_of(streams, amounts, queries.paid_actions(request.partnership, on), on)
    shown = [one for one in read if stream in (None, one.stream.pk)]
    tables = [table for table in tables_of(shown) if year in (None, table.year)]
    context = {
        "form": form,
        "chosen": bool(year or stream),
        "clear_url": address(request, "money") if year or stream else "",
        "csv_query": _query(year, stream),
        "tables": tables[:YEARS],
        "earlier": tables[YEARS:],
        "planned": [one for one in queries.planned_in(request.partnership) if year in (None, one.year) and stream in (None, one.stream_id)],
        "warned": sorted(((one.stream, warned) for one in shown for warned in one.warned), key=lambda pair: pair[1].rank),
        "streams": [(stream, is_over(stream, on)) for stream in streams],
    }
    return render(request, "strategies/money.html", context)


@needs(Permission.READ)
def money_csv(request: PartnershipRequest, slug: str) -> FileResponse:
    """Every amount of what the page shows, the withdrawn ones marked."""
    streams = list(queries.streams_of(request.partnership))
    lines = list(queries.lines_in(request.partnership))
    year, stream = _filter(request, streams, lines).chosen()
    rows = [_row(line) for line in lines if year in (None, line.year) and stream in (None, line.stream_id)]
    content = csv_bytes(COLUMNS, rows)
    return response_for(io.BytesIO(content), f"{request.partnership.name}, money.csv", size=len(content))


def _filter(request: PartnershipRequest, streams: list[FundingStream], amounts: Sequence[Amount]) -> MoneyFilter:
    years = sorted({one.year for one in amounts}, reverse=True)
    return MoneyFilter(request.GET, streams=streams, years=years, auto_id="filter-%s")


def _query(year: int | None, stream: int | None) -> str:
    chosen = {name: value for name, value in (("year", year), ("stream", stream)) if value}
    return f"?{urlencode(chosen)}" if chosen else ""


def _row(line: FundingLine) -> list[object]:
    stream = line.stream
    return [
        stream.name,
        stream.payer,
        "Yes" if stream.duty_grant else "",
        dates.say_financial_year(line.year),
        line.kind_words,
        line.type_words,
        line.what,
        line.amount,
        "" if line.up_to is None else line.up_to,
        "Yes" if counts(line) else "No",
        "Yes" if line.matched else "",
        line.from_body or "",
        line.action or "",
        line.on or "",
        line.reference,
        line.withdrawn_reason,
    ]
