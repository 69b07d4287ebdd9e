"""Opening a yearly review: by itself when it falls due within the days set, or by a coordinator before that."""

import dataclasses
import datetime

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies import queries_reviewing as queries
from strategies.models import ReviewWork, Strategy
from strategies.review_mail import tell_coordinators
from svduty import dates


@dataclasses.dataclass(frozen=True)
class OpenedReview:
    """`is_new` is False where one was on its way already."""

    work: ReviewWork
    is_new: bool


@transaction.atomic
def open_review(
    strategy: Strategy, *, on: datetime.date, due_on: datetime.date | None, actor: User | None, partnership: Partnership
) -> OpenedReview | None:
    """Begin the yearly review of a strategy, of which there is one on its way at a time. `due_on`: by DL-06, None where nothing is due.

    Without an `actor` it opens by itself: then the coordinators are told by mail, and None is returned, with nothing written, where the
    review due on that day was opened before, whatever became of it.
    """
    lock_row(strategy)
    if there := queries.on_its_way(strategy):
        return OpenedReview(there, is_new=False)
    if actor is None and queries.opened_for(strategy, due_on):
        return None
    work = ReviewWork.objects.create(strategy=strategy, opened_on=on, due_on=due_on)
    due = f"It is due by {dates.say_short(due_on)}." if due_on else "No day is set for it."
    record(
        "reviewwork.added",
        actor=actor,
        partnership=partnership,
        target=work,
        comment=f"{due} {'Opened by hand.' if actor else 'Opened by itself.'}",
    )
    if actor is None:
        tell_coordinators(work, partnership)
    return OpenedReview(work, is_new=True)
