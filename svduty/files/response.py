from typing import IO

from django.http import FileResponse

from .kinds import KINDS
from .names import endings, safe_name


def response_for(file: IO[bytes], name: str, *, size: int | None = None) -> FileResponse:
    """Hand a kept file to a browser so that it is saved and never shown or run as part of our site.

    `file` is open at its beginning and is closed when it has been sent. The type is told from our own list by the
    name's ending, never from what was claimed at upload.
    """
    name = safe_name(name)
    last = (endings(name) or [""])[0]
    content_type = KINDS[last].content_type if last in KINDS else "application/octet-stream"
    response = FileResponse(file, as_attachment=True, filename=name, content_type=content_type)
    if size is not None:
        response.headers["Content-Length"] = str(size)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox; default-src 'none'; frame-ancestors 'none'"
    response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    response.headers["Cache-Control"] = "private, no-store"
    return response
