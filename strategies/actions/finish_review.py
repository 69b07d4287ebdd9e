from typing import Any

from django.db import transaction

from partnerships.actions.save_record import lock, save_record
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.forms.review_work import FinishReviewForm
from strategies.models import AnnualReview, ReviewWork
from strategies.review_words import findings_of
from svduty import clock


class ReviewOver(Exception):
    """It was finished or cancelled before. `work` is the review as it stands."""

    def __init__(self, work: ReviewWork) -> None:
        super().__init__("The review is over.")
        self.work = work


@transaction.atomic
def finish_review(
    form: FinishReviewForm, work: ReviewWork, *, shown: dict[str, Any], shown_text: str, actor: User, partnership: Partnership
) -> AnnualReview:
    """Record the review with what was judged, as it stands in this moment, and what the records said; and end its preparation.

    Raises ReviewOver, having written nothing, where it was finished or cancelled meanwhile.
    """
    current = lock(work)
    if current.ended_on:
        raise ReviewOver(current)
    review = form.instance
    review.findings = findings_of(current)
    review.shown, review.shown_text = shown, shown_text
    board = form.cleaned_data["board"]
    review.decided_by = board.name[:200] if board else ""
    saved = save_record(form, actor=actor, partnership=partnership, comment=form.comment)
    current.review, current.ended_on = saved, clock.today()
    current.version += 1
    current.save()
    record("reviewwork.ended", actor=actor, partnership=partnership, target=current, comment=f"Finished as the review of {saved.held_on}.")
    return saved
