"""From the bytes of a workbook to its cells."""

import json

from strategies.workbooks.found import Found, WorkbookRefused
from svduty.pdf import PdfFailed, PdfLimit
from svduty.pdf.workshop import Limits, have_done

CHILD = "strategies.workbooks.child"
# Ours takes a second and 90 MB; the person who brought it waits meanwhile.
LIMITS = Limits(memory_mb=512, seconds=20, size_mb=16)
TOO_MUCH = "is too large or too full to be read at once. Take our workbook out again and copy only what has changed into it."
BROKEN = "cannot be read as a workbook. Open it in your spreadsheet program, save it again as .xlsx, then choose that."


def read_workbook(content: bytes, name: str) -> Found:
    """The cells of an .xlsx that svduty.files has looked through.

    `name`: of the file, for messages. Raises WorkbookRefused with a sentence for people.
    """
    try:
        given, _ = have_done(CHILD, content, LIMITS)
    except PdfLimit:
        raise WorkbookRefused(f"{name} {TOO_MUCH}") from None
    except PdfFailed:
        raise WorkbookRefused(f"{name} {BROKEN}") from None
    told = json.loads(given)
    if "refused" in told:
        raise WorkbookRefused(f"{name} {told['refused']}")
    return Found.from_plain(told)
