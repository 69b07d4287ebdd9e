"""What every test may lean on: a database that fits its kind, and Debian's Chromium where a test asks for a browser."""

import contextlib
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.management import call_command
from django.db import connection, transaction
from django.test import override_settings
from pytest_django.live_server_helper import LiveServer

from tests.cast import Cast, make_cast
from tests.frozen import empty_databases_all_the_same, lifted
from tests.migrated import kept_between_runs
from tests.workers import QUEUE, Workers

# Playwright's synchronous interface keeps an event loop in the test's thread, which Django would take for async code.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")

empty_databases_all_the_same()

CHROMIUM_ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


# What walks all pages or sets documents in type says nothing about one database that it does not say about the other, and one
# starts a PostgreSQL of its own whatever it is told.
ONE_DATABASE = {
    "test_health.py",
    "test_links.py",
    "test_mass_assignment.py",
    "test_headers.py",
    "test_unsaved_words.py",
    "test_report_document.py",
}
# These start servers of their own on the database they are told.
OWN_SERVERS = {
    "test_answers_at_once.py",
    "test_killed_while_reviewing.py",
    "test_killed_while_saving.py",
    "test_tasks_workers.py",
    "test_two_writers_at_once.py",
    "test_votes_at_once.py",
}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what need not run on both databases: tests that ask no database, and those named above."""
    for item in items:
        asks = item.get_closest_marker("django_db") or {"db", "transactional_db"} & set(getattr(item, "fixturenames", ()))
        if item.path.name in ONE_DATABASE or not (asks or item.path.name in OWN_SERVERS):
            item.add_marker("one_database")


def pytest_report_header() -> str:
    return f"database: {settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}"


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    django_db_modify_db_settings_parallel_suffix: None,
) -> None:
    """Keep SQLite in a file when a browser or a worker is among the tests.

    A live server answers several requests at once. In memory they would share one connection, and with it one
    another's transactions; in a file each has its own, as in real use. A worker is another process.
    """
    database = settings.DATABASES["default"]
    needed = any({"live_server", "workers"} & set(getattr(item, "fixturenames", ())) for item in request.session.items)
    if needed and database["ENGINE"].endswith("sqlite3"):
        database["TEST"]["NAME"] = str(tmp_path_factory.mktemp("database") / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_keepdb(django_db_keepdb: bool) -> Iterator[bool]:
    """Asked for just before the test database is made."""
    with kept_between_runs():
        yield django_db_keepdb


@pytest.fixture(scope="session")
def live_server(django_db_setup: None, live_server: LiveServer) -> LiveServer:
    """Start the server once the database has its file; earlier it would share the connection of the one in memory."""
    return live_server


@pytest.fixture
def workers(transactional_db: None, settings: Any) -> Iterator[Workers]:
    """Real workers, and the queue they take from in production; see tests/workers.py."""
    settings.TASKS = QUEUE
    workers = Workers()
    yield workers
    workers.end()


@pytest.fixture(scope="session")
def folder_of_this_run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all processes that share this run's tests."""
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.fail("Chromium is missing. Install it (apt-get install chromium libatomic1), or let ./dev test do so.")
    return {**browser_type_launch_args, "executable_path": chromium, "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session", autouse=True)
def _files_of_the_tests_stay_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Uploads made by tests never land among those of a developer."""
    settings.MEDIA_ROOT = str(tmp_path_factory.mktemp("media"))
    Path(settings.STATIC_ROOT).mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Facts are remembered under numbers that every test's records share."""
    cache.clear()


@pytest.fixture
def cast(db: None) -> Cast:
    """Two partnerships and everybody in them; see tests/cast.py."""
    return make_cast()


@pytest.fixture(scope="session")
def _example_snapshot(
    _files_of_the_tests_stay_apart: None, django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Load the examples once and keep a copy: putting it back takes milliseconds, loading anew takes seconds.

    The database is left as it was found, with the rows that the migrations put there.
    """
    kept = tmp_path_factory.mktemp("examples") / "examples.sqlite3"
    with django_db_blocker.unblock(), contextlib.closing(sqlite3.connect(":memory:")) as found:
        connection.ensure_connection()
        connection.connection.backup(found)
        with override_settings(DEBUG=True):
            call_command("load_example", verbosity=0)
        with contextlib.closing(sqlite3.connect(kept)) as copy:
            connection.connection.backup(copy)
        found.backup(connection.connection)
    return kept


@pytest.fixture(scope="session", autouse=True)
def _examples_are_kept_before_a_test_empties_the_database(request: pytest.FixtureRequest) -> None:
    """Some tests leave nothing behind, not even what the migrations put there, and the examples need that."""
    if any("example_data" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("_example_snapshot")


@pytest.fixture
def example_data(_example_snapshot: Path, transactional_db: None) -> None:
    """Fill the database, on SQLite, with all example partnerships, as ./dev run does.

    Row by row, in a transaction: SQLite's own way to restore a whole file pulls it from under the live server's connections.
    """
    with connection.constraint_checks_disabled(), connection.cursor() as cursor:
        cursor.execute("ATTACH DATABASE %s AS kept", [str(_example_snapshot)])
        with transaction.atomic(), lifted():
            for table in map(connection.ops.quote_name, connection.introspection.table_names()):
                cursor.execute(f"DELETE FROM main.{table}")
                cursor.execute(f"INSERT INTO main.{table} SELECT * FROM kept.{table}")
        cursor.execute("DETACH DATABASE kept")
