"""Who is asking, and for which partnership: /p/<slug>/ becomes request.partnership or a 404, before any view runs."""

from collections.abc import Callable
from typing import Any, cast

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.functional import SimpleLazyObject

from partnerships import queries
from partnerships.access.guards import opens_before_second_factor, permission_of
from partnerships.access.roles import INSTALLATION_ROLES, Permission, permissions_of
from partnerships.access.signed_in import lacks_second_factor, note_seen, person_signed_in, renew_when_roles_changed
from partnerships.access.unsaved import forget, led_to_second_factor, put_back, signed_out
from partnerships.models.person import Role, User

Respond = Callable[[HttpRequest], HttpResponse]


class SignedInMiddleware:
    """Nothing is open unless its view says so. Signed-in pages are never stored by a browser or a proxy."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.partnership = None  # type: ignore[attr-defined]
        request.grants = []  # type: ignore[attr-defined]
        request.roles = request.permissions = frozenset()  # type: ignore[attr-defined]
        request.user = cast(User, SimpleLazyObject(lambda: person_signed_in(request)))
        response = self.get_response(request)
        if getattr(request, "shows_unsaved", False) and response.status_code == 200:
            forget(request)
        if not getattr(request, "open_to_all", False):
            response.headers["Cache-Control"] = "no-store"
        return response

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        permission = permission_of(view)
        if permission is None:
            raise ImproperlyConfigured(f"The view {view.__module__}.{view.__qualname__} does not say who may open it.")
        if permission == Permission.PUBLIC:
            request.open_to_all = True  # type: ignore[attr-defined]
        elif not request.user.is_authenticated:
            return signed_out(request) or redirect_to_login(request.get_full_path() if request.method == "GET" else "/")
        else:
            note_seen(request.session)
            request.shows_unsaved = put_back(request)  # type: ignore[attr-defined]
        return None


class PartnershipMiddleware:
    """Fetch through the partnership. A stranger, an administrator without a role here included, is told that nothing is there."""

    def __init__(self, get_response: Respond) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> HttpResponse | None:
        permission = permission_of(view)
        if permission == Permission.PUBLIC:
            return None
        request.grants = queries.grants_of(cast(User, request.user))  # type: ignore[attr-defined]
        renew_when_roles_changed(request.session, request.grants)  # type: ignore[attr-defined]
        if lacks_second_factor(request.session, request.grants) and not opens_before_second_factor(view):  # type: ignore[attr-defined]  # set above
            return led_to_second_factor(request)
        installation_roles = {Role(grant.role) for grant in request.grants if grant.role in INSTALLATION_ROLES}  # type: ignore[attr-defined]
        roles = set(installation_roles)
        if "slug" in kwargs:
            request.partnership, here = queries.partnership_for(request.grants, kwargs["slug"])  # type: ignore[attr-defined]
            if not here:
                raise Http404("No such partnership for this person.")
            roles |= here
        request.roles = frozenset(roles)  # type: ignore[attr-defined]
        request.permissions = permissions_of(request.roles) | {Permission.SIGNED_IN}  # type: ignore[attr-defined]
        if permission not in request.permissions:  # type: ignore[attr-defined]
            if request.partnership:  # type: ignore[attr-defined]
                request.helpers = queries.coordinators_of(request.partnership)  # type: ignore[attr-defined]
            raise PermissionDenied
        return None
