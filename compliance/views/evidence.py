from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from compliance import queries
from compliance.answers import findings_for
from compliance.finding import Status
from compliance.forms.evidence import EvidenceForm
from compliance.models import Evidence
from compliance.requirements import BY_CODE, CATALOGUE
from compliance.requirements.requirement import Requirement
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.as_at import default_day
from partnerships.views.pages import standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from svduty import clock

PER_PAGE = 50


@needs(Permission.READ)
def evidence(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Every file and link by duty, withdrawn ones marked, and the duties that apply today and have none yet."""
    page = Paginator(queries.evidence_of(request.partnership), PER_PAGE).get_page(request.GET.get("page"))
    groups: dict[str, list[Evidence]] = {}
    for item in page:
        groups.setdefault(item.requirement, []).append(item)
    having = queries.requirements_with_evidence(request.partnership)
    today = default_day(request.partnership, clock.today())
    findings = findings_for(request.partnership, today)
    applying = {finding.code for finding in findings if finding.status != Status.NOT_APPLICABLE}
    context = {
        "page": page,
        "groups": [(BY_CODE.get(code), code, items) for code, items in groups.items()],
        "without": [requirement for requirement in CATALOGUE if requirement.code in applying - having],
    }
    return render(request, "compliance/evidence.html", context)


@needs(Permission.ADD_EVIDENCE)
def evidence_add(request: PartnershipRequest, slug: str, code: str) -> HttpResponse:
    requirement = requirement_or_404(code)
    item = Evidence(partnership=request.partnership, requirement=code, added_on=clock.today())
    return _page(request, item, requirement, title="Add evidence", done="Added the evidence.")


@needs(Permission.ADD_EVIDENCE)
def evidence_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    item = standing_or_404(request, queries.evidence_of(request.partnership), pk)
    return _page(request, item, BY_CODE.get(item.requirement), title="Change evidence", done="Saved.")


@needs(Permission.ADD_EVIDENCE)
def evidence_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    item = get_object_or_404(queries.evidence_of(request.partnership), pk=pk)
    return withdraw_once(
        request, item, title="Withdraw evidence", intro=f"{item}, dated {item.dated}.", **_way_back(request, item.requirement)
    )


def requirement_or_404(code: str) -> Requirement:
    """The requirement of that code in the catalogue."""
    if code not in BY_CODE:
        raise Http404("There is no such duty.")
    return BY_CODE[code]


def _page(request: PartnershipRequest, item: Evidence, requirement: Requirement | None, *, title: str, done: str) -> HttpResponse:
    form = EvidenceForm(request.POST or None, request.FILES or None, instance=item)

    def save(valid: EvidenceForm) -> Evidence:
        among = queries.evidence_for(request.partnership, item.requirement)
        return save_with_file(valid, "file", beside=request.partnership, among=among, partnership=request.partnership, actor=request.user)

    why = f"For “{requirement.title}”. What would show it: {requirement.evidence}" if requirement else ""
    return record_page(request, form, title=title, why=why, save=save, done=done, **_way_back(request, item.requirement))


def _way_back(request: PartnershipRequest, code: str) -> dict[str, Any]:
    """To the duty it belongs to, or to the list where the catalogue no longer holds that."""
    slug = request.partnership.slug
    if code not in BY_CODE:
        back = reverse("evidence", args=[slug])
        return {"back": back, "breadcrumb": [("Evidence", back)]}
    back = reverse("duty", args=[slug, code])
    return {"back": back + "#evidence", "breadcrumb": [("Duties", reverse("duties", args=[slug])), (BY_CODE[code].title, back)]}
