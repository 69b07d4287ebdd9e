"""Telling the truth about ourselves: /healthz asks the database, /livez only whether the process answers."""

import logging
from collections.abc import Callable

from django.db import DatabaseError, InterfaceError, OperationalError, connection
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.template.loader import render_to_string

logger = logging.getLogger(__name__)
RETRY_AFTER_SECONDS = "30"


def livez(request: HttpRequest) -> HttpResponse:
    """200 while the process lives, whatever the database does."""
    return JsonResponse({"alive": True})


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when a statement reaches the database, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            cursor.fetchone()
    except (DatabaseError, InterfaceError):
        logger.warning("Health check: the database does not answer.")
        return JsonResponse({"database": "away"}, status=503)
    return JsonResponse({"database": "answers"})


for view in (livez, healthz):
    view.permission = "public"  # type: ignore[attr-defined]  # the mark that the floor above reads


class DatabaseAwayMiddleware:
    """When the database is away every page is our own 503, at once, with nothing half done and the typed text printed back."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError):
            return database_away(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return database_away(request) if isinstance(exception, (OperationalError, InterfaceError)) else None


def database_away(request: HttpRequest) -> HttpResponse:
    """The 503 page; what the person typed is on it, so that it can be copied and sent again."""
    logger.error("The database is away: %s %s", request.method, request.path)
    hidden = ("csrfmiddlewaretoken", "password")
    typed = [
        (name.replace("_", " "), value)
        for name, values in request.POST.lists()
        if not name.startswith(hidden) and "password" not in name
        for value in values
        if value
    ]
    body = render_to_string("errors/503.html", {"typed": typed})
    return HttpResponse(body, status=503, headers={"Retry-After": RETRY_AFTER_SECONDS, "Cache-Control": "no-store"})
