"""Named reads of which strategies are out on a day, and whose time is over because the next one is."""

import datetime

from partnerships.models import Partnership
from strategies.models import Publication
from svduty.vague_dates import Truth

STANDING = {
    "withdrawn_on__isnull": True,
    "strategy_version__strategy__withdrawn_on__isnull": True,
}


def out_on(partnership: Partnership, on: datetime.date) -> dict[int, int | None]:
    """The strategies that were published by the day, surely or possibly: the key of each -> that of the one it follows."""
    rows = Publication.objects.filter(strategy_version__strategy__partnership=partnership, **STANDING)
    wanted = rows.values_list(
        "strategy_version__strategy", "strategy_version__strategy__follows", "published_on", "strategy_version__dated"
    )
    return {pk: follows for pk, follows, published_on, dated in wanted if Truth.NO not in (published_on.by(on), dated.by(on))}


def over_on(partnership: Partnership, on: datetime.date) -> set[int]:
    """The strategies that are no longer carried out: one that follows them was published by the day."""
    return {follows for follows in out_on(partnership, on).values() if follows}
