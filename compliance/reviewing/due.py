"""Which yearly reviews are to be opened on a day (DL-06). Pure: from facts."""

import dataclasses
import datetime

from compliance.facts import PartnershipFacts
from compliance.finding import Status
from compliance.requirements import BY_CODE
from compliance.requirements.in_its_time import in_its_time
from compliance.requirements.versions import judged_versions
from svduty import dates

YEARLY = "SVD-REV-02"
TO_COME = (Status.DUE_SOON, Status.OVERDUE, Status.CANNOT_TELL)


@dataclasses.dataclass(frozen=True)
class DueReview:
    """The yearly review of a strategy in force, and the day by which it is due."""

    strategy_pk: int
    due_on: datetime.date


def next_reviews(facts: PartnershipFacts, on: datetime.date) -> list[DueReview]:
    """The next yearly review of each strategy in force, however far away, as far as its day can be worked out."""
    return [due for due, _ in _next(facts, on)]


def reviews_to_open(facts: PartnershipFacts, on: datetime.date) -> list[DueReview]:
    """Those due within the days set for DL-06, or overdue, of which no review is recorded, not even in part. Where the records end on
    a day, or do not reach it, nothing is due."""
    window = facts.deadline("DL-06").window_days
    return [
        due
        for due, status in _next(facts, on)
        if facts.records_to is None and status in TO_COME and due.due_on <= dates.days_after(on, window)
    ]


def _next(facts: PartnershipFacts, on: datetime.date) -> list[tuple[DueReview, Status]]:
    yearly = BY_CODE[YEARLY]
    answers = [in_its_time(facts, yearly, on, answer) for answer in yearly.rule(facts, on, judged_versions(facts, on))]
    return [
        (DueReview(int(answer.key.partition(":")[2]), answer.due.on), answer.status)
        for answer in answers
        if answer.current and answer.due and answer.due.on and not answer.rests_on and answer.key.startswith("strategy:")
    ]
