"""From the bytes of a Word document to its sections."""

import json

from strategies.imports.found import DocumentRefused, Found
from svduty.pdf import PdfFailed, PdfLimit
from svduty.pdf.workshop import Limits, have_done

CHILD = "strategies.imports.child"
# 200 pages take some 5 seconds and 200 MB; the person who sent the document waits meanwhile.
LIMITS = Limits(memory_mb=640, seconds=25, size_mb=16)
TOO_MUCH = "is too long or too full to be read at once. Divide it into two documents and bring in one after the other."
BROKEN = "cannot be read as a Word document. Open it in Word, save it again as .docx, then choose that."


def read_document(content: bytes, name: str) -> Found:
    """The sections of a .docx that svduty.files has looked through, and what could not be kept.

    `name`: of the file, for messages. Raises DocumentRefused with a sentence for people.
    """
    try:
        given, _ = have_done(CHILD, content, LIMITS)
    except PdfLimit:
        raise DocumentRefused(f"{name} {TOO_MUCH}") from None
    except PdfFailed:
        raise DocumentRefused(f"{name} {BROKEN}") from None
    told = json.loads(given)
    if "refused" in told:
        raise DocumentRefused(f"{name} {told['refused']}")
    return Found.from_json(given)
