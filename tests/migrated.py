"""A migrated database for SQLite, kept between runs: the migrations take longer than most test files.

Every word that the migrations consist of is in the name it is kept under, so that a changed one makes a new one.
"""

import contextlib
import fcntl
import hashlib
import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest import mock

import django
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.loader import MigrationLoader

KEPT_IN = Path(settings.BASE_DIR) / ".dev" / "migrated"
# What our migrations take from the service itself.
LEANED_ON = ("svduty.editing.triggers", "svduty.vague_dates", "partnerships.models.file")


@contextlib.contextmanager
def kept_between_runs() -> Iterator[None]:
    """While it lasts, a test database on SQLite is filled from the kept one; the first run of a new set of migrations makes that."""
    if connection.vendor != "sqlite":
        yield
        return
    KEPT_IN.mkdir(parents=True, exist_ok=True)
    create = connection.creation.create_test_db

    def create_from_kept(*words: Any, **options: Any) -> str:
        with mock.patch("django.core.management.call_command", _migrate):
            return create(*words, **options)

    with mock.patch.object(connection.creation, "create_test_db", create_from_kept):
        yield


def migrate() -> None:
    """Migrate the empty database of the settings; on SQLite from the kept one."""
    KEPT_IN.mkdir(parents=True, exist_ok=True)
    (_migrate if connection.vendor == "sqlite" else call_command)("migrate", verbosity=0)


def _migrate(command: str, *words: Any, **options: Any) -> Any:
    if command != "migrate":
        return call_command(command, *words, **options)
    kept = KEPT_IN / f"{_key()}.sqlite3"
    # Two processes that test at once make it once.
    with (KEPT_IN / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        connection.ensure_connection()
        if kept.exists():
            _copy(sqlite3.connect(kept), into=connection.connection)
            return None
        made = call_command(command, *words, **options)
        for old in KEPT_IN.glob("*.sqlite3"):
            old.unlink()
        unfinished = kept.with_suffix(".part")
        unfinished.unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(unfinished)) as file:
            connection.connection.backup(file)
        unfinished.rename(kept)
        return made


def _copy(kept: sqlite3.Connection, *, into: sqlite3.Connection) -> None:
    with contextlib.closing(kept):
        kept.backup(into)


def _key() -> str:
    """Of all migrations there are, the installed libraries' too, and of what ours lean on."""
    words = hashlib.sha256(f"{django.get_version()} {sqlite3.sqlite_version}".encode())
    modules = {migration.__module__ for migration in MigrationLoader(None).disk_migrations.values()} | set(LEANED_ON)
    for name in sorted(modules):
        source = sys.modules[name].__file__
        words.update(Path(str(source)).read_bytes())
    return words.hexdigest()
