"""Error pages in plain words. They ask nothing of the database, so that they can always be shown."""

import logging
import sys
from typing import Any

from django.core.exceptions import SuspiciousOperation
from django.http import HttpRequest, HttpResponse, UnreadablePostError
from django.http.multipartparser import MultiPartParserError
from django.template.loader import render_to_string

from svduty.outage import is_outage, reason

logger = logging.getLogger(__name__)
RETRY_AFTER_SECONDS = "30"


def page(name: str, status: int, **context: Any) -> HttpResponse:
    return HttpResponse(render_to_string(f"errors/{name}.html", context), status=status, headers={"Cache-Control": "no-store"})


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page("400", 400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A member without the right is told who can help."""
    return page("403", 403, helpers=getattr(request, "helpers", []))


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return page("404", 404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Our mistake; or, where the database is at fault, a page that asks for patience.

    It is told of every error, those between the views and the web server too: the session and the person asking are
    looked up there.
    """
    error = sys.exception()
    return database_away(request, error) if is_outage(error) else page("500", 500)


def database_away(request: HttpRequest, error: BaseException | None) -> HttpResponse:
    """503, to be tried again soon. What the person typed is on the page, so that it can be copied and sent again."""
    logger.error("The database is away: %s %s: %s", request.method, request.path, reason(error))
    response = page("503", 503, typed=typed_text(request))
    response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def csrf_failure(request: HttpRequest, reason: str = "", again: str = "") -> HttpResponse:
    """The page was open too long or the sign-in has changed; the typed text is printed back. `again`: where it is kept."""
    logger.warning("Form refused: %s", reason)
    return page("csrf", 403, typed=typed_text(request), again=again)


def signed_out(request: HttpRequest, sign_in: str, *, kept: bool) -> HttpResponse | None:
    """The sign-in ended while somebody was typing: their text is printed back. None when there is nothing to lose.

    `kept`: signing in at `sign_in` leads back to the form with the text in it. The editor's script sends the field `seen_kept` where
    the browser keeps the words.
    """
    typed = typed_text(request)
    in_browser = "seen_kept" in request.POST
    return page("signed_out", 401, typed=typed, sign_in=sign_in, kept=kept, in_browser=in_browser) if typed else None


def typed_text(request: HttpRequest) -> list[tuple[str, str]]:
    """What was typed into the form that was sent, passwords left out, as pairs of field and text; files by their names."""
    try:
        sent = [(name, text) for name, texts in request.POST.lists() for text in texts if isinstance(text, str)]
        files = [(name, f"{file.name} (choose this file again)") for name, chosen in request.FILES.lists() for file in chosen]
    except (SuspiciousOperation, UnreadablePostError, MultiPartParserError):
        return []
    return [(name.replace("_", " "), text) for name, text in sent + files if text.strip() and not _unprintable(name)]


def _unprintable(field: str) -> bool:
    return "password" in field or field.startswith(("seen_", "own-")) or field in ("csrfmiddlewaretoken", "next", "opened_version")
