"""The few shapes that records take on paper."""

import dataclasses
from typing import ClassVar

NOT_RECORDED = "Not recorded"
SHORT = 900  # characters


@dataclasses.dataclass(frozen=True)
class Column:
    """`width` is one of the style sheet's, such as `w30`; the last column takes what is left."""

    label: str
    width: str = ""


@dataclasses.dataclass(frozen=True)
class Table:
    """The first cell of a row heads it."""

    kind: ClassVar[str] = "table"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def small(self) -> bool:
        """Short enough to be kept on one page: few rows, and no more text than a third of a page holds."""
        return len(self.rows) <= 6 and sum(len(cell) for row in self.rows for cell in row) <= SHORT


@dataclasses.dataclass(frozen=True)
class Pairs:
    kind: ClassVar[str] = "pairs"
    heading: str
    pairs: tuple[tuple[str, str], ...]


@dataclasses.dataclass(frozen=True)
class Quote:
    kind: ClassVar[str] = "quote"
    text: str


@dataclasses.dataclass(frozen=True)
class Remark:
    kind: ClassVar[str] = "remark"
    text: str


Block = Table | Pairs | Quote | Remark


def said_or_not(value: object) -> str:
    return str(value) if value else NOT_RECORDED
