"""What stands in the cells of a workbook: plain data that passes from the reading process to the comparison."""

import dataclasses
import enum
import json
from typing import Any


class WorkbookRefused(Exception):
    """The workbook cannot be read. The message is a sentence for the person who chose it."""


class Holds(enum.StrEnum):
    """What a cell holds. MERGED: nothing of its own, for it was merged with another. MONTH: a day of which only the month is shown."""

    TEXT = "t"
    NUMBER = "n"
    DAY = "d"
    MONTH = "m"
    TRUTH = "b"
    FORMULA = "f"
    FAULT = "e"
    MERGED = "x"


Cell = tuple[str, str]


@dataclasses.dataclass(frozen=True)
class FoundSheet:
    """`rows`: number of the row, counted as a spreadsheet does -> number of the column, counted from 1 -> what the cell holds, as text.

    `merged`: in the words of spreadsheets, `B4:B6`.
    """

    name: str
    hidden: bool
    rows: dict[int, dict[int, Cell]]
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[str, ...] = ()


@dataclasses.dataclass(frozen=True)
class Found:
    sheets: tuple[FoundSheet, ...]

    def to_json(self) -> bytes:
        return json.dumps(self.to_plain()).encode()

    def to_plain(self) -> dict[str, Any]:
        return {"sheets": [dataclasses.asdict(sheet) for sheet in self.sheets]}

    @classmethod
    def from_plain(cls, told: dict[str, Any]) -> "Found":
        """JSON knows texts alone as keys, and no tuples."""
        return cls(tuple(_sheet(sheet) for sheet in told["sheets"]))

    def sheet(self, name: str) -> FoundSheet | None:
        wanted = name.casefold()
        return next((sheet for sheet in self.sheets if sheet.name.strip().casefold() == wanted), None)


def _sheet(told: dict[str, Any]) -> FoundSheet:
    rows = {int(row): {int(column): (cell[0], cell[1]) for column, cell in cells.items()} for row, cells in told["rows"].items()}
    lists = {name: tuple(told[name]) for name in ("hidden_rows", "hidden_columns", "merged")}
    return FoundSheet(told["name"], told["hidden"], rows, **lists)
