"""Error pages in plain words. They ask nothing of the database, so that they can always be shown."""

import logging
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)


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
    return page("500", 500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The page was open too long or the sign-in has changed; the typed text is printed back."""
    logger.warning("Form refused: %s", reason)
    typed = [(name, value) for name, value in request.POST.items() if value and "csrf" not in name and "password" not in name]
    return page("csrf", 403, typed=typed)
