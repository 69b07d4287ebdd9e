"""A look at a file of somebody else's before it goes into a document: in a process of its own, for it may be made to do harm."""

from dataclasses import dataclass

from django.conf import settings

from svduty.pdf.workshop import Limits, have_done

CHILD = "svduty.pdf.examining_child"
SECONDS = 40


@dataclass(frozen=True)
class Examined:
    """How many pages a PDF has, and which of them, counted from 1, lie across."""

    pages: int
    across: frozenset[int]


def examine_pdf(content: bytes) -> Examined:
    """Take its pages as they would be set in. Raises PaperLocked, PaperUnreadable, or PdfLimit when that takes too much."""
    _, told = have_done(CHILD, b"pdf\n" + content, _limits())
    return Examined(int(told["pages"]), frozenset(told["across"]))


def plain_picture(content: bytes) -> bytes:
    """A picture as a plain JPEG or PNG in red, green and blue, no larger than a page can show. Raises as examine_pdf."""
    return have_done(CHILD, b"picture\n" + content, _limits())[0]


def _limits() -> Limits:
    return Limits(settings.PDF_MEMORY_MB, min(SECONDS, settings.PDF_SECONDS), settings.PDF_SIZE_MB)
