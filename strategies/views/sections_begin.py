from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address, standing_or_404
from strategies import queries
from strategies.actions.begin_draft import begin_draft
from strategies.beginnings import Beginning, earlier_text, sections_from
from strategies.forms.section_begin import BeginForm
from strategies.views.pages import trail_to_strategy


@needs(Permission.EDIT)
def section_begin(request: PartnershipRequest, slug: str, strategy_pk: int) -> HttpResponse:
    """Choose what an empty working draft begins from."""
    strategy = standing_or_404(request, queries.strategies_of(request.partnership), strategy_pk)
    back = address(request, "strategy", strategy.pk) + "#draft"
    form = BeginForm(
        request.POST or None,
        earlier=earlier_text(strategy),
        chapters=len(sections_from(Beginning.ELEMENTS, strategy)),
        london=len(sections_from(Beginning.LONDON, strategy)),
    )
    if request.method == "POST" and form.is_valid():
        chosen = Beginning(form.cleaned_data["beginning"])
        number = begin_draft(strategy, chosen, actor=request.user, partnership=request.partnership)
        if number:
            messages.success(request, f"The draft begins with {number} sections, all still to write. Open one to write in it.")
        else:
            messages.info(request, "The draft has sections already, so nothing was added.")
        return redirect(back)
    page = {
        "title": "Begin the draft",
        "why": f"{strategy.title}. Headings can be changed, moved and removed afterwards.",
        "button": "Begin the draft",
        "back": back,
        "form": form,
        "strategy": strategy,
        "begun": queries.sections_of(strategy).exists(),
        "breadcrumb": trail_to_strategy(request, strategy),
    }
    return render(request, "strategies/section_begin.html", page)
