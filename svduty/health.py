"""Telling the truth about ourselves: /healthz tries the database, /livez says only that the process answers."""

import logging

from django.contrib.sessions.models import Session
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse, JsonResponse

from svduty.outage import reason

logger = logging.getLogger(__name__)
NO_SESSION = "health check"


def livez(request: HttpRequest) -> HttpResponse:
    """200 while the process lives, whatever the database does."""
    return _answer({"alive": True}, 200)


def healthz(request: HttpRequest) -> HttpResponse:
    """200 when the database has our tables and takes a change, else 503.

    Removing a session that never was changes nothing, yet a database that is away, empty, read-only or locked refuses it.
    """
    try:
        Session.objects.filter(session_key=NO_SESSION).delete()
    except (DatabaseError, InterfaceError) as error:
        logger.warning("Health check: the database takes no changes: %s", reason(error))
        return _answer({"database": "away"}, 503)
    return _answer({"database": "answers"}, 200)


def _answer(content: dict[str, object], status: int) -> HttpResponse:
    return JsonResponse(content, status=status, headers={"Cache-Control": "no-store"})


for view in (livez, healthz):
    view.permission = "public"  # type: ignore[attr-defined]  # the mark that the floor above reads
