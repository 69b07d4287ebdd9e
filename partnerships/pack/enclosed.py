"""What becomes of each file that is a paper: its pages set in, its text or picture printed, or carried along beside the pages."""

import base64
import csv
import dataclasses
import io
from collections.abc import Iterator

from django.conf import settings

from partnerships.models import StoredFile
from partnerships.pack.refused import PackRefused
from svduty.files.names import endings
from svduty.pdf import Attachment, PdfFailed, PdfLimit
from svduty.pdf.examine import examine_pdf, plain_picture
from svduty.pdf.manuscript import PLACE, Appended

MOST_PAGES = 400  # of one paper
LONGEST_TEXT = 200_000  # characters
MOST_ROWS, MOST_COLUMNS = 200, 8
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg"}
MEGABYTE = 1024 * 1024
TOO_MUCH = "It takes too much time or memory to be opened. Print it to a smaller PDF, or give a link to it."
MISSING = "Its bytes are missing. Add the file again, and tell the person who looks after this service."


@dataclasses.dataclass(frozen=True)
class Enclosed:
    """A file of an item as it goes into the pack. Of the ways, one is filled: pages, paragraphs, rows, a picture; or it is `carried`."""

    pk: int
    name: str
    size: int
    place: str = ""
    pages: int = 0
    across: frozenset[int] = frozenset()
    paragraphs: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    picture: str = ""
    appended: Appended | None = None
    carried: Attachment | None = None

    @property
    def way(self) -> str:
        """In the agenda's words."""
        if self.carried:
            return "Separate"
        if self.appended:
            return "1 page as it came" if self.pages == 1 else f"{self.pages} pages as they came"
        return "In this pack"

    @property
    def sheets(self) -> Iterator[tuple[int, bool]]:
        """Number of each page and whether it lies across."""
        return ((number, number in self.across) for number in range(1, self.pages + 1))


def enclose(stored: StoredFile, where: str, number: int) -> Enclosed:
    """`where`: "Item 3", for the sentence of PackRefused; `number` tells the papers of a pack apart."""
    content = _bytes_of(stored, where)
    kind = (endings(stored.name) or [""])[0]
    told = Enclosed(stored.pk, stored.name, stored.size)
    try:
        if kind == "pdf":
            return _pages(told, content, where, number)
        if kind in PICTURES:
            return _picture(told, content, kind)
    except PdfLimit:
        raise _refused(where, stored, TOO_MUCH) from None
    except PdfFailed as failure:
        raise _refused(where, stored, str(failure)) from None
    text = _decoded(content) if kind in ("txt", "csv") and len(content) <= 4 * LONGEST_TEXT else ""
    if kind == "txt" and 0 < len(text) <= LONGEST_TEXT:
        return dataclasses.replace(told, paragraphs=tuple(part.strip("\n") for part in text.split("\n\n") if part.strip()))
    if kind == "csv" and (rows := _rows(text)):
        return dataclasses.replace(told, rows=rows)
    return dataclasses.replace(told, carried=Attachment(f"{number}-{stored.name}", content, f"{where}: {stored.name}"))


def check_together(files: list[tuple[str, StoredFile]]) -> None:
    """`files`: each with the words for its item. Raises PackRefused when they are larger together than a pack may be."""
    total, most = sum(stored.size for _, stored in files), settings.PDF_SIZE_MB * MEGABYTE
    if total > most:
        where, largest = max(files, key=lambda pair: pair[1].size)
        raise PackRefused(
            f"The papers come to {total / MEGABYTE:.0f} MB, and a pack may have {settings.PDF_SIZE_MB} MB. The largest is that of {where}, "
            f"“{largest.name}”, with {largest.size / MEGABYTE:.0f} MB: make it smaller, or give a link to it instead."
        )


def _bytes_of(stored: StoredFile, where: str) -> bytes:
    try:
        with stored.content.open("rb") as content:
            return bytes(content.read())
    except FileNotFoundError:
        raise _refused(where, stored, MISSING) from None


def _pages(told: Enclosed, content: bytes, where: str, number: int) -> Enclosed:
    seen = examine_pdf(content)
    if seen.pages > MOST_PAGES:
        raise PackRefused(
            f"{where}, “{told.name}”: it has {seen.pages:,} pages, and a pack takes {MOST_PAGES} of one paper. Add the part that the board "
            "needs, or give a link to the whole."
        )
    place = f"{PLACE}paper-{number}"
    return dataclasses.replace(told, place=place, pages=seen.pages, across=seen.across, appended=Appended(place, content))


def _picture(told: Enclosed, content: bytes, kind: str) -> Enclosed:
    drawn = base64.b64encode(plain_picture(content)).decode()
    return dataclasses.replace(told, picture=f"data:{PICTURES[kind]};base64,{drawn}")


def _decoded(content: bytes) -> str:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")


def _rows(text: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table small enough to be printed: as many cells in each. Nothing if it is not."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text, newline="")) if any(row)]
    except csv.Error:
        return ()
    columns = max((len(row) for row in rows), default=0)
    if len(rows) < 2 or len(rows) > MOST_ROWS or columns > MOST_COLUMNS or sum(len(cell) for row in rows for cell in row) > LONGEST_TEXT:
        return ()
    return tuple((*row, *[""] * (columns - len(row))) for row in rows)


def _refused(where: str, stored: StoredFile, why: str) -> PackRefused:
    return PackRefused(f"{where}, “{stored.name}”: {why[0].lower()}{why[1:]}")
