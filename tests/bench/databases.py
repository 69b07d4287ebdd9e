"""An empty database of each kind, for one run."""

import contextlib
import os
import secrets
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import psycopg2


@contextlib.contextmanager
def sqlite() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="svduty-bench-") as folder:
        yield f"sqlite:///{Path(folder) / 'bench.sqlite3'}"


@contextlib.contextmanager
def postgresql(server: str = "", template: str = "template1") -> Iterator[str]:
    """On the server of that address, or the one that TEST_POSTGRES_URL names, beside whatever else is there; as a copy of `template`."""
    server = urlsplit(server or os.environ["TEST_POSTGRES_URL"])._replace(path="/postgres").geturl()
    name = f"bench_{secrets.token_hex(4)}"
    _run(server, f"CREATE DATABASE {name} TEMPLATE {template}")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


@contextlib.contextmanager
def copied(address: str) -> Iterator[str]:
    """A copy of the database of that address, which nobody may be using."""
    if address.startswith("sqlite"):
        with (
            sqlite() as copy,
            contextlib.closing(sqlite3.connect(_path(address))) as old,
            contextlib.closing(sqlite3.connect(_path(copy))) as new,
        ):
            old.backup(new)
            yield copy
    else:
        with postgresql(address, template=urlsplit(address).path.removeprefix("/")) as copy:
            yield copy


def _path(address: str) -> str:
    return address.removeprefix("sqlite:///")


def _run(server: str, statement: str) -> None:
    connection = psycopg2.connect(server)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(statement)
