"""The pages that record that a partnership looked again at how a board works."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from partnerships import queries_boards
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.actions.save_with_file import save_with_file
from partnerships.forms.governance_review import GovernanceReviewForm
from partnerships.models import GovernanceReview
from partnerships.views.boards import CAUTIOUS, board_or_404, trail_to_board
from partnerships.views.pages import address, standing_or_404, withdraw_once
from partnerships.views.record_page import record_page

WHY = "Chair, terms, quorum, meetings, whom it reports to: the partnership looks at them again each year. That is guidance, not law."


@needs(Permission.EDIT)
def governancereview_add(request: PartnershipRequest, slug: str, board_pk: int) -> HttpResponse:
    return _page(request, GovernanceReview(board=board_or_404(request, board_pk)), title="Record a governance review")


@needs(Permission.EDIT)
def governancereview_change(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    review = standing_or_404(request, queries_boards.governance_reviews_in(request.partnership), pk)
    return _page(request, review, title="Change a governance review")


@needs(Permission.EDIT)
def governancereview_withdraw(request: PartnershipRequest, slug: str, pk: int) -> HttpResponse:
    review = get_object_or_404(queries_boards.governance_reviews_in(request.partnership), pk=pk)
    return withdraw_once(
        request,
        review,
        title="Withdraw a governance review",
        back=_home(request, review),
        intro=f"{review}, of {review.board}.",
        breadcrumb=trail_to_board(request, review.board),
    )


def _page(request: PartnershipRequest, review: GovernanceReview, *, title: str) -> HttpResponse:
    board = review.board
    form = GovernanceReviewForm(request.POST or None, request.FILES or None, instance=review)

    def save(valid: GovernanceReviewForm) -> Any:
        return save_with_file(
            valid,
            "document",
            beside=board,
            among=board.governance_reviews.all(),
            partnership=request.partnership,
            actor=request.user,
            comment=valid.comment,
        )

    return record_page(
        request,
        form,
        title=f"{title} of {board}",
        why=WHY,
        save=save,
        back=_home(request, review),
        template=CAUTIOUS,
        breadcrumb=trail_to_board(request, board),
    )


def _home(request: PartnershipRequest, review: GovernanceReview) -> str:
    return address(request, "board", review.board_id) + "#governance-reviews"
