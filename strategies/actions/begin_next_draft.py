from django.db import transaction
from django.db.models import F

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies.actions.begin_draft import begin_draft
from strategies.beginnings import Beginning
from strategies.models import AnnualReview
from strategies.models.strategy import SectionState


@transaction.atomic
def begin_next_draft(review: AnnualReview, *, actor: User, partnership: Partnership) -> int:
    """Begin the next version of the strategy that a review decided to revise: the text of the draft stays, or that of the newest version
    is taken where the draft is empty, and every section is to write again. How many sections have changed; 0 where nothing was to do."""
    strategy = review.strategy
    lock_row(strategy)
    if not strategy.sections.exists():
        return begin_draft(strategy, Beginning.EARLIER, actor=actor, partnership=partnership)
    again = strategy.sections.exclude(state=SectionState.TO_WRITE)
    headings = ", ".join(again.values_list("heading", flat=True))
    number = again.update(state=SectionState.TO_WRITE, version=F("version") + 1)
    if number:
        changes = {"To write again": ["", headings]}
        record(
            "strategy.begun",
            actor=actor,
            partnership=partnership,
            target=strategy,
            changes=changes,
            comment=f"The review of {review.held_on} decided to revise it.",
        )
    return number
