"""Versions to read and comments on them, for the tests."""

import datetime
from typing import Any

from django.test import Client

from partnerships.models import User
from partnerships.models.person import Role
from strategies.models import Comment, Strategy, Version, VersionRead
from svduty import clock
from tests.cast import Cast, day
from tests.strategies.conftest import signed_in
from tests.strategies.helpers import at

NOON = datetime.datetime(2024, 2, 1, 12, tzinfo=datetime.UTC)
PURPOSE = "We want **fewer** people hurt, and\nfewer knives carried."
AIMS = "First, more trust.\n\n- early help\n- safe places"
SECTIONS = [{"key": "1", "heading": "Purpose", "text": PURPOSE}, {"key": "2", "heading": "Aims", "text": AIMS}]


def typed_version(strategy: Strategy, *sections: dict[str, str]) -> Version:
    """The strategy's next version."""
    number = strategy.versions.count() + 1
    kept = list(sections or SECTIONS)
    return Version.objects.create(
        strategy=strategy,
        number=number,
        title=strategy.title,
        form="typed",
        dated=day("2024-01-10"),
        sections=kept,
        sha256=f"{number:064d}",
        frozen_at=clock.now(),
    )


def comment_on(version: Version, author: User, text: str = "Say more.", **more: Any) -> Comment:
    return Comment.objects.create(**{"strategy_version": version, "author": author, "text": text, "made_at": NOON, **more})


def on_purpose(version: Version, author: User, text: str = "Say more.", **more: Any) -> Comment:
    return comment_on(version, author, text, section_key="1", section_heading="Purpose", **more)


def answered(version: Version, author: User, by: User, **more: Any) -> Comment:
    said = {"answer": "accepted", "answer_reason": "It will say more.", "answered_by": by, "answered_at": NOON}
    return on_purpose(version, author, **said, **more)


def read_by(version: Version, reader: User) -> VersionRead:
    return VersionRead.objects.create(strategy_version=version, user=reader, read_at=NOON)


def as_role(cast: Cast, role: Role) -> Client:
    return signed_in(cast.people[role])


def reading(version: Version, query: str = "") -> str:
    return at("version_read", version.pk) + query
