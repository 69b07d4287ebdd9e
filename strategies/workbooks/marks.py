"""The hidden sheet that says whose workbook it is, and what stood in each cell when it was taken out.

By it a cell that a partner changed is told from one that somebody changed here meanwhile.
"""

import dataclasses

from strategies.workbooks.columns import Book
from strategies.workbooks.found import Found
from strategies.workbooks.says import mark

MARKS = "Marks"
SIGN = "serious-violence-duty"


@dataclasses.dataclass(frozen=True)
class Marks:
    """`cells`: name of the sheet and reference of the row -> key of the column -> mark of what stood there."""

    kind: str = ""
    slug: str = ""
    made_on: str = ""
    cells: dict[tuple[str, str], dict[str, str]] = dataclasses.field(default_factory=dict)


def mark_rows(book: Book) -> list[list[str]]:
    rows = [[SIGN, book.kind, book.slug, book.made_on]]
    for sheet in book.sheets:
        for row in sheet.rows:
            if row.pk:
                told = " ".join(f"{column.key}={mark(row.cells.get(column.key, ''))}" for column in sheet.kind.editable)
                rows.append([sheet.kind.name, str(row.pk), told])
    return rows


def read_marks(found: Found) -> Marks:
    """Empty where the sheet is gone or is none of ours."""
    sheet = found.sheet(MARKS)
    rows = [[cells.get(number, ("", ""))[1] for number in range(1, 5)] for _, cells in sorted(sheet.rows.items())] if sheet else []
    if not rows or rows[0][0] != SIGN:
        return Marks()
    cells = {(row[0], row[1]): dict(part.partition("=")[::2] for part in row[2].split()) for row in rows[1:]}
    return Marks(rows[0][1], rows[0][2], rows[0][3], cells)
