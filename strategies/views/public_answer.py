"""How a page that anyone may read is answered: no cookie, kept by caches that ask again each time, gone as soon as it is closed."""

import functools
import hashlib
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_safe

from partnerships.access.guards import View, needs
from partnerships.access.roles import Permission
from partnerships.models import Partnership

# A cache may keep the page but asks before each use, so that a page that was withdrawn is shown to nobody any more.
KEPT_BUT_ASKED = "public, no-cache"


def for_anyone(view: View) -> View:
    """Mark a view as open to all; answer 304 to whoever has the very same page."""

    @needs(Permission.PUBLIC)
    @require_safe
    @functools.wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase | None:
        response = view(request, *args, **kwargs)
        if not isinstance(response, HttpResponse):
            return response
        etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        response.headers["ETag"] = etag
        response.headers["Cache-Control"] = KEPT_BUT_ASKED
        return get_conditional_response(request, etag=etag, response=response)

    return answer


def noindex(response: HttpResponse, partnership: Partnership, *, always: bool = False) -> HttpResponse:
    """Keep out of search engines what would mislead there: examples, and versions that a later one has replaced."""
    if always or partnership.invented or partnership.from_papers:
        response.headers["X-Robots-Tag"] = "noindex"
    return response
