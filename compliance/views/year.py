from django.http import HttpResponse
from django.shortcuts import render

from compliance.answers import facts_and_findings
from compliance.wheel import wheels_of
from compliance.year import LONG_LAW, shown
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import asked_day

IN_FULL = 2


@needs(Permission.READ)
def year(request: PartnershipRequest, slug: str) -> HttpResponse:
    """The statutory year of each strategy in force and of the one being prepared: what is done, what is next, by when, by which law.

    Where there are many, two in full; the others are named, and `?strategy=` shows one of them.
    """
    as_at = asked_day(request, request.partnership)
    wheels = wheels_of(*facts_and_findings(request.partnership, as_at.on), as_at.on)
    asked = request.GET.get("strategy", "")
    chosen = [wheel for wheel in wheels if wheel.strategy_pk and str(wheel.strategy_pk) == asked] or wheels[:IN_FULL]
    context = {
        "as_at": as_at,
        "kept": [("strategy", asked)] if asked else [],
        "wheels": [shown(request, wheel, as_at, f"wheel-{number}") for number, wheel in enumerate(chosen, start=1)],
        "others": [wheel for wheel in wheels if wheel not in chosen],
        "laws": LONG_LAW,
    }
    return render(request, "compliance/year.html", context)
