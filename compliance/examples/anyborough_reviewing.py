"""How Anyborough reviews: last year's review with what the records said then, and one on its way, half written."""

import datetime

from compliance.answers import facts_for
from compliance.examples.anyborough_reviews import BOARD
from compliance.examples.loading import Example
from compliance.reviewing.block import Span
from compliance.reviewing.changes import changes_of
from compliance.reviewing.due import next_reviews
from compliance.reviewing.freezing import as_text, frozen
from partnerships.models import Board
from strategies.models import AnnualReview, ReviewWork, Strategy
from svduty import dates
from svduty.vague_dates import VagueDate

OPENED_BEFORE, OPENED_AGO = 90, 3  # days

LAST_YEAR = {
    "effect": "Wounding fell in public places and rose at home. The mentors and the safe space are the likeliest reason for the first.",
    "new_crimes": "Children are drawn into drug networks along the railway. Nobody wrote of that when the strategy was made.",
    "people": "Young people said that the way home after school is where they feel unsafe.",
    "money": "Enough for what was planned; there was none for work with families.",
    "assessment": "It counts rightly, and cannot say why. A second one should.",
    "decision": "revise",
    "reason": "The strategy says too little of violence at home and nothing of drug networks.",
}
THIS_YEAR = {
    "effect": "Too early to say. The figures are of the time before this strategy, and most of what it promises is still under way.",
    "people": "Schools ask for one person to ring. Residents of the night routes have not been asked yet.",
}


def add_reviewing(example: Example, on: datetime.date) -> None:
    """Last of all, for what the records said is read from the records."""
    earlier = Strategy.objects.get(partnership=example.partnership, follows__isnull=True)
    todays = Strategy.objects.get(partnership=example.partnership, follows=earlier)
    first, second = earlier.reviews.order_by("id")
    _finished(example, earlier, first, second)
    [facts] = facts_for([example.partnership])
    due_on = next((one.due_on for one in next_reviews(facts, on) if one.strategy_pk == todays.pk), None)
    opened_on = dates.days_after(on, -OPENED_AGO)
    example.add(ReviewWork(strategy=todays, opened_on=opened_on, due_on=due_on, **THIS_YEAR))


def _finished(example: Example, strategy: Strategy, first: AnnualReview, second: AnnualReview) -> None:
    """The second review, approved by the board on the day it was finished, and how it was prepared."""
    day = second.held_on.earliest
    span = Span(first.held_on.earliest, day, "the last review")
    second.shown = frozen(changes_of(strategy, span), span)
    second.shown_text = as_text(second.shown)
    second.board, second.approved_on = Board.objects.get(partnership=example.partnership, name=BOARD), VagueDate.of(day)
    second.save()
    due_on = dates.one_year_on(first.held_on.latest)
    opened_on = dates.days_after(due_on, -OPENED_BEFORE)
    example.add(ReviewWork(strategy=strategy, opened_on=opened_on, due_on=due_on, ended_on=day, review=second, **LAST_YEAR))
