"""Behind the back of the triggers that keep tables frozen: to empty a test's database, and to tamper with it as a thief could."""

import contextlib
from collections.abc import Iterator
from typing import Any

from django.db import connection
from django.db.backends.base.operations import BaseDatabaseOperations

TRIGGERS = {
    "sqlite": "SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'",
    "postgresql": "SELECT tgname, tgrelid::regclass::text, '' FROM pg_trigger WHERE NOT tgisinternal",
}


@contextlib.contextmanager
def lifted() -> Iterator[None]:
    """No trigger of ours refuses anything inside."""
    with connection.cursor() as cursor:
        cursor.execute(TRIGGERS[connection.vendor])
        triggers = cursor.fetchall()
        if connection.vendor == "postgresql":
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        for name, table, _ in triggers:
            cursor.execute(f"DROP TRIGGER {name}" if connection.vendor == "sqlite" else f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    yield
    with connection.cursor() as cursor:
        for name, table, statement in triggers:
            cursor.execute(statement or f"ALTER TABLE {table} ENABLE TRIGGER {name}")


def empty_databases_all_the_same() -> None:
    """Let Django empty a test's database, frozen tables among the others."""
    inner = BaseDatabaseOperations.execute_sql_flush

    def execute_sql_flush(self: BaseDatabaseOperations, statements: list[str]) -> Any:
        with lifted():
            return inner(self, statements)

    BaseDatabaseOperations.execute_sql_flush = execute_sql_flush  # type: ignore[method-assign]  # for tests only
