"""Measures of success: the list with the newest figure of each, and one measure with its chart and table."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from partnerships.access.guards import needs
from partnerships.access.own_body import acts_for
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
from strategies.actions.add_national_measures import NATIONAL, add_national_measures
from strategies.forms.measure import MeasureForm
from strategies.measuring import figure_words, latest_of, period_words, points_of, target_words
from strategies.models import Measure
from svduty import clock
from svduty.charts.lines import NARROW, WIDE, line_chart

WHY = "What is counted, so that the figures show whether things get better. The figures come on the next page."


@needs(Permission.READ)
def measures(request: PartnershipRequest, slug: str) -> HttpResponse:
    on = default_day(request.partnership, clock.today())
    found = list(queries.measures_with_figures(request.partnership))
    named = {measure.name.casefold() for measure in found}
    context = {
        "rows": [_row(measure, on) for measure in found if not is_over(measure, on)],
        "ended": [measure for measure in found if is_over(measure, on)],
        "national": [name for name, _, _ in NATIONAL if name.casefold() not in named],
    }
    return render(request, "strategies/measures.html", context)


@needs(Permission.READ)
def measure(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    on = default_day(request.partnership, clock.today())
    found = measure_or_404(request, pk)
    readings = list(queries.readings_in(request.partnership).filter(measure=found))
    points = points_of(found, readings)
    told = target_words(found)
    charts = [
        line_chart(points, ident=f"figures-{width}", title=found.name, target=found.target, target_words=told, width=width)
        for width in (WIDE, NARROW)
    ]
    latest = latest_of(found, readings, on)
    figure = latest.figure
    context = {
        "measure": found,
        "over": is_over(found, on),
        "latest": latest,
        "newest": figure_words(found, figure) if figure else "",
        "newest_time": period_words(figure.first, figure.last) if figure else "",
        "target": told,
        "charts": charts if points else [],
        "readings": [(one, period_words(one.first, one.last), figure_words(found, one)) for one in readings],
        "may_add": _may_add(request, found),
        "breadcrumb": trail_to_measures(request),
    }
    return render(request, "strategies/measure.html", context)


def _row(measure: Measure, on: Any) -> dict[str, Any]:
    latest = latest_of(measure, measure.figures, on)  # type: ignore[attr-defined]  # measures_with_figures
    figure = latest.figure
    return {
        "measure": measure,
        "latest": latest,
        "newest": figure_words(measure, figure) if figure else "",
        "time": period_words(figure.first, figure.last) if figure else "",
        "target": target_words(measure),
    }


@needs(Permission.EDIT)
def measure_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    form = MeasureForm(request.POST or None, instance=Measure(partnership=partnership))

    def save(valid: MeasureForm) -> Measure:
        return add_once(valid, beside=partnership, among=queries.measures_of(partnership), actor=request.user, partnership=partnership)

    return record_page(
        request,
        form,
        title="Add a measure",
        why=WHY,
        save=save,
        done="Added the measure. Next: its figures.",
        back=address(request, "measures"),
        then=lambda saved: address(request, "measure", saved.pk),
        breadcrumb=trail_to_measures(request),
    )


@needs(Permission.EDIT)
@require_POST
def measures_add_national(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Add the three that are used nationally, or what is missing of them."""
    added = add_national_measures(request.partnership, actor=request.user)
    if added:
        messages.success(request, f"Added: {'; '.join(measure.name for measure in added)}.")
    else:
        messages.info(request, "All three are here already.")
    return redirect(address(request, "measures"))


@needs(Permission.EDIT)
def measure_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    form = MeasureForm(request.POST or None, instance=measure_or_404(request, pk))
    return record_page(
        request,
        form,
        title="Change the measure",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership),
        **way_back(request, form.instance),
    )


@needs(Permission.EDIT)
def measure_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = measure_or_404(request, pk)
    return end_page(request, found, title=f"“{found}” is no longer measured", **way_back(request, found))


def _may_add(request: PartnershipRequest, measure: Measure) -> bool:
    return Permission.UPDATE_OWN in request.permissions and acts_for(request, measure.source_body_id or 0)


def measure_or_404(request: PartnershipRequest, pk: int) -> Measure:
    return get_object_or_404(queries.measures_of(request.partnership), pk=pk)


def trail_to_measures(request: PartnershipRequest) -> Trail:
    return [("Measures", address(request, "measures"))]


def way_back(request: PartnershipRequest, measure: Measure) -> dict[str, Any]:
    """To the page of the measure: address and breadcrumb."""
    back = address(request, "measure", measure.pk)
    return {"back": back, "breadcrumb": [*trail_to_measures(request), (measure.name, back)]}
