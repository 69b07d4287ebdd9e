"""What the paper of a review is made from."""

from compliance.reviewing.changes import changes_of, span_for
from compliance.reviewing.freezing import frozen
from partnerships.as_at import default_day
from partnerships.models import Partnership
from strategies.export.review_writing import writing_of_review, writing_of_work
from strategies.export.writing import Writing
from strategies.models import AnnualReview, ReviewWork
from strategies.queries_review import reviews_in
from strategies.queries_reviewing import works_in
from svduty import clock

Reviewed = AnnualReview | ReviewWork


def reviewed(kind: str, partnership: Partnership, pk: int) -> Reviewed | None:
    """A review that is finished, or one on its way: for one that became a review, that review."""
    if kind == AnnualReview.record_kind():
        return reviews_in(partnership).filter(pk=pk).first()
    if kind != ReviewWork.record_kind():
        return None
    work = works_in(partnership).filter(pk=pk).first()
    return work.review if work and work.review else work


def writing_of(found: Reviewed) -> Writing:
    """Of one on its way with what the records say today."""
    if isinstance(found, AnnualReview):
        return writing_of_review(found)
    span = span_for(found.strategy, default_day(found.strategy.partnership, clock.today()))
    return writing_of_work(found, frozen(changes_of(found.strategy, span), span))
