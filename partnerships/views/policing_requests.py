"""What the local policing body asked for (ss.14 and 17, regulation 9), and what was answered."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries_requests
from partnerships.access.guards import needs
from partnerships.access.own_body import acts_for, only_for
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.add_once import add_once
from partnerships.actions.save_record import save_record
from partnerships.actions.save_with_file import save_with_file
from partnerships.answering import ASKS, answer_by, is_open
from partnerships.forms.policing_request import PolicingAnswerForm, PolicingRequestForm
from partnerships.local_targets import target_days
from partnerships.models import PolicingBodyRequest
from partnerships.models.sharing import PolicingRequestKind
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page
from partnerships.views.request_pages import PER_PAGE, request_tabs, way_back
from svduty import clock

LIST, CAUTIOUS = "policingbodyrequests", "components/cautious_form.html"
WHY = "What the policing body asked for, of whom and when. Whoever was asked can then record the answer."


@needs(Permission.READ)
def policingbodyrequests(request: PartnershipRequest, slug: str) -> HttpResponse:
    """What waits for an answer first, each with the days that are left."""
    on, days = clock.today(), target_days("DL-17")
    page = Paginator(queries_requests.policing_requests_of(request.partnership), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": [(found, answer_by(found, days) if is_open(found) else None) for found in page],
        "on": on,
        "tabs": request_tabs(request, LIST),
    }
    return render(request, "partnerships/policingbodyrequests.html", context)


@needs(Permission.READ)
def policingbodyrequest(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = _request_or_404(request, pk)
    context = {
        "found": found,
        "due": answer_by(found, target_days("DL-17")),
        "waits": is_open(found),
        "on": clock.today(),
        "asks": ASKS[PolicingRequestKind(found.kind)],
        "may_answer": not found.withdrawn_on and Permission.UPDATE_OWN in request.permissions and acts_for(request, found.asked_of_id),
        "breadcrumb": way_back(request, LIST)["breadcrumb"],
    }
    return render(request, "partnerships/policingbodyrequest.html", context)


@needs(Permission.LOG_REQUESTS)
def policingbodyrequest_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    partnership = request.partnership
    form = PolicingRequestForm(request.POST or None, instance=PolicingBodyRequest(partnership=partnership))

    def save(valid: PolicingRequestForm) -> PolicingBodyRequest:
        among = queries_requests.policing_requests_of(partnership)
        return add_once(valid, beside=partnership, among=among, actor=request.user, partnership=partnership, comment=valid.comment)

    return record_page(
        request,
        form,
        title="Log a request of the policing body",
        why=WHY,
        save=save,
        then=lambda saved: address(request, "policingbodyrequest", saved.pk),
        done="Logged the request.",
        template=CAUTIOUS,
        **way_back(request, LIST),
    )


@needs(Permission.LOG_REQUESTS)
def policingbodyrequest_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = standing_or_404(request, queries_requests.policing_requests_of(request.partnership), pk)
    return record_page(
        request,
        PolicingRequestForm(request.POST or None, instance=found),
        title="Change a request of the policing body",
        why="To put right what was entered about the request. The answer has a page of its own.",
        save=lambda valid: save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment),
        template=CAUTIOUS,
        **way_back(request, LIST, found),
    )


@needs(Permission.UPDATE_OWN)
def policingbodyrequest_answer(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """The answer, recorded by the body that was asked or by a coordinator."""
    found = standing_or_404(request, queries_requests.policing_requests_of(request.partnership), pk)
    only_for(request, found.asked_of_id)
    form = PolicingAnswerForm(request.POST or None, request.FILES or None, instance=found)

    def save(valid: PolicingAnswerForm) -> PolicingBodyRequest:
        among = queries_requests.policing_requests_of(request.partnership)
        ours: dict[str, Any] = {"beside": request.partnership, "among": among, "partnership": request.partnership}
        return save_with_file(valid, "document", actor=request.user, comment=valid.comment, **ours)

    return record_page(
        request,
        form,
        title="Record an answer to the policing body",
        why=f"{found.asked_by} asked {found.asked_of} on {found.asked_on}: {found.about}",
        intro=ASKS[PolicingRequestKind(found.kind)],
        save=save,
        done="Recorded the answer.",
        template=CAUTIOUS,
        **way_back(request, LIST, found),
    )


@needs(Permission.LOG_REQUESTS)
def policingbodyrequest_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    found = _request_or_404(request, pk)
    return withdraw_once(request, found, title="Withdraw a request of the policing body", **way_back(request, LIST, found))


def _request_or_404(request: PartnershipRequest, pk: int) -> PolicingBodyRequest:
    return get_object_or_404(queries_requests.policing_requests_of(request.partnership), pk=pk)
