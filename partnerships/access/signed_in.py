"""How long a sign-in lasts: some hours in all, and for those who may change something only while they keep working.

A session that is over opens nothing, but is kept for a while: by it we know whose words arrive from a page left open.
"""

import dataclasses
import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from django.conf import settings
from django.contrib.auth.middleware import get_user
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest

from partnerships import queries
from partnerships.access.roles import NEED_SECOND_FACTOR, READS, permissions_of
from partnerships.models import RoleGrant, User
from partnerships.models.person import Role
from svduty import clock

BEGAN, SEEN, GRANTS, EDITS = "signed_in_at", "seen_at", "grants", "may_edit"
WAY, BROWSER, SECOND_FACTOR = "signed_in_by", "browser", "second_factor"
# Writing down every page would cost a write a page.
NOTED_EVERY = datetime.timedelta(minutes=1)


def person_signed_in(request: HttpRequest) -> User | AnonymousUser:
    """Who is asking; nobody once their sign-in is over."""
    user = get_user(request)
    return AnonymousUser() if user.is_authenticated and is_over(request.session) else user


@dataclasses.dataclass(frozen=True)
class Stay:
    """What a session tells of a sign-in: since when, last seen when, by which way, in which browser."""

    began: datetime.datetime | None
    seen: datetime.datetime | None
    way: str
    browser: str


def is_over(session: SessionBase | Mapping[str, Any]) -> bool:
    now = clock.now()
    began, seen = (_moment(session, key) or now for key in (BEGAN, SEEN))
    idle = now - seen > datetime.timedelta(minutes=settings.IDLE_MINUTES) and session.get(EDITS, True)
    return idle or now - began > datetime.timedelta(hours=settings.SIGNED_IN_HOURS)


def begin(sender: Any, request: HttpRequest, user: User, **more: Any) -> None:
    """Called when somebody has signed in."""
    request.session[BEGAN] = clock.now().isoformat()
    _note_roles(request.session, queries.grants_of(user))
    note_seen(request.session)


def note_way(session: SessionBase, *, way: str, browser: str, second_factor: bool) -> None:
    """How the person who has just signed in did so, and whether by two factors."""
    session[WAY], session[BROWSER], session[SECOND_FACTOR] = way, browser, second_factor


def note_second_factor(session: SessionBase) -> None:
    """The person has shown a second factor in this session: from now on it has another key."""
    session.cycle_key()
    session[SECOND_FACTOR] = True


def lacks_second_factor(session: SessionBase, grants: list[RoleGrant]) -> bool:
    """Does the installation ask this person for a second factor that they have not shown?"""
    asked = settings.SECOND_FACTOR_REQUIRED and any(grant.role in NEED_SECOND_FACTOR for grant in grants)
    return asked and not session.get(SECOND_FACTOR, False)


def stay_of(session: SessionBase | Mapping[str, Any]) -> Stay:
    return Stay(_moment(session, BEGAN), _moment(session, SEEN), session.get(WAY) or "", session.get(BROWSER) or "")


def note_seen(session: SessionBase) -> None:
    """The person is still working."""
    now, seen = clock.now(), _moment(session, SEEN)
    if seen is None or not seen <= now < seen + NOTED_EVERY:
        session[SEEN] = now.isoformat()
        session.setdefault(BEGAN, session[SEEN])


def renew_when_roles_changed(session: SessionBase, grants: list[RoleGrant]) -> None:
    """Give the session a new key once the person has other roles than at the last page; the old key opens nothing any more."""
    if session.get(GRANTS) != _marks(grants):
        session.cycle_key()
        _note_roles(session, grants)


def _note_roles(session: SessionBase, grants: list[RoleGrant]) -> None:
    session[GRANTS] = _marks(grants)
    session[EDITS] = not permissions_of(frozenset(Role(grant.role) for grant in grants)) <= READS


def _marks(grants: Iterable[RoleGrant]) -> list[int]:
    return sorted(grant.pk for grant in grants)


def _moment(session: SessionBase | Mapping[str, Any], key: str) -> datetime.datetime | None:
    written = session.get(key)
    return datetime.datetime.fromisoformat(written) if written else None
