"""The pages of one figure of a measure. The body that gives the figures may enter them itself."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.own_body import only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_measures as queries
from strategies.forms.reading import ReadingForm
from strategies.measuring import in_order, next_time, period_words
from strategies.models import Measure, Reading
from strategies.views.measures import measure_or_404, way_back
from svduty import dates

CAUTIOUS = "components/cautious_form.html"


@needs(Permission.UPDATE_OWN)
def reading_add(request: PartnershipRequest, slug: str, measure_pk: int) -> HttpResponse:
    """The time after the newest figure is filled in."""
    measure = measure_or_404(request, measure_pk)
    only_for(request, measure.source_body_id or 0)
    form = ReadingForm(request.POST or None, instance=Reading(measure=measure), initial=_next(measure))

    def save(valid: ReadingForm) -> Reading:
        among = queries.readings_of(measure)
        return add_once(valid, beside=measure, among=among, actor=request.user, partnership=request.partnership, comment=valid.comment)

    why = f"{measure.name}. {measure.counts}" if measure.counts else measure.name
    back = way_back(request, measure)
    return record_page(request, form, title="Record a figure", why=why, save=save, done="Recorded the figure.", template=CAUTIOUS, **back)


@needs(Permission.UPDATE_OWN)
def reading_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    reading = standing_or_404(request, queries.readings_in(request.partnership), pk)
    only_for(request, reading.measure.source_body_id or 0)
    return record_page(
        request,
        ReadingForm(request.POST or None, instance=reading),
        title="Change the figure",
        why=reading.measure.name,
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        template=CAUTIOUS,
        **way_back(request, reading.measure),
    )


@needs(Permission.EDIT)
def reading_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    reading = get_object_or_404(queries.readings_in(request.partnership), pk=pk)
    intro = f"{reading.measure}: the figure for {period_words(reading.first, reading.last)}."
    return withdraw_once(request, reading, title="Withdraw a figure", intro=intro, **way_back(request, reading.measure))


def _next(measure: Measure) -> dict[str, str]:
    readings = in_order(queries.readings_of(measure))
    if not readings:
        return {}
    first, last = next_time(measure, readings[-1])
    return {"first": dates.say_short(first), "last": dates.say_short(last)}
