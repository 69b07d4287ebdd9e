from django.http import HttpResponse
from django.shortcuts import render

from compliance.answers import facts_and_findings
from compliance.requirements.versions import judged_versions
from compliance.review_rows import strategy_reviews
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import asked_day
from strategies.queries_review import strategies_with_reviews
from strategies.queries_reviewing import works_on_their_way


@needs(Permission.READ)
def reviews(request: PartnershipRequest, slug: str) -> HttpResponse:
    """For each strategy: how it is kept under review, when the yearly review is due, and what past reviews decided."""
    as_at = asked_day(request, request.partnership)
    on = as_at.on
    facts, findings = facts_and_findings(request.partnership, on)
    rows = strategy_reviews(strategies_with_reviews(request.partnership), judged_versions(facts, on), findings, on)
    context = {
        "as_at": as_at,
        "current": [row for row in rows if row.current],
        "works": {work.strategy_id: work for work in works_on_their_way(request.partnership)},
        "earlier": [row for row in rows if not row.current],
    }
    return render(request, "compliance/reviews.html", context)
