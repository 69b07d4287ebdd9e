"""Days by which the law wants something, offered when a paper's way is planned. The top floor, which knows the law, fills this."""

import dataclasses
import datetime
from collections.abc import Callable, Iterable

from partnerships.models import Partnership


@dataclasses.dataclass(frozen=True)
class LegalDate:
    """`words`: what is due then, and by which law."""

    day: datetime.date
    words: str

    @property
    def value(self) -> str:
        """As a form sends it."""
        return f"{self.day.isoformat()} {self.words}"


Source = Callable[[Partnership, datetime.date], Iterable[LegalDate]]
_sources: list[Source] = []


def register_legal_dates(source: Source) -> None:
    """`source` gives the days that are still to come for a partnership, as at a day."""
    _sources.append(source)


def legal_dates(partnership: Partnership, on: datetime.date) -> list[LegalDate]:
    """Soonest first, each once."""
    found = {date for source in _sources for date in source(partnership, on)}
    return sorted(found, key=lambda date: (date.day, date.words))
