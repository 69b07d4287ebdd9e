"""What a figure may be, whether it is, and how the two are shown."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Line:
    """`budget` names the promise (P1 to P16), or is empty for what is shown without one. `limit` is the most it may be."""

    budget: str
    what: str
    figure: float
    unit: str
    limit: float | None = None

    @property
    def over(self) -> bool:
        return self.limit is not None and self.figure > self.limit

    @property
    def verdict(self) -> str:
        return "" if self.limit is None else "OVER" if self.over else "ok"

    def cells(self) -> tuple[str, str, str, str, str]:
        limit = "" if self.limit is None else f"{said(self.limit)} {self.unit}"
        return self.budget, self.what, f"{said(self.figure)} {self.unit}", limit, self.verdict


HEADS = ("", "What", "Figure", "At most", "")


def said(number: float) -> str:
    if number == int(number) and abs(number) < 100_000:
        return str(int(number))
    return f"{number:.2f}" if abs(number) < 10 else f"{number:.1f}"


def as_text(lines: Iterable[Line]) -> str:
    rows = [HEADS, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS))]
    return "\n".join(
        "  ".join(
            cell.rjust(width) if column in (2, 3) else cell.ljust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        for row in rows
    )


def as_markdown(lines: Iterable[Line]) -> str:
    rows = ["| Promise | What | Figure | At most | |", "|---|---|---:|---:|---|"]
    return "\n".join([*rows, *(f"| {' | '.join(line.cells())} |" for line in lines)])
