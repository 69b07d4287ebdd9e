"""A real service on a database of its own, of the kind that these tests run on, with people, a draft, a definition
and comments in it."""

import contextlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg2
import pytest
from django.conf import settings

from tests.bench import databases
from tests.bench.server import python

MIGRATE = "import django; django.setup(); from tests.migrated import migrate; migrate()"
MAKE = """
import json
import django
django.setup()
from partnerships.models import LocalDefinition, RoleGrant, User
from partnerships.models.person import Role
from strategies.models import Comment, Section
from svduty import clock
from tests.cast import BEGAN, make_cast, make_person, make_version
cast = make_cast()
for number in range(10):
    make_person(f"writer-{number}@anyborough.example", Role.COORDINATOR, cast.ours)
version = make_version(cast.ours, cast.area)
strategy = version.strategy
author = User.objects.get(email="writer-0@anyborough.example")
comments = [Comment.objects.create(strategy_version=version, author=author, text="Say more.", made_at=clock.now()).pk for _ in range(2)]
section = Section.objects.create(strategy=strategy, position=1, heading="Purpose", text="Fewer people hurt.")
definition = LocalDefinition.objects.create(partnership=cast.ours, number=1, wording="Violence in public places.")
print(json.dumps({"section": section.pk, "definition": definition.pk, "comments": comments}))
"""


@dataclass(frozen=True)
class Place:
    """The database of a drill, where its files and styles lie, the two records that are written in, and two
    comments of the first writer's."""

    url: str
    media: Path
    static: str
    section: int
    definition: int
    comments: list[int]

    def ask(self, question: str) -> list[tuple[Any, ...]]:
        """Ask the database itself, on a connection of our own."""
        if self.url.startswith("sqlite"):
            import sqlite3

            connection: Any = sqlite3.connect(self.url.removeprefix("sqlite:///"), timeout=20)
        else:
            connection = psycopg2.connect(self.url)
        with contextlib.closing(connection), contextlib.closing(connection.cursor()) as cursor:
            cursor.execute(question)
            return list(cursor.fetchall())

    def manage(self, *words: str) -> str:
        return python("manage.py", *words, database=self.url, MEDIA_ROOT=str(self.media))


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    """Made once, for the drills to work on copies of it: making it takes as long as a drill."""
    folder = tmp_path_factory.mktemp("pattern")
    of_this_run = settings.DATABASES["default"]["ENGINE"].rpartition(".")[2]
    database = databases.sqlite() if of_this_run == "sqlite3" else databases.postgresql(os.environ["DATABASE_URL"])
    with database as url:
        python("-c", MIGRATE, database=url)
        python("manage.py", "collectstatic", "--noinput", database=url, STATIC_ROOT=str(folder / "static"))
        made = json.loads(python("-c", MAKE, database=url, settings="tests.drills.settings"))
        yield Place(url, folder / "media", str(folder / "static"), **made)


@pytest.fixture(scope="module")
def place(pattern: Place, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    with databases.copied(pattern.url) as url:
        yield replace(pattern, url=url, media=tmp_path_factory.mktemp("drill") / "media")
