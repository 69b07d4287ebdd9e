"""The community safety partnership's plan, how ready the partnership is, and homicide reviews where they are in force."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.views.of_partnership import CAUTIOUS, form_page, withdraw_one
from partnerships.views.pages import address, standing_or_404
from partnerships.views.record_page import record_page
from strategies import queries_scrutiny as queries
from strategies.actions.save_readiness import save_readiness
from strategies.forms.homicide_review import HomicideReviewForm
from strategies.forms.partnership_plan import PartnershipPlanForm
from strategies.forms.readiness import ReadinessForm
from strategies.models import HomicideReview, PartnershipPlan, ReadinessAssessment
from strategies.readiness_reading import beside_each_other
from svduty import clock

PLANS = ("Partnership plan", "partnershipplans")
READINESS = ("Readiness", "readinessassessments")
HOMICIDE = ("Homicide reviews", "homicidereviews")
WHY_PLAN = "The plan of the community safety partnership under the Crime and Disorder Act 1998. It may be one document with the strategy."
WHY_READINESS = "How ready the partnership is, as somebody judged it. There is no published list of themes or levels: use your own words."
WHY_HOMICIDE = "By its number alone. Nothing about any person belongs here."


@needs(Permission.READ)
def partnershipplans(request: PartnershipRequest, slug: str) -> HttpResponse:
    context = {"plans": list(queries.partnership_plans_of(request.partnership))}
    return render(request, "strategies/partnershipplans.html", context)


@needs(Permission.EDIT)
def partnershipplan_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = PartnershipPlanForm(request.POST or None, instance=PartnershipPlan(partnership=request.partnership))
    among = queries.partnership_plans_of(request.partnership)
    return form_page(request, form, among, place=PLANS, title="Add a partnership plan", why=WHY_PLAN, done="Added the plan.")


@needs(Permission.EDIT)
def partnershipplan_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.partnership_plans_of(request.partnership)
    form = PartnershipPlanForm(request.POST or None, instance=standing_or_404(request, among, pk))
    return form_page(request, form, among, place=PLANS, title="Change the partnership plan", why=WHY_PLAN)


@needs(Permission.EDIT)
def partnershipplan_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.partnership_plans_of(request.partnership)
    return withdraw_one(request, among, pk, place=PLANS, title="Withdraw a partnership plan")


@needs(Permission.READ)
def readinessassessments(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Each beside the one before it, the newest first."""
    found = list(queries.readiness_of(request.partnership))
    standing = [one for one in found if not one.withdrawn_on]
    context = {"rows": beside_each_other(standing), "withdrawn": [one for one in found if one.withdrawn_on]}
    return render(request, "strategies/readinessassessments.html", context)


@needs(Permission.EDIT)
def readinessassessment_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    form = ReadinessForm(request.POST or None, instance=ReadinessAssessment(partnership=request.partnership))
    return _readiness(request, form, title="Record a readiness assessment", done="Recorded the assessment.")


@needs(Permission.EDIT)
def readinessassessment_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries.readiness_of(request.partnership), pk)
    return _readiness(request, ReadinessForm(request.POST or None, instance=found), title="Change a readiness assessment", done="Saved.")


@needs(Permission.EDIT)
def readinessassessment_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    among = queries.readiness_of(request.partnership)
    return withdraw_one(request, among, pk, place=READINESS, title="Withdraw a readiness assessment")


def _readiness(request: PartnershipRequest, form: ReadinessForm, *, title: str, done: str) -> HttpResponse:
    back = address(request, READINESS[1])
    return record_page(
        request,
        form,
        title=title,
        why=WHY_READINESS,
        save=lambda valid: save_readiness(valid, partnership=request.partnership, actor=request.user),
        done=done,
        back=back,
        template=CAUTIOUS,
        breadcrumb=[(READINESS[0], back)],
    )


@needs(Permission.READ)
def homicidereviews(request: PartnershipRequest, slug: str) -> HttpResponse:
    _only_in_force(request)
    context = {"found": list(queries.homicide_reviews_of(request.partnership)), "on": clock.today()}
    return render(request, "strategies/homicidereviews.html", context)


@needs(Permission.READ)
def homicidereview(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    _only_in_force(request)
    review = get_object_or_404(queries.homicide_reviews_of(request.partnership), pk=pk)
    context = {"review": review, "breadcrumb": [(HOMICIDE[0], address(request, HOMICIDE[1]))]}
    return render(request, "strategies/homicidereview.html", context)


@needs(Permission.EDIT)
def homicidereview_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    _only_in_force(request)
    form = HomicideReviewForm(request.POST or None, instance=HomicideReview(partnership=request.partnership))
    among = queries.homicide_reviews_of(request.partnership)
    return form_page(request, form, among, place=HOMICIDE, title="Record a homicide review", why=WHY_HOMICIDE, done="Recorded it.")


@needs(Permission.EDIT)
def homicidereview_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    _only_in_force(request)
    among = queries.homicide_reviews_of(request.partnership)
    form = HomicideReviewForm(request.POST or None, instance=standing_or_404(request, among, pk))
    back = address(request, "homicidereview", pk)
    return form_page(request, form, among, place=HOMICIDE, title="Change a homicide review", why=WHY_HOMICIDE, back=back)


@needs(Permission.EDIT)
def homicidereview_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    _only_in_force(request)
    among = queries.homicide_reviews_of(request.partnership)
    return withdraw_one(request, among, pk, place=HOMICIDE, title="Withdraw a homicide review")


def _only_in_force(request: PartnershipRequest) -> None:
    if not request.partnership.homicide_reviews:
        raise Http404("Homicide reviews are not in force here.")
