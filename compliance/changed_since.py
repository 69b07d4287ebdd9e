"""What has changed in the records since a text was composed, or a paper made, from them."""

import dataclasses
import datetime
import urllib.parse

from django.urls import reverse

from compliance.queries_papers import changes_after
from partnerships.audit.reading import Shown, in_words
from partnerships.audit.runs import in_runs
from partnerships.models import AuditEntry, Partnership
from svduty import clock

SHOWN = 10


@dataclasses.dataclass(frozen=True)
class ChangedSince:
    """`entries` of the history since `day`: how many; `latest`: those to show; `url` leads to the history from that day on."""

    day: datetime.date
    entries: int
    latest: list[Shown]
    url: str


def changed_since(entry: AuditEntry | None, partnership: Partnership) -> ChangedSince | None:
    """None where nothing has changed, or where no entry says when it was made."""
    found = changes_after(entry, partnership) if entry else None
    entries = found.count() if found is not None else 0
    if entry is None or found is None or not entries:
        return None
    day = clock.day_of(entry.at)
    from_day = urllib.parse.urlencode({"since": f"{day.day} {day.month} {day.year}"})
    url = f"{reverse('history', args=[partnership.slug])}?{from_day}"
    return ChangedSince(day, entries, in_runs(in_words(list(found[:SHOWN]), partnership.slug)), url)
