from django.http import HttpResponse
from django.shortcuts import render

from compliance.answers import facts_and_findings
from compliance.consultation_coverage import consultations_shown, coverage_of, version_shown, which_count
from compliance.requirements.versions import areas_of
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import asked_day
from strategies.queries_consultation import consultations_named, numbers_in

MOST_SILENT = 200  # named in one list; the consultation's own page has them all
MOST_ANSWERS = 60
MOST_NUMBERS = 40


@needs(Permission.READ)
def consultations(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Who was asked about a version of the strategy, of how many, and what they said. `?version=` chooses another version."""
    as_at = asked_day(request, request.partnership)
    facts, findings = facts_and_findings(request.partnership, as_at.on)
    chosen, others = version_shown(facts, as_at.on, request.GET.get("version", ""))
    numbers = list(numbers_in(request.partnership)[: MOST_NUMBERS + 1])
    context = {
        "as_at": as_at,
        "kept": [("version", str(chosen.version.pk))] if chosen and "version" in request.GET else [],
        "chosen": chosen,
        "others": others,
        "numbers": numbers[:MOST_NUMBERS],
        "more_numbers": len(numbers) > MOST_NUMBERS,
        "most_silent": MOST_SILENT,
        "most_answers": MOST_ANSWERS,
    }
    if chosen:
        # What opens later was a plan on the day the page usually shows; seen from a day in the past it may be what came after.
        with_plans = not as_at.value or as_at.on >= as_at.today
        recorded = consultations_named(request.partnership, consultations_shown(chosen, as_at.on))
        context |= {
            "coverage": coverage_of(facts, chosen, findings, recorded, as_at.on, with_plans=with_plans),
            "which_count": which_count(chosen, as_at.on),
            "areas": areas_of(facts, chosen.strategy),
        }
    return render(request, "compliance/consultations.html", context)
