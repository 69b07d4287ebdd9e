"""Risks: the list with the worst first and both grids, one risk, and its reviews."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.own_body import acts_for, only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.as_at import default_day
from partnerships.directory import is_over
from partnerships.views.end_page import end_page
from partnerships.views.pages import Trail, address
from partnerships.views.record_page import record_page
from strategies import queries_measures as queries
from strategies.forms.risk import RiskAgainForm, RiskForm, RiskReviewForm
from strategies.models import Risk
from strategies.risk_reading import after, before, lines_of, overdue_words, places
from svduty import clock
from svduty.charts.heat import heat_grid

WHY = "What may keep the partnership from carrying its strategy out, and what is done about it."
CAUTIOUS = "components/cautious_form.html"


@needs(Permission.READ)
def risks(request: PartnershipRequest, slug: str) -> HttpResponse:
    on = default_day(request.partnership, clock.today())
    found = list(queries.risks_of(request.partnership))
    lines = lines_of((risk for risk in found if not is_over(risk, on)), on)
    context = {
        "lines": lines,
        "grids": [
            ("If nothing is done", heat_grid(places(lines, treated=False), ident="heat-before", title="Risks if nothing is done")),
            ("With what is done", heat_grid(places(lines, treated=True), ident="heat-after", title="Risks with what is done")),
        ],
        "closed": [risk for risk in found if is_over(risk, on)],
    }
    return render(request, "strategies/risks.html", context)


@needs(Permission.READ)
def risk(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = risk_or_404(request, pk)
    on = default_day(request.partnership, clock.today())
    context = {
        "risk": found,
        "over": is_over(found, on),
        "before": before(found),
        "after": after(found),
        "overdue": overdue_words(found, on),
        "may_review": Permission.UPDATE_OWN in request.permissions and acts_for(request, found.owner_id or 0),
        "breadcrumb": trail_to_risks(request),
    }
    return render(request, "strategies/risk.html", context)


@needs(Permission.EDIT)
def risk_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    form = RiskForm(request.POST or None, instance=Risk(partnership=partnership))

    def save(valid: RiskForm) -> Risk:
        kept: dict[str, Any] = {"beside": partnership, "among": queries.risks_of(partnership), "partnership": partnership}
        return add_once(valid, actor=request.user, comment=valid.comment, **kept)

    page: dict[str, Any] = {"back": address(request, "risks"), "breadcrumb": trail_to_risks(request)}
    return record_page(
        request, form, title="Add a risk", why=WHY, save=save, done="Added the risk.", then=_to_page(request), template=CAUTIOUS, **page
    )


@needs(Permission.EDIT)
def risk_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = risk_or_404(request, pk)
    return _change_page(request, RiskForm(request.POST or None, instance=found), title="Change the risk")


@needs(Permission.UPDATE_OWN)
def risk_review(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The body that answers for it, or a coordinator, says what is done and what remains."""
    found = risk_or_404(request, pk)
    only_for(request, found.owner_id or 0)
    form = RiskAgainForm(request.POST or None, instance=found, initial=RiskAgainForm.offered())
    return _change_page(request, form, title="Look at the risk again", why=f"{found}", done="Recorded the review.")


@needs(Permission.EDIT)
def risk_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = risk_or_404(request, pk)
    return end_page(request, found, title=f"“{found}” is no longer a risk", **way_back(request, found))


def _change_page(request: PartnershipRequest, form: RiskReviewForm, **page: Any) -> HttpResponse:
    return record_page(
        request,
        form,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        template=CAUTIOUS,
        **way_back(request, form.instance),
        **page,
    )


def _to_page(request: PartnershipRequest) -> Any:
    return lambda saved: address(request, "risk", saved.pk)


def risk_or_404(request: PartnershipRequest, pk: int) -> Risk:
    return get_object_or_404(queries.risks_of(request.partnership), pk=pk)


def trail_to_risks(request: PartnershipRequest) -> Trail:
    return [("Risks", address(request, "risks"))]


def way_back(request: PartnershipRequest, found: Risk) -> dict[str, Any]:
    """To the page of the risk: address and breadcrumb."""
    back = address(request, "risk", found.pk)
    return {"back": back, "breadcrumb": [*trail_to_risks(request), (found.title, back)]}
