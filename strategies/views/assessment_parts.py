"""The pages that record what a needs assessment found in an area, and which data it rests on."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_assessment as queries
from strategies.forms.assessed_area import AssessedAreaForm
from strategies.forms.data_source import DataSourceForm
from strategies.models import AssessedArea, DataSource, NeedsAssessment
from strategies.views.needs_assessments import assessment_or_404, trail_to_assessment

WHY_AREA = "The Act asks which kinds of serious violence occur in the area and, so far as possible, why: section 8(3)(a) and (b)."
WHY_SOURCE = "Whose data the assessment rests on, when it came, and what is missing. A gap that is written down is not a fault."


@needs(Permission.EDIT)
def assessedarea_add(request: PartnershipRequest, slug: str, assessment_pk: int) -> HttpResponse:
    """`?area=` chooses the area beforehand."""
    row = AssessedArea(assessment=_standing_assessment(request, assessment_pk))
    form = AssessedAreaForm(request.POST or None, instance=row, initial=_asked(request, "area"))
    title = "Add what was found in an area"
    return _add(request, form, row.assessment.assessed_areas.all(), title=title, why=WHY_AREA, done="Added what was found.", at="areas")


@needs(Permission.EDIT)
def assessedarea_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    row = standing_or_404(request, queries.assessed_areas_in(request.partnership), pk)
    form = AssessedAreaForm(request.POST or None, instance=row)
    return _change(request, form, title="Change what was found in an area", why=WHY_AREA, at="areas")


@needs(Permission.EDIT)
def assessedarea_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    row = get_object_or_404(queries.assessed_areas_in(request.partnership), pk=pk)
    return _withdraw(request, row, title=f"Withdraw what was found in {row.area}", at="areas")


@needs(Permission.EDIT)
def datasource_add(request: PartnershipRequest, slug: str, assessment_pk: int) -> HttpResponse:
    """`?organisation=` chooses the body beforehand."""
    source = DataSource(assessment=_standing_assessment(request, assessment_pk))
    form = DataSourceForm(request.POST or None, instance=source, initial=_asked(request, "organisation"))
    title = "Record data from a body"
    return _add(request, form, source.assessment.data_sources.all(), title=title, why=WHY_SOURCE, done="Recorded the data.", at="data")


@needs(Permission.EDIT)
def datasource_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    source = standing_or_404(request, queries.data_sources_in(request.partnership), pk)
    form = DataSourceForm(request.POST or None, instance=source)
    return _change(request, form, title="Change data from a body", why=WHY_SOURCE, at="data")


@needs(Permission.EDIT)
def datasource_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    source = get_object_or_404(queries.data_sources_in(request.partnership), pk=pk)
    return _withdraw(request, source, title="Withdraw data from a body", at="data")


def _standing_assessment(request: PartnershipRequest, pk: int) -> NeedsAssessment:
    """A withdrawn one has no such page; what is being sent is answered by the form."""
    found = assessment_or_404(request, pk)
    if found.withdrawn_on and request.method != "POST":
        raise Http404("The needs assessment was withdrawn.")
    return found


def _asked(request: PartnershipRequest, name: str) -> dict[str, str]:
    """What the address chooses beforehand."""
    return {name: request.GET[name]} if name in request.GET else {}


def _add(request: PartnershipRequest, form: Any, among: QuerySet[Any], *, title: str, why: str, done: str, at: str) -> HttpResponse:
    def save(valid: Any) -> Any:
        beside, comment = valid.instance.assessment, getattr(valid, "comment", "")
        return add_once(valid, beside=beside, among=among, actor=request.user, partnership=request.partnership, comment=comment)

    return _page(request, form, title=title, why=why, save=save, done=done, at=at)


def _change(request: PartnershipRequest, form: Any, *, title: str, why: str, at: str) -> HttpResponse:
    def save(valid: Any) -> Any:
        return save_record(valid, actor=request.user, partnership=request.partnership, comment=getattr(valid, "comment", ""))

    return _page(request, form, title=title, why=why, save=save, done="Saved.", at=at)


def _page(request: PartnershipRequest, form: Any, *, at: str, why: str, **page: Any) -> HttpResponse:
    assessment = form.instance.assessment
    return record_page(
        request,
        form,
        why=f"{assessment}. {why}",
        back=address(request, "needsassessment", assessment.pk) + f"#{at}",
        template="components/cautious_form.html",
        breadcrumb=trail_to_assessment(request, assessment),
        **page,
    )


def _withdraw(request: PartnershipRequest, record: AssessedArea | DataSource, *, title: str, at: str) -> HttpResponse:
    assessment = record.assessment
    return withdraw_once(
        request,
        record,
        title=title,
        intro=f"{record}.",
        back=address(request, "needsassessment", assessment.pk) + f"#{at}",
        breadcrumb=trail_to_assessment(request, assessment),
    )
