"""Database triggers that keep frozen tables frozen, for use in migrations on SQLite and PostgreSQL."""

from collections.abc import Callable
from typing import Any

from django.db import migrations


def freeze_table(table: str) -> migrations.RunPython:
    """A migration step after which the database itself refuses to UPDATE rows of `table` (and, on PostgreSQL, to DELETE them;
    SQLite has no other way to empty a table, which test databases need)."""
    return migrations.RunPython(_on_vendor(table, _CREATE), _on_vendor(table, _DROP))


def keep_rows(table: str) -> migrations.RunPython:
    """A migration step after `freeze_table` for what may never be lost: SQLite refuses to DELETE rows too, PostgreSQL to TRUNCATE.

    Tests, which empty their databases, lift it: tests/frozen.py.
    """
    return migrations.RunPython(_on_vendor(table, _KEEP), _on_vendor(table, _LET_GO))


def _on_vendor(table: str, statements: dict[str, list[str]]) -> Callable[[Any, Any], None]:
    def run(apps: Any, schema_editor: Any) -> None:
        for statement in statements[schema_editor.connection.vendor]:
            schema_editor.execute(statement.format(table=table), params=None)

    return run


_CREATE = {
    "sqlite": ["CREATE TRIGGER {table}_frozen BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} rows are never changed'); END"],
    "postgresql": [
        "CREATE FUNCTION {table}_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION '{table} rows are never changed'; END $$",
        "CREATE TRIGGER {table}_frozen BEFORE UPDATE OR DELETE ON {table} FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
    ],
}
_DROP = {
    "sqlite": ["DROP TRIGGER {table}_frozen"],
    "postgresql": ["DROP TRIGGER {table}_frozen ON {table}", "DROP FUNCTION {table}_refuse()"],
}
_KEEP = {
    "sqlite": ["CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} rows are never deleted'); END"],
    "postgresql": ["CREATE TRIGGER {table}_kept BEFORE TRUNCATE ON {table} FOR EACH STATEMENT EXECUTE FUNCTION {table}_refuse()"],
}
_LET_GO = {"sqlite": ["DROP TRIGGER {table}_kept"], "postgresql": ["DROP TRIGGER {table}_kept ON {table}"]}
