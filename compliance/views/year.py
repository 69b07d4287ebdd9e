from django.http import HttpResponse
from django.shortcuts import render

from compliance.answers import facts_and_findings
from compliance.wheel import wheels_of
from compliance.year import LONG_LAW, shown
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import asked_day


@needs(Permission.READ)
def year(request: PartnershipRequest, slug: str) -> HttpResponse:
    """The statutory year of each strategy in force and of the one being prepared: what is done, what is next, by when, by which law."""
    as_at = asked_day(request, request.partnership)
    wheels = wheels_of(*facts_and_findings(request.partnership, as_at.on), as_at.on)
    context = {
        "as_at": as_at,
        "wheels": [shown(request, wheel, as_at, f"wheel-{number}") for number, wheel in enumerate(wheels, start=1)],
        "laws": LONG_LAW,
    }
    return render(request, "compliance/year.html", context)
