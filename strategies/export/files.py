"""A version as bytes, for pages and for the public page. The same version in the same state gives the same bytes."""

from strategies.export.markdown import markdown_of
from strategies.export.pdf import pdf_of
from strategies.export.version_writing import version_writing
from strategies.export.word import word_of
from strategies.models import Version


def version_pdf(version: Version, *, public: bool = True) -> bytes:
    """PDF/UA-1 and PDF/A-3a, set in a child process, which takes seconds: call it in a task and keep what it gives.

    Raises NothingToExport for a version that is a document or a link, and PdfFailed.
    """
    return pdf_of(version_writing(version, public=public))


def version_word(version: Version, *, public: bool = True) -> bytes:
    """A .docx. Raises NothingToExport for a version that is a document or a link."""
    return word_of(version_writing(version, public=public))


def version_markdown(version: Version, *, public: bool = True) -> bytes:
    """UTF-8. Raises NothingToExport for a version that is a document or a link."""
    return markdown_of(version_writing(version, public=public)).encode()
