"""What every view says about itself: who may open it. A view that says nothing is refused by the middleware."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest

from partnerships.access.roles import Permission

View = Callable[..., Any]


def needs(permission: Permission) -> Callable[[View], View]:
    """Mark a view with the permission it takes; the middleware enforces it before the view runs."""

    def mark(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]  # read by the middleware
        return view

    return mark


def open_before_second_factor(view: View) -> View:
    """Mark a view that somebody may open who has yet to set up the second factor that is asked of them."""
    view.open_before_second_factor = True  # type: ignore[attr-defined]  # read by the middleware
    return view


def opens_before_second_factor(view: View) -> bool:
    return getattr(view, "open_before_second_factor", False)


def permission_of(view: View) -> Permission | None:
    """The permission a view is marked with, or None."""
    return getattr(view, "permission", None)


def may(request: HttpRequest, permission: Permission) -> bool:
    """May the signed-in person do this here? For showing a link or a button; views are guarded by `needs`."""
    return permission in request.permissions  # type: ignore[attr-defined]  # set by the middleware
