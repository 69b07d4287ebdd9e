"""No stream of a saved document ends so that a reader might count its bytes wrongly."""

import io
import zlib

import page
import pikepdf
import pypdf
import pytest

from svduty.pdf import Attachment, saving
from svduty.pdf.engine import set_in_type
from svduty.pdf.render import manuscript

ENDS_BADLY = next(text for text in (f"row,{number}\r\n".encode() for number in range(2000)) if zlib.compress(text).endswith(b"\r"))
# The engine leaves the file of its colour profile for Python to close.
pytestmark = pytest.mark.filterwarnings(r"ignore:.*sRGB2014\.icc")


def document() -> bytes:
    return set_in_type(manuscript("<h1>Report</h1>", title="Report", attachments=[Attachment("rows.csv", ENDS_BADLY, "Rows")]))


def test_stream_that_would_end_with_a_carriage_return_is_told_otherwise_and_means_the_same() -> None:
    pdf = document()
    assert saving.MISTAKABLE not in pdf
    assert pypdf.PdfReader(io.BytesIO(pdf)).attachments == {"rows.csv": [ENDS_BADLY]}
    assert page.validate_pdf_bytes(pdf, profile="3a").failures == []


def test_objects_are_packed_anew_until_none_ends_so(monkeypatch: pytest.MonkeyPatch) -> None:
    written = saving._written
    tries = iter([saving.MISTAKABLE, saving.MISTAKABLE, b""])
    monkeypatch.setattr(saving, "_written", lambda pdf: written(pdf) + next(tries))
    pdf = document()
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        assert len(opened.Root.PieceInfo.svduty.Private) == 2
    for standard in ("ua1", "3a"):
        assert page.validate_pdf_bytes(pdf, profile=standard).failures == []
