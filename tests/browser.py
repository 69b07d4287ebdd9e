"""Signing in to a real browser without the form, for tests that are about something else."""

from django.conf import settings
from django.test import Client
from playwright.sync_api import BrowserContext

from compliance.examples.accounts import ACCOUNTS
from partnerships.models import User
from partnerships.models.person import Role


def account_of(role: Role) -> User:
    """The example's account for a role."""
    return User.objects.get(email=ACCOUNTS[role][0])


def sign_in(context: BrowserContext, origin: str, person: User) -> None:
    """Give the browser a session of its own for this person."""
    client = Client()
    client.force_login(person)
    name = settings.SESSION_COOKIE_NAME
    context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": origin}])
