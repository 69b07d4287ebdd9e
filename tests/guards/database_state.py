"""All that our tables hold, to be compared before and after; what chance or the clock decides is left out."""

from typing import Any

from django.apps import apps
from django.db import models

OURS = ("partnerships", "strategies", "compliance", "tasks")
# What a browser keeps, how often somebody tried, what was worked out from records: no records themselves, and other with every page.
NO_RECORDS = {"partnerships.BrowserSession", "partnerships.Tally", "compliance.KeptStanding"}
BY_CHANCE = {"password", "hash", "previous_hash", "records_head", "content", "pdf", "sha256", "call", "message_id"}
State = dict[str, list[dict[str, Any]]]


def state() -> State:
    """Every row of every table of ours, links between records included."""
    models_of_ours = [model for label in OURS for model in apps.get_app_config(label).get_models(include_auto_created=True)]
    return {model._meta.label: _rows(model) for model in models_of_ours if model._meta.label not in NO_RECORDS}


def changed(before: State, after: State) -> State:
    """The rows that are new or other than before."""
    return {label: [row for row in rows if row not in before[label]] for label, rows in after.items() if rows != before[label]}


def _rows(model: type[models.Model]) -> list[dict[str, Any]]:
    columns = [
        field.attname
        for field in model._meta.concrete_fields
        if field.name not in BY_CHANCE and not isinstance(field, models.DateTimeField)
    ]
    return list(model._default_manager.order_by("pk").values(*columns))
