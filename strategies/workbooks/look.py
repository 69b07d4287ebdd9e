"""A look through the parts of a workbook before it is read: is it sane, how full are its sheets, and what of them is hidden or merged."""

import dataclasses
import re
import zipfile
from typing import Any

from lxml import etree

from strategies.workbooks.found import WorkbookRefused
from strategies.workbooks.limits import LARGEST_PART, MOST_CELLS, MOST_COLUMNS, MOST_ELEMENTS, MOST_ROWS

PIECE = 256 * 1024
OVERLAP = 16
MOST_TOLD = 500  # hidden rows, hidden columns and merged areas of one sheet
BROKEN = "is damaged inside. Open it in your spreadsheet program, save it again as .xlsx, then choose that."
TOO_MUCH = "is fuller than can be read at once. Take our workbook out again and copy only what has changed into it."
OUTSIDER = "names things outside itself as no ordinary workbook does. Copy what you filled in into our workbook, then choose that."
SPLIT = "Take our workbook out again, fill that in, and choose it."
RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")


@dataclasses.dataclass
class Look:
    """Of one sheet. `merged`: first column, first row, last column, last row of each area."""

    hidden_rows: list[int]
    hidden_columns: list[int]
    merged: list[tuple[int, int, int, int]]
    cells: int


def check_parts(packed: zipfile.ZipFile) -> None:
    """No part declares entities (by which one document reads another, or grows without end), and none is too large to hold.

    Raises WorkbookRefused; its message goes on from the name of the file.
    """
    for info in packed.infolist():
        if not info.filename.endswith((".xml", ".rels", ".vml")):
            continue
        if info.file_size > LARGEST_PART:
            raise WorkbookRefused(TOO_MUCH)
        carried = b""
        with packed.open(info) as part:
            while piece := part.read(PIECE):
                window = carried + piece
                # Other encodings could hide the declaration; spreadsheet programs write UTF-8.
                if not carried and (b"\x00" in piece[:200] or re.search(rb"encoding=[\"'](?!utf-8|us-ascii)", piece[:200], re.IGNORECASE)):
                    raise WorkbookRefused(BROKEN)
                if b"<!DOCTYPE" in window or b"<!ENTITY" in window:
                    raise WorkbookRefused(OUTSIDER)
                carried = window[-OVERLAP:]


def look_at(packed: zipfile.ZipFile, part: str, name: str) -> Look:
    """Count a sheet through without holding it. Raises WorkbookRefused when more stands in it than can be compared."""
    look = Look([], [], [], 0)
    filled_row, filled_rows, seen, path = 0, 0, 0, []
    with packed.open(part) as source:
        try:
            for event, element in etree.iterparse(source, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False):
                local = str(element.tag).rpartition("}")[2]
                if event == "start":
                    path.append(local)
                    if local == "row":
                        filled_row = 0
                        if element.get("hidden") in ("1", "true") and len(look.hidden_rows) < MOST_TOLD:
                            look.hidden_rows.append(int(element.get("r") or 0))
                    continue
                path.pop()
                seen += 1
                if local in ("v", "is", "f") and path[-1:] == ["c"]:
                    filled_rows += not filled_row
                    filled_row = 1
                    look.cells += local != "f"
                _note(element, local, look)
                if filled_rows > MOST_ROWS:
                    raise WorkbookRefused(f"has more than {MOST_ROWS:,} rows with something in them in its sheet “{name}”. {SPLIT}")
                if look.cells > MOST_CELLS or seen > MOST_ELEMENTS:
                    raise WorkbookRefused(TOO_MUCH)
                if local in ("c", "row"):
                    element.clear()
                    while element.getprevious() is not None:
                        del element.getparent()[0]
        except (etree.XMLSyntaxError, ValueError):
            raise WorkbookRefused(BROKEN) from None
    return look


def _note(element: Any, local: str, look: Look) -> None:
    if local == "col" and element.get("hidden") in ("1", "true"):
        first, last = int(element.get("min") or 1), int(element.get("max") or 1)
        look.hidden_columns += range(first, min(last, MOST_COLUMNS) + 1)
    elif local == "mergeCell" and len(look.merged) < MOST_TOLD:
        found = RANGE.fullmatch(element.get("ref") or "")
        if found:
            look.merged.append((_number(found[1]), int(found[2]), _number(found[3]), int(found[4])))


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
