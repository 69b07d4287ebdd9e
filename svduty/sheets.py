"""Tables that leave as CSV: for people with a spreadsheet, in which no text can turn into a formula (OWASP ASVS 1.2.10)."""

import csv
import io
import itertools
from collections.abc import Iterable, Iterator, Sequence

# What makes a spreadsheet take a text for a formula, also in full width, and whatever blanks stand before it.
TRIGGERS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
BLANKS = ("\t", "\r", "\n")
BYTE_ORDER_MARK = "\ufeff"


def inert(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet might run it, else unchanged."""
    # NUL and its like are no text to anybody, and some programs skip them before they look for a formula.
    text = "".join(letter for letter in text if letter >= " " or letter in BLANKS)
    if text.startswith(BLANKS) or text.lstrip("\ufeff\u200b" + " \u00a0\u3000").startswith((*TRIGGERS, *BLANKS)):
        return f"'{text}"
    return text


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """One row of headings, then the rows; UTF-8 with the mark by which Excel knows it, lines ended as RFC 4180 asks."""
    return b"".join(csv_lines(columns, rows))


def csv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[bytes]:
    """The same line by line, for tables too long to hold at once."""
    sheet = io.StringIO(newline="")
    writer = csv.writer(sheet, quoting=csv.QUOTE_ALL)
    sheet.write(BYTE_ORDER_MARK)
    for row in itertools.chain([columns], rows):
        writer.writerow([inert(str(cell)) for cell in row])
        yield sheet.getvalue().encode()
        sheet.seek(0)
        sheet.truncate()
