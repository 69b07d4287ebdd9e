"""All that our tables hold, to be compared before and after; what chance or the clock decides is left out."""

from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, models

OURS = ("partnerships", "strategies", "compliance", "tasks")
# What a browser keeps, how often somebody tried, what was worked out from records: no records themselves, and other with every page.
NO_RECORDS = {"partnerships.BrowserSession", "partnerships.Tally", "compliance.KeptStanding"}
BY_CHANCE = {"password", "hash", "previous_hash", "records_head", "content", "pdf", "sha256", "call", "message_id"}
State = dict[str, list[dict[str, Any]]]


def state() -> State:
    """Every row of every table of ours, links between records included, as the database itself tells it."""
    with connection.cursor() as cursor:
        return {label: _rows(cursor, question, columns) for label, question, columns in _questions()}


def changed(before: State, after: State) -> State:
    """The rows that are new or other than before."""
    return {label: [row for row in rows if row not in before[label]] for label, rows in after.items() if rows != before[label]}


@cache
def _questions() -> list[tuple[str, str, list[str]]]:
    """Of each table its label, how to ask for its rows, and the columns that are asked for."""
    models_of_ours = [model for label in OURS for model in apps.get_app_config(label).get_models(include_auto_created=True)]
    return [_question(model) for model in models_of_ours if model._meta.label not in NO_RECORDS]


def _question(model: type[models.Model]) -> tuple[str, str, list[str]]:
    columns = [
        field.column for field in model._meta.concrete_fields if field.name not in BY_CHANCE and not isinstance(field, models.DateTimeField)
    ]
    quoted = ", ".join(map(connection.ops.quote_name, columns))
    table, key = connection.ops.quote_name(model._meta.db_table), connection.ops.quote_name(model._meta.pk.column)
    return model._meta.label, f"SELECT {quoted} FROM {table} ORDER BY {key}", columns


def _rows(cursor: Any, question: str, columns: list[str]) -> list[dict[str, Any]]:
    cursor.execute(question)
    return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]
