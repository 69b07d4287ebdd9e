"""The yearly wheel as pages show it: the drawing, and the rows of the table beneath it."""

from typing import Any

from django.urls import reverse
from django.utils.safestring import SafeString

from compliance.addresses import step_address
from compliance.finding import Finding, Status
from compliance.position import urgency
from compliance.requirements import BY_CODE
from compliance.wheel import Ring, Station, Wheel
from compliance.wheel_places import ASKED_OF_SOME
from partnerships.access.requests import PartnershipRequest
from partnerships.as_at import AsAt
from svduty.charts import wheel as charts

LONG_LAW = (
    ("Police, Crime, Sentencing and Courts Act 2022", "the Act"),
    ("Prevention and Reduction of Serious Violence (Strategies etc.) Regulations 2022 (SI 2022/1304)", "the Regulations"),
)


def short_law(citation: str) -> str:
    """A citation with the Act and the Regulations by their short names, which the page explains once."""
    for long, short in LONG_LAW:
        citation = citation.replace(long, short)
    return citation[0].upper() + citation[1:]


def drawing(wheel: Wheel, ident: str) -> SafeString:
    """The whole wheel. `ident` is unique on the page."""
    rings = tuple(_drawn(ring) for ring in wheel.rings)
    return charts.wheel(rings, ident=ident, title=_title(wheel), centre=_centre(wheel.leading))


def small_drawing(wheel: Wheel, ident: str) -> SafeString:
    """The ring that matters now, for the overview."""
    return charts.small_wheel(_drawn(wheel.leading), ident=ident, title=_title(wheel), centre=_centre(wheel.leading)[:2])


def shown(request: PartnershipRequest, wheel: Wheel, as_at: AsAt, ident: str) -> dict[str, Any]:
    """What the page draws of a wheel: the picture, a row a station for each ring, and with two rings a line a station for both."""
    rings = [{"ring": ring, "rows": rows(request, ring, as_at)} for ring in wheel.rings]
    lines = [_line(pair) for pair in zip(*(ring["rows"] for ring in rings), strict=True)] if len(rings) > 1 else []
    return {"drawing": drawing(wheel, ident), "rings": rings, "lines": lines}


def _line(pair: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    return {
        "place": pair[0]["station"].place,
        "done": all(row["station"].done for row in pair),
        "is_next": any(row["station"].is_next for row in pair),
        "rows": pair,
        "duties": [
            duty | {"status": "", "url": duty["of_all"]} for duty in {d["title"]: d for row in pair for d in row["duties"]}.values()
        ],
    }


def rows(request: PartnershipRequest, ring: Ring, as_at: AsAt) -> list[dict[str, Any]]:
    """A row a station: how it stands, its duties with their law, and the step to take."""
    return [
        {
            "ring": ring,
            "station": station,
            "duties": _duties(request, station, as_at),
            "step": station.next_step,
            "step_url": step_address(request, station.next_step),
        }
        for station in ring.stations
    ]


def _drawn(ring: Ring) -> charts.Ring:
    return charts.Ring(ring.name, tuple(charts.Stop(s.name, s.short, s.status.value, s.is_next) for s in ring.stations))


def _title(wheel: Wheel) -> str:
    ring = wheel.leading
    next_one = f"next is {ring.next.name.lower()}, {ring.next.said}" if ring.next else "every part of it is done"
    return f"The year of {ring.subject}: {next_one}"


def _centre(ring: Ring) -> tuple[str, ...]:
    return ("Next", ring.next.name, ring.next.stands) if ring.next else ("", "All done", "")


def _duties(request: PartnershipRequest, station: Station, as_at: AsAt) -> list[dict[str, Any]]:
    """The duties of a station: each with its worst answer here, if it has one, and a link to it."""
    found = []
    for code in station.place.codes:
        requirement = BY_CODE.get(code)
        worst: Finding | None = min((f for f in station.findings if f.code == code), key=urgency, default=None)
        unasked = worst is None or worst.status == Status.NOT_APPLICABLE
        if requirement is None or (worst is None and station.findings) or (unasked and code in ASKED_OF_SOME):
            continue
        address = reverse("duty", args=[request.partnership.slug, code])
        found.append(
            {
                "title": requirement.title,
                "law": short_law(requirement.citation),
                "strength": requirement.strength,
                "status": worst.status if worst and worst.status != Status.NOT_APPLICABLE else "",
                "words": worst.status.words if worst else "",
                "url": f"{address}?subject={worst.key}{as_at.further}" if worst else address + as_at.first,
                "of_all": address + as_at.first,
            }
        )
    return found
