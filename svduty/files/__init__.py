"""Files that people send: checked before they are kept, and handed back so that they cannot do harm."""

from .check import CheckedFile, check_upload
from .refused import FileRefused
from .response import response_for

__all__ = ["CheckedFile", "FileRefused", "check_upload", "response_for"]
