"""The regional plan as a workbook to send: its themes in order, one row an action. It is not brought back."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font

from strategies.export.regional_writing import COLUMNS
from strategies.export.writing import Plain, Table, Writing
from strategies.workbooks.says import plain
from strategies.workbooks.writing import EDGES, LETTERS, WRAPPED, dress_head, height_of, set_for_print
from svduty.sheets import inert

WIDTHS = (34, 52, 36, 20, 22, 60)


def regional_workbook(writing: Writing) -> bytes:
    """An .xlsx with one sheet. What begins like a formula is marked as text."""
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.title = "Regional plan"
    made.properties.title, made.properties.creator = writing.name, writing.product
    rows = [(chapter.heading, *cells) for chapter in writing.chapters for block in chapter.blocks for cells in _cells(block)]
    for number, (heading, width) in enumerate(zip(("Theme", *COLUMNS), WIDTHS, strict=True), start=1):
        dress_head(sheet.cell(1, number, heading), sheet, width)
    for at, row in enumerate(rows, start=2):
        sheet.row_dimensions[at].height = height_of(zip(row, WIDTHS, strict=True))
        for number, words in enumerate(row, start=1):
            cell = sheet.cell(at, number, plain(words))
            cell.data_type, cell.number_format, cell.alignment, cell.border = "s", "@", WRAPPED, EDGES
            cell.quotePrefix = inert(plain(words)) != plain(words)
            cell.font = Font(name=LETTERS, bold=number == 1)
    sheet.freeze_panes = "C2"
    set_for_print(sheet, len(WIDTHS), len(rows) + 1, f"{writing.of}: {writing.name}", writing.foot)
    bytes_of = io.BytesIO()
    made.save(bytes_of)
    return bytes_of.getvalue()


def _cells(block: object) -> tuple[tuple[str, ...], ...]:
    if isinstance(block, Table):
        return block.rows
    words = block.text if isinstance(block, Plain) else ""
    return ((words, *("" for _ in COLUMNS[1:])),)
