"""The pages about what a version contains and what it means for equality."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.pages import address, standing_or_404
from strategies import contents, queries_contents
from strategies.forms.contents_check import ContentsCheckForm
from strategies.forms.equality_assessment import EqualityAssessmentForm
from strategies.models import ContentsCheck, EqualityAssessment
from strategies.views.owned_pages import add_page, change_page, withdraw_from
from strategies.views.pages import trail_to_version, version_or_404

WHY_CONTENTS = "What a strategy is expected to contain, held against this version. You can save it half filled in and go on later."
WHY_EQUALITY = "Public bodies consider what a decision means for equality before they take it: Equality Act 2010, section 149."
FORM = "strategies/contentscheck_form.html"


@needs(Permission.READ)
def contentscheck(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """One check to read, element by element."""
    check = get_object_or_404(queries_contents.contents_checks_in(request.partnership), pk=pk)
    lines = contents.lines_of_check(check, queries_contents.contents_elements())
    context = {
        "check": check,
        "version": check.strategy_version,
        "lines": lines,
        "tally": contents.tally(lines),
        "short": [line.element for line in lines if line.short],
        "breadcrumb": trail_to_version(request, check.strategy_version),
    }
    return render(request, "strategies/contentscheck.html", context)


@needs(Permission.EDIT)
def contentscheck_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    """A new check; it begins with the answers of the newest one of this version."""
    version = version_or_404(request, version_pk)
    last = queries_contents.newest_contents_check(version)
    form = ContentsCheckForm(request.POST or None, instance=ContentsCheck(strategy_version=version, answers=last.answers if last else {}))
    return add_page(
        request,
        form,
        version.contents_checks.all(),
        title="Check the contents",
        why=WHY_CONTENTS,
        intro=f"The answers begin as the check of {last.checked_on} left them. Change what is different now." if last else "",
        template=FORM,
        button="Save the check",
        then=lambda saved: address(request, "contentscheck", saved.pk),
        done="Saved the check.",
    )


@needs(Permission.EDIT)
def contentscheck_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    check = standing_or_404(request, queries_contents.contents_checks_in(request.partnership), pk)
    form = ContentsCheckForm(request.POST or None, instance=check)
    back = address(request, "contentscheck", pk)
    trail = [*trail_to_version(request, check.strategy_version), ("Contents check", back)]
    return change_page(request, form, title="Change a contents check", why=WHY_CONTENTS, template=FORM, back=back, breadcrumb=trail)


@needs(Permission.EDIT)
def contentscheck_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return withdraw_from(request, queries_contents.contents_checks_in(request.partnership), pk, title="Withdraw a contents check")


@needs(Permission.EDIT)
def equalityassessment_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    version = version_or_404(request, version_pk)
    form = EqualityAssessmentForm(request.POST or None, instance=EqualityAssessment(strategy_version=version))
    title, done = "Record an equality assessment", "Recorded the equality assessment."
    return add_page(request, form, version.equality_assessments.all(), title=title, why=WHY_EQUALITY, done=done)


@needs(Permission.EDIT)
def equalityassessment_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    assessment = standing_or_404(request, queries_contents.equality_assessments_in(request.partnership), pk)
    form = EqualityAssessmentForm(request.POST or None, instance=assessment)
    return change_page(request, form, title="Change an equality assessment", why=WHY_EQUALITY)


@needs(Permission.EDIT)
def equalityassessment_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    title = "Withdraw an equality assessment"
    return withdraw_from(request, queries_contents.equality_assessments_in(request.partnership), pk, title=title)
