"""The pages that record what happened to a version: its sensitivity check, approvals and publications."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.queries_meetings import decisions_about
from partnerships.views.pages import standing_or_404
from partnerships.views.record_page import record_page
from strategies import queries
from strategies.forms.approval import ApprovalForm
from strategies.forms.publication import PUBLICATION_FORMS
from strategies.forms.sensitivity_check import SensitivityCheckForm
from strategies.models import Approval, Publication, SensitivityCheck, Version
from strategies.models.publication import Way
from strategies.views.owned_pages import add_page, change_page, home_of, withdraw_from
from strategies.views.pages import version_or_404

WHY_CHECK = "Before a strategy goes out, somebody looks for what the Act keeps out of it: sections 8(8) and 9(9)."
WHY_APPROVAL = "What a board, cabinet or other decision-maker decided about this version, on the day it did."
WHY_PUBLICATION = {
    Way.WEBSITE: "One record for each area: the website of a specified authority for the area, or of the local policing body.",
    Way.OTHER: "The Regulations also ask for another suitable form, so that it reaches different groups and people.",
}


@needs(Permission.EDIT)
def sensitivitycheck_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    version = version_or_404(request, version_pk)
    form = SensitivityCheckForm(request.POST or None, instance=SensitivityCheck(strategy_version=version))
    return add_page(
        request, form, version.sensitivity_checks.all(), title="Record a sensitivity check", why=WHY_CHECK, done="Recorded the check."
    )


@needs(Permission.EDIT)
def sensitivitycheck_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    check = standing_or_404(request, queries.checks_in(request.partnership), pk)
    return change_page(
        request, SensitivityCheckForm(request.POST or None, instance=check), title="Change a sensitivity check", why=WHY_CHECK
    )


@needs(Permission.EDIT)
def sensitivitycheck_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return withdraw_from(request, queries.checks_in(request.partnership), pk, title="Withdraw a sensitivity check")


@needs(Permission.EDIT)
def approval_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    version = version_or_404(request, version_pk)
    return _approval_page(request, Approval(strategy_version=version), title="Record an approval", done="Recorded the decision.")


@needs(Permission.EDIT)
def approval_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """What was decided elsewhere can be put right; what a round came to stands as it was counted."""
    approval = standing_or_404(request, queries.approvals_in(request.partnership), pk)
    if approval.round_id:
        messages.info(request, "A round came to this, so it is not changed. If it should not count, withdraw it with a reason.")
        return redirect(home_of(request, approval)[0] + "#approvals")
    return _approval_page(request, approval, title="Change an approval", done="Saved.")


def _approval_page(request: PartnershipRequest, approval: Approval, *, title: str, done: str) -> HttpResponse:
    """The form, and beside it what meetings decided about the version."""
    version = approval.strategy_version
    form = ApprovalForm(request.POST or None, request.FILES or None, instance=approval)

    def save(valid: ApprovalForm) -> Approval:
        kept: dict[str, Any] = {"beside": version, "among": version.approvals.all(), "partnership": request.partnership}
        return save_with_file(valid, "document", actor=request.user, comment=valid.comment, **kept)

    back, trail = home_of(request, approval)
    return record_page(
        request,
        form,
        title=title,
        why=WHY_APPROVAL,
        save=save,
        done=done,
        back=back,
        breadcrumb=trail,
        template="strategies/approval_form.html",
        decisions=decisions_about(request.partnership, Version.record_kind(), version.pk),
    )


@needs(Permission.EDIT)
def approval_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return withdraw_from(request, queries.approvals_in(request.partnership), pk, title="Withdraw an approval")


@needs(Permission.EDIT)
def publication_add(request: PartnershipRequest, slug: str, version_pk: int, way: str) -> HttpResponse:
    version = version_or_404(request, version_pk)
    if way not in PUBLICATION_FORMS:
        raise Http404("There is no such way to publish.")
    form = PUBLICATION_FORMS[way](request.POST or None, instance=Publication(strategy_version=version, way=way))
    title = "Record publication on a website" if way == Way.WEBSITE else "Record publication in another form"
    return add_page(request, form, version.publications.all(), title=title, why=WHY_PUBLICATION[Way(way)], done="Recorded the publication.")


@needs(Permission.EDIT)
def publication_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    publication = standing_or_404(request, queries.publications_in(request.partnership), pk)
    form = PUBLICATION_FORMS[publication.way](request.POST or None, instance=publication)
    return change_page(request, form, title="Change a publication", why=WHY_PUBLICATION[Way(publication.way)])


@needs(Permission.EDIT)
def publication_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return withdraw_from(request, queries.publications_in(request.partnership), pk, title="Withdraw a publication")
