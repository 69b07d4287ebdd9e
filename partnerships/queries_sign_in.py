"""Named reads about signing in: where a person is signed in, and which account of the identity provider is theirs."""

import dataclasses
import datetime
import hashlib

from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import HASH_SESSION_KEY
from django.utils.crypto import constant_time_compare

from partnerships.access.signed_in import Stay, is_over, stay_of
from partnerships.models import BrowserSession, RoleGrant, User


@dataclasses.dataclass(frozen=True)
class SignedInAt:
    """One browser in which a person is signed in. `mark` names it in addresses; it is not the key that opens it."""

    mark: str
    stay: Stay
    current: bool
    key: str


def active_person(pk: int) -> User | None:
    """Somebody who may sign in."""
    return User.objects.filter(pk=pk, is_active=True).first()


def browsers_of(person: User, current_key: str | None) -> list[SignedInAt]:
    """Where the person is signed in now, this browser first, then by when it was last used."""
    found = []
    for row in person.browser_sessions.all():
        data = row.get_decoded()
        password_stands = constant_time_compare(data.get(HASH_SESSION_KEY, ""), person.get_session_auth_hash())
        if password_stands and not is_over(data):
            found.append(SignedInAt(_mark(row), stay_of(data), row.session_key == current_key, row.session_key))
    return sorted(found, key=lambda one: (one.current, one.stay.seen or _LONG_AGO), reverse=True)


_LONG_AGO = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


def _mark(row: BrowserSession) -> str:
    return hashlib.sha256(row.session_key.encode()).hexdigest()[:24]


def account_known_as(issuer: str, subject: str) -> SocialAccount | None:
    """The link between a person and what the identity provider calls them."""
    return SocialAccount.objects.filter(provider=issuer, uid=subject).select_related("user").first()


def account_at(issuer: str, person: User) -> SocialAccount | None:
    return SocialAccount.objects.filter(provider=issuer, user=person).first()


def linked_since(person: User) -> datetime.datetime | None:
    """When the person first came by single sign-on, as far as that link stands."""
    account = SocialAccount.objects.filter(user=person).order_by("pk").first()
    return account.date_joined if account else None


def belongs_only_here(person: User, partnership_pk: int) -> bool:
    """Does the person hold roles in this one partnership and nowhere else?"""
    return not RoleGrant.objects.filter(user=person, ended_on__isnull=True).exclude(partnership=partnership_pk).exists()
