"""A version, the working draft and the comments on a version as documents to take away: PDF, Word, Markdown.

Everything is made from one plain object (writing.py); what is public is decided there and nowhere else (version_writing.py).
"""

from strategies.export.files import version_markdown, version_pdf, version_word
from strategies.export.writing import NothingToExport

__all__ = ["NothingToExport", "version_markdown", "version_pdf", "version_word"]
