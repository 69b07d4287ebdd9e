"""The cells of a workbook as plain data. Run it in the process of child.py: a hostile file may take all the memory it is given."""

import datetime
import itertools
import re
import zipfile
from typing import IO, Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from strategies.workbooks.found import Cell, Found, FoundSheet, Holds, WorkbookRefused
from strategies.workbooks.limits import LONGEST_CELL, MOST_CELLS, MOST_COLUMNS, MOST_SHEETS
from strategies.workbooks.look import BROKEN, TOO_MUCH, Look, check_parts, look_at

TOO_MANY_SHEETS = f"has more than {MOST_SHEETS} sheets. Copy what you filled in into our workbook, then choose that."
NO_SHEETS = "has no sheet with cells. Take our workbook out again and fill that in."
# In a number format: words in quotes and colours tell nothing of the date.
NOT_FORMAT = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.')


def cells_of(file: IO[bytes]) -> Found:
    """Raises WorkbookRefused; its message goes on from the name of the file."""
    with zipfile.ZipFile(file) as packed:
        check_parts(packed)
        file.seek(0)
        try:
            book = load_workbook(file, read_only=True, data_only=False, keep_links=False)
        except (KeyError, ValueError, TypeError, AttributeError, OSError, zipfile.BadZipFile, SyntaxError):
            raise WorkbookRefused(BROKEN) from None
        sheets = list(book.worksheets)
        if len(sheets) > MOST_SHEETS:
            raise WorkbookRefused(TOO_MANY_SHEETS)
        if not sheets:
            raise WorkbookRefused(NO_SHEETS)
        found, cells = [], 0
        for sheet in sheets:
            look = look_at(packed, _part(sheet), sheet.title)
            cells += look.cells
            if cells > MOST_CELLS:
                raise WorkbookRefused(TOO_MUCH)
            found.append(_sheet(sheet, look))
    return Found(tuple(found))


def _part(sheet: Any) -> str:
    """Where in the file its cells stand."""
    return str(sheet._worksheet_path)


def _sheet(sheet: Any, look: Look) -> FoundSheet:
    # What the file says about its own size may be wrong.
    sheet.reset_dimensions()
    rows: dict[int, dict[int, Cell]] = {}
    try:
        for row in sheet.iter_rows(max_col=MOST_COLUMNS):
            held = {cell.column: said for cell in row if cell.value is not None and (said := _cell(cell)) is not None}
            if held:
                rows[next(cell.row for cell in row if cell.value is not None)] = held
    except (KeyError, ValueError, TypeError, AttributeError, IndexError, SyntaxError):
        raise WorkbookRefused(BROKEN) from None
    for left, top, right, bottom in look.merged:
        for row, column in itertools.product(range(top, min(bottom, max(rows, default=0)) + 1), range(left, min(right, MOST_COLUMNS) + 1)):
            if (row, column) != (top, left):
                rows.setdefault(row, {})[column] = (Holds.MERGED, "")
    names = tuple(f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}" for left, top, right, bottom in look.merged)
    hidden = getattr(sheet, "sheet_state", "visible") != "visible"
    return FoundSheet(sheet.title, hidden, rows, tuple(look.hidden_rows), tuple(look.hidden_columns), names)


def _cell(cell: Any) -> Cell | None:
    value, kind = cell.value, cell.data_type
    if kind == "f":
        return Holds.FORMULA, str(value)[:100]
    if kind == "e":
        return Holds.FAULT, str(value)[:20]
    if isinstance(value, bool):
        return Holds.TRUTH, "Yes" if value else "No"
    if isinstance(value, datetime.datetime | datetime.date):
        shown = NOT_FORMAT.sub("", str(cell.number_format or "")).lower()
        day = value.date() if isinstance(value, datetime.datetime) else value
        return (Holds.DAY if "d" in shown or "y" not in shown else Holds.MONTH), day.isoformat()
    if isinstance(value, int | float):
        return Holds.NUMBER, repr(value)
    text = str(value)
    if len(text) > LONGEST_CELL:
        raise WorkbookRefused(TOO_MUCH)
    return (Holds.TEXT, text) if text.strip() else None
