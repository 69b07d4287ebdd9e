"""The pages that record what happened to a version: its sensitivity check, approvals and publications."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_record import save_record
from partnerships.views.record_page import record_page
from strategies import queries
from strategies.actions.add_once import add_once
from strategies.forms.approval import ApprovalForm
from strategies.forms.cautious import CautiousForm
from strategies.forms.publication import PUBLICATION_FORMS
from strategies.forms.sensitivity_check import SensitivityCheckForm
from strategies.models import Approval, Publication, SensitivityCheck
from strategies.models.publication import Way
from strategies.views.pages import address, standing_or_404, trail_to_version, version_or_404, withdraw_once

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
    return _add(
        request, form, version.sensitivity_checks.all(), title="Record a sensitivity check", why=WHY_CHECK, done="Recorded the check."
    )


@needs(Permission.EDIT)
def sensitivitycheck_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    check = standing_or_404(request, queries.checks_in(request.partnership), pk)
    return _change(request, SensitivityCheckForm(request.POST or None, instance=check), title="Change a sensitivity check", why=WHY_CHECK)


@needs(Permission.EDIT)
def sensitivitycheck_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return _withdraw(request, queries.checks_in(request.partnership), pk, title="Withdraw a sensitivity check")


@needs(Permission.EDIT)
def approval_add(request: PartnershipRequest, slug: str, version_pk: int) -> HttpResponse:
    version = version_or_404(request, version_pk)
    form = ApprovalForm(request.POST or None, instance=Approval(strategy_version=version))
    return _add(request, form, version.approvals.all(), title="Record an approval", why=WHY_APPROVAL, done="Recorded the decision.")


@needs(Permission.EDIT)
def approval_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    approval = standing_or_404(request, queries.approvals_in(request.partnership), pk)
    return _change(request, ApprovalForm(request.POST or None, instance=approval), title="Change an approval", why=WHY_APPROVAL)


@needs(Permission.EDIT)
def approval_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return _withdraw(request, queries.approvals_in(request.partnership), pk, title="Withdraw an approval")


@needs(Permission.EDIT)
def publication_add(request: PartnershipRequest, slug: str, version_pk: int, way: str) -> HttpResponse:
    version = version_or_404(request, version_pk)
    if way not in PUBLICATION_FORMS:
        raise Http404("There is no such way to publish.")
    form = PUBLICATION_FORMS[way](request.POST or None, instance=Publication(strategy_version=version, way=way))
    title = "Record publication on a website" if way == Way.WEBSITE else "Record publication in another form"
    return _add(request, form, version.publications.all(), title=title, why=WHY_PUBLICATION[Way(way)], done="Recorded the publication.")


@needs(Permission.EDIT)
def publication_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    publication = standing_or_404(request, queries.publications_in(request.partnership), pk)
    form = PUBLICATION_FORMS[publication.way](request.POST or None, instance=publication)
    return _change(request, form, title="Change a publication", why=WHY_PUBLICATION[Way(publication.way)])


@needs(Permission.EDIT)
def publication_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    return _withdraw(request, queries.publications_in(request.partnership), pk, title="Withdraw a publication")


def _add(request: PartnershipRequest, form: CautiousForm[Any], among: QuerySet[Any], *, title: str, why: str, done: str) -> HttpResponse:
    version = form.instance.strategy_version

    def save(valid: CautiousForm[Any]) -> Any:
        return add_once(valid, beside=version, among=among, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, title=title, why=why, save=save, done=done)


def _change(request: PartnershipRequest, form: CautiousForm[Any], *, title: str, why: str) -> HttpResponse:
    def save(valid: CautiousForm[Any]) -> Any:
        return save_record(valid, actor=request.user, partnership=request.partnership, comment=valid.comment)

    return _page(request, form, title=title, why=why, save=save, done="Saved.")


def _page(request: PartnershipRequest, form: CautiousForm[Any], **page: Any) -> HttpResponse:
    version = form.instance.strategy_version
    return record_page(
        request,
        form,
        back=address(request, "version", version.pk),
        template="strategies/cautious_form.html",
        breadcrumb=trail_to_version(request, version),
        **page,
    )


def _withdraw(request: PartnershipRequest, records: QuerySet[Any], pk: int, *, title: str) -> HttpResponse:
    found = get_object_or_404(records, pk=pk)
    version = found.strategy_version
    return withdraw_once(
        request,
        found,
        title=title,
        back=address(request, "version", version.pk),
        intro=f"{found}.",
        breadcrumb=trail_to_version(request, version),
    )
