from typing import cast

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as DatabaseStore
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from partnerships.models.person import User


class BrowserSession(AbstractBaseSession):
    """What the service remembers for one browser, and whose it is, so that a person can see and end their own."""

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="browser_sessions")

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        return SessionStore


class SessionStore(DatabaseStore):
    """Keeps sessions as Django does, in our table. A new key takes the row's person with it."""

    @classmethod
    def get_model_class(cls) -> type[BrowserSession]:
        return BrowserSession

    def create_model_instance(self, data: dict[str, object]) -> BrowserSession:
        row = cast(BrowserSession, super().create_model_instance(data))
        row.user_id = int(str(data[SESSION_KEY])) if SESSION_KEY in data else None
        return row
