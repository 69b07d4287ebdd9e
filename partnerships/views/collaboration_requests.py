"""Who asked whom to work with it (s.15), what was answered, and on which grounds."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries_requests
from partnerships.access.guards import needs
from partnerships.access.own_body import acts_for, only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.collaboration import GROUNDS, TAKEN_AWAY, duty_between, grounds_taken_away
from partnerships.forms.collaboration_request import CollaborationAnswerForm, CollaborationRequestForm
from partnerships.models import CollaborationRequest
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from partnerships.views.request_pages import PER_PAGE, request_tabs, way_back

LIST, CAUTIOUS = "collaborationrequests", "components/cautious_form.html"
WHY = (
    "A specified authority and a school, a prison or youth custody must work together once either has asked (section 15(3)). What was "
    "asked, and what came of it."
)


@needs(Permission.READ)
def collaborationrequests(request: PartnershipRequest, slug: str) -> HttpResponse:
    """What waits for an answer first; a ground that the Act does not allow is marked."""
    page = Paginator(queries_requests.collaboration_requests_of(request.partnership), PER_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "rows": [(found, _not_allowed(found)) for found in page], "tabs": request_tabs(request, LIST)}
    return render(request, "partnerships/collaborationrequests.html", context)


@needs(Permission.READ)
def collaborationrequest(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = _request_or_404(request, pk)
    context = {
        "found": found,
        "duty": duty_between(found.asked_by_as, found.asked_of_as),
        "grounds": [(letter, GROUNDS[letter]) for letter in found.grounds],
        "no_escape": grounds_taken_away(found.asked_by_as, found.asked_of_as, found.purpose),
        "taken_away": TAKEN_AWAY if _not_allowed(found) else "",
        "may_answer": not found.withdrawn_on and Permission.UPDATE_OWN in request.permissions and acts_for(request, found.asked_of_id),
        "breadcrumb": way_back(request, LIST)["breadcrumb"],
    }
    return render(request, "partnerships/collaborationrequest.html", context)


@needs(Permission.EDIT)
def collaborationrequest_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    found = CollaborationRequest(partnership=request.partnership)
    form = CollaborationRequestForm(request.POST or None, request.FILES or None, instance=found)
    return _page(request, form, title="Log a request to work together", why=WHY, done="Logged the request.", **way_back(request, LIST))


@needs(Permission.EDIT)
def collaborationrequest_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries_requests.collaboration_requests_of(request.partnership), pk)
    form = CollaborationRequestForm(request.POST or None, request.FILES or None, instance=found)
    return _page(request, form, title="Change a request to work together", why=WHY, **way_back(request, LIST, found))


@needs(Permission.UPDATE_OWN)
def collaborationrequest_answer(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The answer, recorded by the body that was asked or by a coordinator."""
    found = standing_or_404(request, queries_requests.collaboration_requests_of(request.partnership), pk)
    only_for(request, found.asked_of_id)
    form = CollaborationAnswerForm(request.POST or None, request.FILES or None, instance=found)
    page = way_back(request, LIST, found) | {
        "why": f"{found.asked_by} asked {found.asked_of} on {found.asked_on}: {found.about}",
        "intro": duty_between(found.asked_by_as, found.asked_of_as),
    }
    return _page(request, form, title="Record an answer to a request to work together", done="Recorded the answer.", **page)


@needs(Permission.EDIT)
def collaborationrequest_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = _request_or_404(request, pk)
    return withdraw_once(request, found, title="Withdraw a request to work together", intro=f"{found}.", **way_back(request, LIST, found))


def _page(request: PartnershipRequest, form: CollaborationAnswerForm, **page: Any) -> HttpResponse:
    def save(valid: CollaborationAnswerForm) -> CollaborationRequest:
        among = queries_requests.collaboration_requests_of(request.partnership)
        ours: dict[str, Any] = {"beside": request.partnership, "among": among, "partnership": request.partnership}
        return save_with_file(valid, "document", actor=request.user, comment=valid.comment, **ours)

    return record_page(
        request,
        form,
        save=save,
        then=lambda saved: address(request, "collaborationrequest", saved.pk),
        template=CAUTIOUS,
        **page,
    )


def _not_allowed(found: CollaborationRequest) -> bool:
    """Was a ground claimed that the Act does not allow there?"""
    return bool(found.grounds) and grounds_taken_away(found.asked_by_as, found.asked_of_as, found.purpose)


def _request_or_404(request: PartnershipRequest, pk: int) -> CollaborationRequest:
    return get_object_or_404(queries_requests.collaboration_requests_of(request.partnership), pk=pk)
