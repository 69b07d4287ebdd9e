"""Agreements on sharing information: the list, one agreement, and what is recorded of it."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from partnerships import queries, queries_sharing
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.review_sharing import review_sharing
from partnerships.actions.save_with_file import save_with_file
from partnerships.audit.reading import in_words
from partnerships.directory import is_over
from partnerships.forms.sharing_agreement import SharingAgreementForm, SharingReviewForm
from partnerships.models import SharingAgreement
from partnerships.sharing import BARRED, a_year_on, in_force, outside, review_by
from partnerships.views.end_page import end_page
from partnerships.views.pages import Trail, address
from partnerships.views.record_page import record_page
from svduty import clock

WHY = (
    "Who shares what with whom, and what stays out. Section 16 of the Act lets authorities share for this duty; an agreement in writing "
    "says how."
)


@needs(Permission.READ)
def sharingagreements(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Every agreement with its next review, and the specified authorities that are party to none in force."""
    on, partnership = clock.today(), request.partnership
    agreements = list(queries_sharing.sharing_agreements_of(partnership))
    standing = [agreement for agreement in agreements if not is_over(agreement, on)]
    holders = list(queries.duty_holders_of(partnership))
    context = {
        "standing": [_row(agreement, on) for agreement in standing],
        "earlier": [agreement for agreement in agreements if is_over(agreement, on)],
        "outside": outside(holders, agreements, on),
        "bodies": bool(holders),
    }
    return render(request, "partnerships/sharingagreements.html", context)


@needs(Permission.READ)
def sharingagreement(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    on = clock.today()
    agreement = _agreement_or_404(request, pk)
    context = {
        **_row(agreement, on),
        "over": is_over(agreement, on),
        "barred": [(words, getattr(agreement, f"get_{name}_display")()) for name, words in BARRED.items()],
        "reviews": in_words(list(queries_sharing.reviews_of_sharing(request.partnership, pk)), slug),
        "breadcrumb": _trail(request),
    }
    return render(request, "partnerships/sharingagreement.html", context)


def _row(agreement: SharingAgreement, on: Any) -> dict[str, Any]:
    due = review_by(agreement)
    return {
        "agreement": agreement,
        "begun": in_force(agreement, on),
        "due": due,
        "past": bool(due and due.latest < on),
        "day": due.latest if due and due.exact else None,
        "by_our_rule": due is not None and agreement.review_on is None,
    }


@needs(Permission.EDIT)
def sharingagreement_add(request: PartnershipRequest, slug: str) -> HttpResponse:
    agreement = SharingAgreement(partnership=request.partnership)
    return _page(request, agreement, title="Add an agreement", done="Added the agreement.", back=address(request, "sharingagreements"))


@needs(Permission.EDIT)
def sharingagreement_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    agreement = _agreement_or_404(request, pk)
    return _page(request, agreement, title="Change the agreement", **_way_back(request, agreement))


@needs(Permission.EDIT)
def sharingagreement_end(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    agreement = _agreement_or_404(request, pk)
    return end_page(request, agreement, title=f"“{agreement}” is no longer in force", **_way_back(request, agreement))


@needs(Permission.EDIT)
def sharingagreement_review(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    """It was looked at again: the new day of review takes the place of the old, and the history keeps the review."""
    agreement = _agreement_or_404(request, pk)
    form = SharingReviewForm(request.POST or None, instance=agreement)

    def save(valid: SharingReviewForm) -> SharingAgreement:
        data = valid.cleaned_data
        return review_sharing(
            agreement,
            reviewed_on=data["reviewed_on"],
            reviewed_by=data["reviewed_by"],
            review_on=data["review_on"] or a_year_on(data["reviewed_on"]),
            note=data["note"],
            seen_version=data["seen_version"] or 0,
            partnership=request.partnership,
            actor=request.user,
        )

    why = "That it was looked at again. If its words changed, change the agreement too, or add the new one and end this."
    way_back = _way_back(request, agreement)
    return record_page(request, form, title="Record a review of the agreement", why=why, save=save, done="Recorded the review.", **way_back)


def _page(request: PartnershipRequest, agreement: SharingAgreement, *, title: str, back: str, **page: Any) -> HttpResponse:
    form = SharingAgreementForm(request.POST or None, request.FILES or None, instance=agreement)

    def save(valid: SharingAgreementForm) -> SharingAgreement:
        return save_with_file(
            valid,
            "document",
            beside=request.partnership,
            among=queries_sharing.sharing_agreements_of(request.partnership),
            partnership=request.partnership,
            actor=request.user,
            comment=valid.comment,
        )

    page = {"breadcrumb": _trail(request), **page}
    return record_page(
        request,
        form,
        title=title,
        why=WHY,
        save=save,
        back=back,
        then=lambda saved: address(request, "sharingagreement", saved.pk),
        template="components/cautious_form.html",
        **page,
    )


def _agreement_or_404(request: PartnershipRequest, pk: int) -> SharingAgreement:
    return get_object_or_404(queries_sharing.sharing_agreements_of(request.partnership), pk=pk)


def _trail(request: PartnershipRequest) -> Trail:
    return [("Sharing", address(request, "sharingagreements"))]


def _way_back(request: PartnershipRequest, agreement: SharingAgreement) -> dict[str, Any]:
    back = address(request, "sharingagreement", agreement.pk)
    return {"back": back, "breadcrumb": [*_trail(request), (agreement.title, back)]}
