"""HTML in, tagged PDF bytes out: no file is written, nothing is fetched."""

from .errors import PdfFailed
from .render import Attachment, render_pdf

__all__ = ["Attachment", "PdfFailed", "render_pdf"]
