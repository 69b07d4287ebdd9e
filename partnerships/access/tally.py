"""Counting what must not happen too often, by all processes together."""

import datetime

from django.db import transaction

from partnerships.models import Tally
from svduty import clock


def count(key: str, *, seconds: int) -> int:
    """Add one and tell how many there are now. The first one opens a span of `seconds`, after which counting starts anew."""
    now = clock.now()
    with transaction.atomic():
        tally = locked(key, until=_end(now, seconds))
        if not tally.count:
            Tally.objects.filter(until__lt=now - datetime.timedelta(days=1)).delete()
        elif tally.until <= now:
            tally.count, tally.until = 0, _end(now, seconds)
        tally.count += 1
        tally.save()
    return tally.count


def locked(key: str, *, until: datetime.datetime) -> Tally:
    """The tally of `key`, at 0 until `until` when there was none, kept from everybody else until the transaction ends.

    It may be deleted between our adding it and our reading it, by somebody who was right meanwhile: then it is added again.
    """
    while True:
        Tally.objects.bulk_create([Tally(key=key, until=until)], ignore_conflicts=True)
        if tally := Tally.objects.select_for_update().filter(key=key).first():
            return tally


def counted(key: str) -> int:
    """How many there are in the span that runs now."""
    return Tally.objects.filter(key=key, until__gt=clock.now()).values_list("count", flat=True).first() or 0


def _end(now: datetime.datetime, seconds: int) -> datetime.datetime:
    return now + datetime.timedelta(seconds=seconds)
