from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from compliance import queries
from compliance.whole_law import by_family
from partnerships.access.guards import needs
from partnerships.access.roles import Permission
from svduty import clock


@needs(Permission.PUBLIC)
def law(request: HttpRequest) -> HttpResponse:
    """All that the duty asks, for anyone to read and print, in the wording of today. Nothing of any partnership stands here."""
    families = by_family(queries.wordings_on(clock.today()))
    entries = [entry for _, family in families for entry in family]
    context = {
        "families": families,
        "number": len(entries),
        "computed": sum(entry.computed for entry in entries),
        "not_computed": [entry for entry in entries if not entry.computed],
    }
    return render(request, "compliance/law.html", context)
