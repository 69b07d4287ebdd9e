"""Any two texts of a strategy compared: versions, and the working draft."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from strategies import queries_comments
from strategies.comparison import compare_sections
from strategies.drafted import drafted_sections
from strategies.forms.comparison import DRAFT, ComparisonForm
from strategies.kept import KeptSection, kept_sections
from strategies.views.pages import strategy_or_404, trail_to_strategy


@needs(Permission.READ)
def version_compare(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """`?before=1&after=draft`; without them the two newest texts are compared."""
    strategy = strategy_or_404(request, pk)
    names: dict[str, str] = {}
    texts: dict[str, list[KeptSection]] = {}
    draft = drafted_sections(strategy)
    if draft:
        names[DRAFT], texts[DRAFT] = "The working draft", draft
    for version in queries_comments.versions_to_compare(strategy):
        names[str(version.number)], texts[str(version.number)] = f"Version {version.number}", kept_sections(version)
    newest = list(names)[:2]
    asked = "before" in request.GET or "after" in request.GET
    proposed = {"before": newest[1], "after": newest[0]} if len(newest) > 1 else {}
    form = ComparisonForm(request.GET if asked else proposed or None, names=names)
    context: dict[str, Any] = {
        "strategy": strategy,
        "form": form,
        "offered": len(names) > 1,
        "breadcrumb": trail_to_strategy(request, strategy),
    }
    if len(names) > 1 and form.is_valid():
        before, after = form.cleaned_data["before"], form.cleaned_data["after"]
        context |= {"compared": compare_sections(texts[before], texts[after]), "before": names[before], "after": names[after]}
    return render(request, "strategies/compare.html", context)
