"""The money as a workbook: one row an amount of one stream in one financial year, to the penny."""

from typing import Any

from strategies.workbooks.columns import Choices, Column, Held, Kind, SheetKind, reference_and_version
from strategies.workbooks.says import plain
from svduty import dates

REFERENCE, VERSION = reference_and_version()
AMOUNTS = SheetKind(
    name="Amounts",
    record="fundingline",
    one="amount",
    columns=(
        REFERENCE,
        Column("stream", "Stream", 34, Kind.CHOICE, "streams", needed=True),
        Column("kind", "What it is", 16, Kind.CHOICE, "kinds", needed=True),
        Column("year", "Financial year", 13, Kind.YEAR, needed=True),
        Column("cost_type", "Labour or non-labour", 16, Kind.CHOICE, "cost_types"),
        Column("what", "What for", 40),
        Column("amount", "Amount in pounds", 17, Kind.MONEY, needed=True),
        Column("up_to", "Up to", 17, Kind.MONEY),
        Column("planned", "It is only planned", 11, Kind.YES),
        Column("matched", "It is match funding", 11, Kind.YES),
        Column("from_body", "Paid in by", 26, Kind.CHOICE, "bodies"),
        Column("on", "On", 18, Kind.DATE),
        Column("reference", "Minute, order or invoice", 26),
        VERSION,
    ),
    printed=8,
    owner="stream",
)
GUIDANCE = (
    "Fill in the white cells of the sheet “Amounts”: one row is one amount of one stream in one financial year, which runs from 1 April to "
    "31 March. The grey cells are ours.",
    "Enter amounts in pounds and exact pence, with at most two figures after the point. Nothing is rounded for you: an amount with more is "
    "not taken. Totals are added up in the service, so leave them out.",
    "To put an amount right, write over it. To add one, use the first empty row and leave its reference empty. Deleting a row takes "
    "nothing away: an amount is withdrawn in the service, with a reason.",
    "Formulas, merged cells and pictures are not taken. Save it as an Excel workbook (.xlsx) and send it back to whoever sent it to you. "
    "They see each change before anything is kept.",
)


def held_amount(line: Any, lists: dict[str, Choices]) -> Held:
    cells = {
        "stream": lists["streams"].words(line.stream_id),
        "kind": lists["kinds"].words(line.kind),
        "year": dates.say_financial_year(line.year),
        "cost_type": lists["cost_types"].words(line.cost_type),
        "what": plain(line.what),
        "amount": f"{line.amount:.2f}",
        "up_to": f"{line.up_to:.2f}" if line.up_to is not None else "",
        "planned": "Yes" if line.planned else "",
        "matched": "Yes" if line.matched else "",
        "from_body": lists["bodies"].words(line.from_body_id),
        "on": str(line.on or ""),
        "reference": plain(line.reference),
    }
    title = " ".join(part for part in (cells["kind"], cells["year"], cells["what"]) if part)
    return Held(line.pk, line.version, title, cells, belongs=line.stream_id, subject=subject_of(line.stream))


def subject_of(stream: Any) -> tuple[str, str]:
    return f"stream-{stream.pk}", str(stream.name)
