"""HTML in, tagged PDF bytes out: made in a process of its own, which writes no file and fetches nothing."""

from svduty.pdf.errors import PdfFailed, PdfLimit, PdfRefused, PdfStopped
from svduty.pdf.manuscript import Attachment
from svduty.pdf.render import render_pdf

__all__ = ["Attachment", "PdfFailed", "PdfLimit", "PdfRefused", "PdfStopped", "render_pdf"]
