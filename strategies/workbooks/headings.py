"""Where our columns stand in a sheet that came back, and what is odd about it."""

import dataclasses

from openpyxl.utils import get_column_letter

from strategies.workbooks.columns import REFERENCE, SheetKind
from strategies.workbooks.found import Found, FoundSheet
from strategies.workbooks.marks import MARKS

OURS = {"how to fill this in", "lists", MARKS.casefold()}
SEARCHED = 10  # rows from the top
MOST_NAMED = 6


@dataclasses.dataclass(frozen=True)
class Laid:
    """`columns`: key -> number of the column. `head`: the row of the headings."""

    head: int
    columns: dict[str, int]


def lay_out(sheet: FoundSheet, kind: SheetKind) -> tuple[Laid | None, list[str]]:
    """Where the columns are, by their headings wherever they stand; None when rows cannot be told apart. With remarks."""
    wanted = {_plain(column.heading): column for column in kind.columns}
    rows = [row for row in sorted(sheet.rows) if row <= SEARCHED]
    found = {row: sum(_plain(cell[1]) in wanted for cell in sheet.rows[row].values()) for row in rows}
    head = max(rows, key=lambda row: found[row], default=0)
    if not found.get(head):
        return None, [f"The sheet “{sheet.name}” has no headings of ours in its first {SEARCHED} rows, so nothing of it is read."]
    columns: dict[str, int] = {}
    remarks, strange = [], []
    for number, (_, words) in sorted(sheet.rows[head].items()):
        column = wanted.get(_plain(words))
        if column is None:
            strange.append(f"“{words[:40]}” ({get_column_letter(number)})")
        elif column.key in columns:
            remarks.append(f"“{sheet.name}” has the column “{column.heading}” twice. The first is read.")
        else:
            columns[column.key] = number
    if REFERENCE not in columns:
        words = f"“{sheet.name}” has no column “Reference”, so nobody can tell which row is which. Nothing of it is read. Take our workbook"
        return None, [f"{words} out again and copy the cells into it."]
    if strange:
        remarks.append(f"“{sheet.name}” has columns that are not ours and are not read: {_some(strange)}.")
    gone = [f"“{column.heading}”" for column in kind.columns if column.key not in columns and not column.locked]
    if gone:
        remarks.append(f"“{sheet.name}” lacks columns, or they were renamed: {_some(gone)}. What belongs in them stays as it is here.")
    in_order = [column.key for column in kind.columns if column.key in columns]
    if in_order != sorted(columns, key=lambda key: columns[key]):
        remarks.append(f"The columns of “{sheet.name}” were moved. They were found by their headings.")
    return Laid(head, columns), remarks


def odd_about(found: Found, kinds: list[SheetKind]) -> list[str]:
    """What is hidden, merged or not ours."""
    names = {kind.name.casefold() for kind in kinds}
    remarks = []
    for sheet in found.sheets:
        name = sheet.name.strip().casefold()
        if name not in names:
            if name not in OURS and sheet.rows:
                which = "hidden " if sheet.hidden else ""
                remarks.append(f"The {which}sheet “{sheet.name}” is not one of ours and is not read.")
            continue
        kind = next(kind for kind in kinds if kind.name.casefold() == name)
        if sheet.hidden:
            remarks.append(f"The sheet “{sheet.name}” is hidden. It is read all the same.")
        rows = [str(row) for row in sheet.hidden_rows if row in sheet.rows]
        if rows:
            remarks.append(f"Rows of “{sheet.name}” are hidden and are read all the same: {_some(rows)}.")
        ours = {number for number, column in enumerate(kind.columns, start=1) if column.hidden}
        hidden = [get_column_letter(number) for number in sheet.hidden_columns if number not in ours and _is_filled(sheet, number)]
        if hidden:
            remarks.append(f"Columns of “{sheet.name}” are hidden and are read all the same: {_some(hidden)}.")
        if sheet.merged:
            remarks.append(f"Cells of “{sheet.name}” are merged: {_some(list(sheet.merged))}. Only the first cell of each is read.")
    return remarks


def _is_filled(sheet: FoundSheet, column: int) -> bool:
    return any(column in cells for cells in sheet.rows.values())


def _plain(words: str) -> str:
    return " ".join(words.split()).casefold()


def _some(words: list[str]) -> str:
    """The first of them, and how many more there are."""
    shown, more = words[:MOST_NAMED], len(words) - MOST_NAMED
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else shown[0]
