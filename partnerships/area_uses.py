"""Which open records name an area that has ended: they stay as they are, and the page of the succession says which they are.

Upper floors add theirs in `AppConfig.ready()`.
"""

import dataclasses
from collections.abc import Callable, Iterable

from partnerships.models import LocalGovernmentArea, Partnership

# Rows: what to call the record, the name of its route, its key.
Uses = Callable[[list[LocalGovernmentArea], Partnership], Iterable[tuple[str, str, int]]]
_uses: list[tuple[str, Uses]] = []


@dataclasses.dataclass(frozen=True)
class Use:
    words: str
    label: str
    route: str
    pk: int


def register_area_use(words: str, rows: Uses) -> None:
    """`words` say what kind of record names the area, for example "Strategy"."""
    _uses.append((words, rows))


def uses_of(areas: list[LocalGovernmentArea], partnership: Partnership) -> list[Use]:
    return [Use(words, label, route, pk) for words, rows in _uses for label, route, pk in rows(areas, partnership)]
