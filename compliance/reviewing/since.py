"""From which day a review looks back. Pure."""

import datetime
from collections.abc import Iterable

from compliance.reviewing.block import Span
from strategies.models import AnnualReview, Publication
from svduty import dates
from svduty.vague_dates import Truth


def span_of(reviews: Iterable[AnnualReview], publications: Iterable[Publication], on: datetime.date) -> Span:
    """Since the last review that stands, else since the newest version came out, else the last twelve months. A vague day counts from
    its first, so that nothing falls between two reviews."""
    held = [review.held_on.earliest for review in reviews if review.withdrawn_on is None and review.held_on.by(on) is Truth.YES]
    if held:
        return Span(max(held), on, "the last review")
    first: dict[int, datetime.date] = {}
    for publication in publications:
        if publication.withdrawn_on is None and publication.published_on.by(on) is Truth.YES:
            day, version = publication.published_on.earliest, publication.strategy_version_id
            first[version] = min(day, first.get(version, day))
    if first:
        return Span(max(first.values()), on, "the strategy was last published")
    return Span(dates.years_on(on, -1), on, "twelve months ago, for neither a review nor a publication is recorded")
