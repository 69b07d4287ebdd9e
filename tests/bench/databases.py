"""An empty database of each kind, for one run."""

import contextlib
import os
import secrets
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
def postgresql(server: str = "") -> Iterator[str]:
    """On the server of that address, or the one that TEST_POSTGRES_URL names, beside whatever else is there."""
    server = server or os.environ["TEST_POSTGRES_URL"]
    name = f"bench_{secrets.token_hex(4)}"
    _run(server, f"CREATE DATABASE {name}")
    try:
        yield urlsplit(server)._replace(path=f"/{name}").geturl()
    finally:
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(server: str, statement: str) -> None:
    connection = psycopg2.connect(server)
    connection.autocommit = True
    with contextlib.closing(connection), connection.cursor() as cursor:
        cursor.execute(statement)
