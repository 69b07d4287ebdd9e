"""How many statements a page sends to the database, told in a header to whoever asks for it."""

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.db import connection
from django.http import HttpRequest, HttpResponse

ASK, TOLD, FORGET = "X-Count-Queries", "X-Queries", "X-Forget"
MEMORY, KEPT = "memory", "kept"


class CountQueries:
    """Outermost, so that sign-in is counted too. `X-Forget` first empties what this process remembers, and with "kept"
    what all of them keep of how partnerships stand."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if FORGET in request.headers:
            cache.clear()
        if request.headers.get(FORGET) == KEPT:
            apps.get_model("compliance", "KeptStanding").objects.all().delete()
        if ASK not in request.headers:
            return self.get_response(request)
        statements = []

        def count(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
            statements.append(sql)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(count):
            response = self.get_response(request)
        response.headers[TOLD] = str(len(statements))
        return response
