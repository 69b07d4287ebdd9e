"""A workbook of ours as bytes: headings that stay, lists to choose from, cells of ours that are locked, and pages that print."""

import io
from collections.abc import Iterable
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from strategies.workbooks.columns import REFERENCE, VERSION, Book, Choices, Column, Held, Kind, Sheet
from strategies.workbooks.marks import MARKS, mark_rows
from strategies.workbooks.says import plain
from svduty.sheets import csv_bytes, inert

GUIDE, LISTS = "How to fill this in", "Lists"
LETTERS = "Calibri"
INK, GREY, RULE = "FF1B2A4A", "FFEDEFF2", "FFB8BEC8"
HEAD = {
    "font": Font(name=LETTERS, bold=True, color="FFFFFFFF"),
    "fill": PatternFill("solid", start_color=INK),
    "alignment": Alignment(wrap_text=True, vertical="center"),
}
LOCKED_FILL = PatternFill("solid", start_color=GREY)
THIN = Side(style="thin", color=RULE)
EDGES = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
WRAPPED = Alignment(wrap_text=True, vertical="top")
IN_THE_MIDDLE = Alignment(horizontal="center", vertical="top")
OPEN, SHUT = Protection(locked=False), Protection(locked=True)
NUMBERS = {Kind.COUNT: "0", Kind.FIGURE: "General", Kind.MONEY: '"£"#,##0.00'}
LINE, TALLEST = 15, 400  # points; no row in Excel is taller than 409
WIDER = 1.05  # words break before the end of a line
YES_NO = '"Yes,No"'


def workbook_bytes(book: Book) -> bytes:
    """An .xlsx. Its cells hold no formula: what begins like one is marked as text."""
    made = Workbook()
    made.properties.title, made.properties.creator = book.title, "Serious Violence Duty"
    places = _write_lists(made.create_sheet(LISTS), book.lists)
    first = made.worksheets[0]
    for number, sheet in enumerate(book.sheets):
        into = first if number == 0 else made.create_sheet(sheet.kind.name, number)
        into.title = sheet.kind.name
        _write_sheet(into, sheet, places, book)
    _write_guide(made.create_sheet(GUIDE, len(book.sheets)), book)
    marks = made.create_sheet(MARKS)
    for row in mark_rows(book):
        marks.append(row)
    for hidden in (made[LISTS], marks):
        hidden.sheet_state = "hidden"
        hidden.protection.sheet = True
    bytes_of = io.BytesIO()
    made.save(bytes_of)
    return bytes_of.getvalue()


def workbook_csv(sheet: Sheet) -> bytes:
    """The rows that stand here as a table for people who work with data, without the places for news."""
    columns = [column for column in sheet.kind.columns if not column.is_new and column.key not in (REFERENCE, VERSION)]
    rows = ([str(row.pk), str(row.version), *(row.cells.get(column.key, "") for column in columns)] for row in sheet.rows if row.pk)
    return csv_bytes(["Reference", "Version", *(column.heading for column in columns)], rows)


def _write_sheet(into: Worksheet, sheet: Sheet, places: dict[str, str], book: Book) -> None:
    kind, rows = sheet.kind, sheet.rows
    last = 1 + len(rows) + kind.blank
    for number, column in enumerate(kind.columns, start=1):
        letter = get_column_letter(number)
        dress_head(into.cell(1, number, column.heading), into, column.width, hidden=column.hidden)
        for at in range(2, last + 1):
            _write_cell(into, at, number, column, rows[at - 2] if at - 2 < len(rows) else None, kind.owner)
        rule = _rule(column, places)
        if rule and last > 1:
            into.add_data_validation(rule)
            rule.add(f"{letter}2:{letter}{last}")
    into.row_dimensions[1].height = 48
    for at, row in enumerate(rows, start=2):
        into.row_dimensions[at].height = height_of([(_shown(column, row), column.width) for column in kind.columns if not column.hidden])
    into.freeze_panes = into.cell(2, kind.frozen + 1)
    into.auto_filter.ref = f"A1:{get_column_letter(len(kind.columns))}{last}"
    _protect(into)
    set_for_print(into, kind.printed, 1 + len(rows), book.title, f"As at {book.made_on}")


def _write_cell(into: Worksheet, at: int, number: int, column: Column, row: Held | None, owner: str) -> None:
    cell = into.cell(at, number)
    words = _shown(column, row)
    if words and column.kind in NUMBERS:
        # As written: Excel keeps fifteen figures, and no amount here has more than eleven.
        cell.value = float(words) if "." in words else int(words)
    elif words:
        cell.value = words
        # Whatever it begins with, it is text, and stays so when somebody changes it.
        cell.data_type = "s"
        cell.quotePrefix = inert(words) != words
    shut = column.locked or (column.key == owner and row is not None)
    cell.number_format = NUMBERS.get(column.kind, "@")
    cell.protection, cell.border = (SHUT if shut else OPEN), EDGES
    cell.alignment = IN_THE_MIDDLE if column.kind == Kind.COUNT else WRAPPED
    if shut:
        cell.fill = LOCKED_FILL


def _shown(column: Column, row: Held | None) -> str:
    if row is None:
        return ""
    if column.key in (REFERENCE, VERSION):
        return "" if row.pk is None else str(row.pk if column.key == REFERENCE else row.version)
    return row.cells.get(column.key, "")


def _rule(column: Column, places: dict[str, str]) -> DataValidation | None:
    """What the program lets be entered. It helps whoever fills it in; reading it back relies on none of it."""
    if column.choices and places.get(column.choices):
        rule = DataValidation(type="list", formula1=places[column.choices], allow_blank=True)
        rule.error = "Choose from the list, or leave it empty."
    elif column.kind == Kind.YES:
        rule = DataValidation(type="list", formula1=YES_NO, allow_blank=True)
        rule.error = "Choose Yes, or leave it empty."
    elif column.kind == Kind.MONEY and not column.locked:
        rule = DataValidation(type="decimal", operator="between", formula1="0.01", formula2="999999999.99", allow_blank=True)
        rule.error = "Enter an amount in pounds and pence, for example 1234.56."
    else:
        return None
    rule.showErrorMessage, rule.errorTitle = True, column.heading[:30]
    return rule


def _write_lists(into: Worksheet, lists: dict[str, Choices]) -> dict[str, str]:
    """Where each list stands, as rules name it."""
    places = {}
    for number, (name, choices) in enumerate(lists.items(), start=1):
        into.cell(1, number, name)
        for at, words in enumerate(choices.shown, start=2):
            cell = into.cell(at, number, words)
            cell.data_type = "s"
            cell.quotePrefix = inert(words) != words
        letter = get_column_letter(number)
        if choices.shown:
            places[name] = f"{LISTS}!${letter}$2:${letter}${len(choices.shown) + 1}"
    return places


def _write_guide(into: Worksheet, book: Book) -> None:
    into.column_dimensions["A"].width = 100
    for at, words in enumerate((book.title, f"As at {book.made_on}", *book.guidance), start=1):
        cell = into.cell(at, 1, plain(words))
        cell.data_type = "s"
        cell.alignment = WRAPPED
        cell.font = Font(name=LETTERS, bold=at == 1, size=14 if at == 1 else 11)
    into.protection.sheet = True
    into.page_setup.paperSize = into.PAPERSIZE_A4
    into.sheet_view.showGridLines = False


def _protect(into: Worksheet) -> None:
    """Without a password: it keeps from slips, not from people. Widths, heights, order and filters stay free."""
    into.protection.sheet = True
    for free in ("formatColumns", "formatRows", "formatCells", "sort", "autoFilter", "insertRows"):
        setattr(into.protection, free, False)


def set_for_print(into: Worksheet, columns: int, rows: int, head: str, foot: str) -> None:
    """A4 across, as wide as the page, with the headings on each."""
    into.page_setup.orientation, into.page_setup.paperSize = into.ORIENTATION_LANDSCAPE, into.PAPERSIZE_A4
    into.sheet_properties.pageSetUpPr.fitToPage = True
    into.page_setup.fitToWidth, into.page_setup.fitToHeight = 1, 0
    into.print_title_rows = "1:1"
    into.print_area = f"A1:{get_column_letter(columns)}{max(rows, 2)}"
    into.oddHeader.left.text = head.replace("&", "&&")
    into.oddFooter.left.text = foot.replace("&", "&&")
    into.oddFooter.right.text = "Page &P of &N"


def height_of(cells: Iterable[tuple[str, int]]) -> float:
    """Of a row, in points, by its words and the widths of its columns. Not every program works it out by itself."""
    lines = max(sum(ceil(len(line) * WIDER / width) or 1 for line in words.split("\n")) for words, width in cells)
    return min(lines * LINE + 4, TALLEST)


def dress_head(cell: Any, into: Worksheet, width: int, *, hidden: bool = False) -> None:
    """The heading of a column, and how wide that is."""
    cell.font, cell.fill, cell.alignment, cell.border = HEAD["font"], HEAD["fill"], HEAD["alignment"], EDGES
    into.column_dimensions[cell.column_letter].width = width
    into.column_dimensions[cell.column_letter].hidden = hidden
