"""The day a page is asked for, and how it is kept while people go from page to page."""

import dataclasses
import datetime

from django.core.exceptions import ValidationError
from django.http import HttpRequest

from partnerships.models import Partnership
from svduty import clock, dates
from svduty.vague_dates import parse_day


@dataclasses.dataclass(frozen=True)
class AsAt:
    """`on` is the day; `usual` the one the page opens as at; `typed` what stands in the box; `error` what was wrong with it."""

    on: datetime.date
    usual: datetime.date
    today: datetime.date
    typed: str
    error: str = ""

    @property
    def value(self) -> str:
        """What an address says of it: nothing on the usual day."""
        return "" if self.on == self.usual else self.on.isoformat()

    @property
    def first(self) -> str:
        """To end an address with."""
        return f"?as_at={self.value}" if self.value else ""

    @property
    def further(self) -> str:
        """To end an address with that asks for something already."""
        return f"&as_at={self.value}" if self.value else ""

    @property
    def note(self) -> str:
        """What a reader must know of a day other than the usual one."""
        if not self.value:
            return ""
        said = f"This is the position as at {dates.say(self.on)}, computed from today's records."
        if self.on > self.today:
            return f"{said} That day is still to come: it is what would be true if nothing more happened until then."
        return f"{said} What happened after that day is left out."

    @property
    def may_be_issued(self) -> bool:
        """Can a report say what stood on that day? Only of a day that was understood and has come."""
        return not self.error and self.on <= self.today

    @property
    def words(self) -> str:
        """For a sentence: `today`, or `on 24 November 2026`."""
        return "today" if self.on == self.today else f"on {dates.say_short(self.on)}"


def default_day(partnership: Partnership, today: datetime.date) -> datetime.date:
    """The day a partnership's pages open as at: today, or the last day of its records where they end (an example, a closed one)."""
    return min(today, partnership.records_to) if partnership.records_to else today


def asked_day(request: HttpRequest, partnership: Partnership) -> AsAt:
    """The day the address asks for by `as_at`, read as a person types it; the usual day, with a sentence, when it cannot be read."""
    today = clock.today()
    usual = default_day(partnership, today)
    typed = request.GET.get("as_at", "").strip()
    if not typed:
        return AsAt(usual, usual, today, dates.say_short(usual))
    try:
        on = parse_day(typed, today)
    except ValidationError:
        error = f"Enter a day in full, for example 20 2 2024. What you see is as at {dates.say_short(usual)}."
        return AsAt(usual, usual, today, typed[:60], error)
    return AsAt(on, usual, today, dates.say_short(on))
