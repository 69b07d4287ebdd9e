"""The pages of needs assessments: the list, one of them, and its own facts."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.queries import current_areas_of
from partnerships.views.pages import Trail, address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from strategies import queries_assessment as queries
from strategies.assessment_reading import area_lines, body_lines, line_of, time_of
from strategies.forms.needs_assessment import NeedsAssessmentForm
from strategies.models import NeedsAssessment
from svduty import clock

WHY = "What it looks at, when it was completed and approved, and what it recommends. Kinds and causes come area by area on the next page."


@needs(Permission.READ)
def needsassessments(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Every needs assessment of the partnership, newest first."""
    lines = [line_of(assessment) for assessment in queries.assessments_with_findings(request.partnership)]
    return render(request, "strategies/needs_assessments.html", {"lines": lines})


@needs(Permission.READ)
def needsassessment(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One needs assessment: its facts, what it found in each area, from whose data, and what it recommends."""
    found = get_object_or_404(queries.assessments_with_findings(request.partnership), pk=pk)
    areas = area_lines(found, current_areas_of(request.partnership).order_by("name"))
    context = {
        "assessment": found,
        "looks_at": time_of(found),
        "areas": areas,
        "not_yet_found": [line.area for line in areas if line.found is None],
        "withdrawn_areas": [row for row in found.assessed_areas.all() if row.withdrawn_on],
        "bodies": body_lines(found, queries.specified_holders(request.partnership), clock.today()),
        "breadcrumb": trail_to_list(request),
    }
    return render(request, "strategies/needs_assessment.html", context)


@needs(Permission.EDIT)
def needsassessment_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    assessment = NeedsAssessment(partnership=request.partnership)
    return _page(
        request,
        assessment,
        title="Add a needs assessment",
        done="Added the needs assessment. Next: what was found in each area.",
        back=address(request, "needsassessments"),
        breadcrumb=trail_to_list(request),
    )


@needs(Permission.EDIT)
def needsassessment_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    assessment = standing_or_404(request, queries.assessments_of(request.partnership), pk)
    return _page(
        request,
        assessment,
        title="Change the needs assessment",
        done="Saved.",
        back=address(request, "needsassessment", pk),
        breadcrumb=trail_to_assessment(request, assessment),
    )


@needs(Permission.EDIT)
def needsassessment_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    assessment = assessment_or_404(request, pk)
    return withdraw_once(
        request,
        assessment,
        title=f"Withdraw “{assessment.title}”",
        intro="What it found in each area, and the data recorded with it, no longer count either.",
        back=address(request, "needsassessment", pk),
        breadcrumb=trail_to_assessment(request, assessment),
    )


def assessment_or_404(request: PartnershipRequest, pk: int) -> NeedsAssessment:
    return get_object_or_404(queries.assessments_of(request.partnership), pk=pk)


def trail_to_list(request: PartnershipRequest) -> Trail:
    return [("Needs assessments", address(request, "needsassessments"))]


def trail_to_assessment(request: PartnershipRequest, assessment: NeedsAssessment) -> Trail:
    return [*trail_to_list(request), (assessment.title, address(request, "needsassessment", assessment.pk))]


def _page(request: PartnershipRequest, assessment: NeedsAssessment, *, title: str, done: str, back: str, breadcrumb: Trail) -> HttpResponse:
    form = NeedsAssessmentForm(request.POST or None, request.FILES or None, instance=assessment)
    partnership = request.partnership

    def save(valid: NeedsAssessmentForm) -> NeedsAssessment:
        among = queries.assessments_of(partnership)
        return save_with_file(
            valid, "document", beside=partnership, among=among, partnership=partnership, actor=request.user, comment=valid.comment
        )

    return record_page(
        request,
        form,
        title=title,
        why=WHY,
        save=save,
        done=done,
        back=back,
        then=lambda saved: address(request, "needsassessment", saved.pk),
        template="components/cautious_form.html",
        breadcrumb=breadcrumb,
    )
