"""What holds for every page behind a mailed link: it leaves no trace of its address, and whoever guesses is stopped."""

import functools
import logging
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseBase
from django.middleware.csrf import CsrfViewMiddleware
from django.utils.decorators import decorator_from_middleware
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from partnerships.access import tally
from partnerships.access.client_address import client_address

A_MINUTE, AN_HOUR = 60, 3600
WRONG_IN_A_MINUTE, ALARM_IN_AN_HOUR = 10, 1000
log = logging.getLogger(__name__)


class FromAPageWithoutReferrer(CsrfViewMiddleware):
    """The usual check of the form's token. A page whose policy is no-referrer sends its forms with "Origin: null"."""

    def _origin_verified(self, request: HttpRequest) -> bool:
        return request.META["HTTP_ORIGIN"] == "null" or bool(super()._origin_verified(request))  # type: ignore[misc]  # Django's own hook


def private_link(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A view whose address is a secret: no page learns it as a referrer and nobody stores the page."""
    checked = decorator_from_middleware(FromAPageWithoutReferrer)(require_http_methods(["GET", "HEAD", "POST"])(view))

    @functools.wraps(view)
    def respond(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response = checked(request, *args, **kwargs)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["Cache-Control"] = "no-store"
        return response

    # Not left unchecked: `checked` does it.
    return csrf_exempt(respond)


def guesses_too_often(request: HttpRequest) -> bool:
    """Did this address try ten tokens within a minute that are none?"""
    return tally.counted(_key(request)) >= WRONG_IN_A_MINUTE


def note_wrong_token(request: HttpRequest) -> None:
    """Count a token that is none; the thousandth in an hour is told to whoever reads the log, once."""
    tally.count(_key(request), seconds=A_MINUTE)
    if tally.count("wrong-links", seconds=AN_HOUR) == ALARM_IN_AN_HOUR:
        log.error("ALARM: %d links that never were have been tried within an hour. Somebody may be guessing links.", ALARM_IN_AN_HOUR)


def _key(request: HttpRequest) -> str:
    return f"wrong-link/{client_address(request)}"
