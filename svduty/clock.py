"""The only place that asks the time. Everything below a view or a command is given the day it works on."""

import datetime

from django.utils import timezone


def today() -> datetime.date:
    """Today's date in Europe/London, whatever the server's own time zone."""
    return timezone.localdate()


def now() -> datetime.datetime:
    """This moment, aware."""
    return timezone.now()
