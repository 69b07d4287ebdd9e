"""The only place that asks the time. Everything below a view or a command is given the day it works on."""

import datetime

from django.utils import timezone


def today() -> datetime.date:
    """Today's date in Europe/London, whatever the server's own time zone."""
    return timezone.localdate()


def now() -> datetime.datetime:
    """This moment, aware."""
    return timezone.now()


def day_of(moment: datetime.datetime) -> datetime.date:
    """The local day of a moment that was written down."""
    return timezone.localdate(moment)


def local(moment: datetime.datetime) -> datetime.datetime:
    """A moment that was written down, in local time."""
    return timezone.localtime(moment)


def at(day: datetime.date, hour: int) -> datetime.datetime:
    """That hour of the day, local time, aware."""
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time(hour)))
