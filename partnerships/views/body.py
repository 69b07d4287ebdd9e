"""One body of the shared register, wherever it takes part."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import SignedInRequest
from partnerships.access.roles import Permission
from partnerships.directory import is_over
from partnerships.queries_bodies import successions_about, takes_part_in
from partnerships.succession_lines import links_of_bodies
from svduty import clock


@needs(Permission.SIGNED_IN)
def body(request: SignedInRequest, pk: int) -> HttpResponse:
    """Shown is what the person may read: their own partnerships; an overseer's are all of their police area."""
    found = get_object_or_404(queries.shared_organisations(), pk=pk)
    on, partnerships = clock.today(), queries.partnerships_of(request.grants)
    parts = takes_part_in(found, partnerships)
    told = links_of_bodies(successions_about(found, partnerships)).get(found.pk, [])
    context = {
        "body": found,
        "came_after": list(dict.fromkeys(told)),
        "parts": parts,
        "over": {row.pk for part in parts for row in part.holders if is_over(row, on)},
        "seats_over": {seat.pk for part in parts for seat in part.seats if is_over(seat, on)},
        "leads_over": {lead.pk for part in parts for lead in part.leads if is_over(lead, on)},
    }
    return render(request, "partnerships/body.html", context)
