"""Every action writes the audit, with events that are registered; every kind of record has its events."""

import ast
from pathlib import Path

import pytest
from django.apps import apps

from partnerships.audit.events import EVENTS
from svduty.editing.records import Lasting, Record, Withdrawable

ROOT = Path(__file__).parents[2]
FLOORS = ["partnerships", "strategies", "compliance"]
ACTIONS = [path for floor in FLOORS for path in sorted((ROOT / floor / "actions").glob("*.py")) if path.name != "__init__.py"]

# Actions that change no record: a mail, and the guard around another action.
CHANGE_NOTHING = {"mail_password_link.py", "add_once.py"}
OURS = [model for model in apps.get_models() if model._meta.app_label in FLOORS]


def calls(path: Path) -> set[str]:
    tree = ast.parse(path.read_text())
    return {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}


RECORDING = {"record"} | {path.stem for path in ACTIONS if "record" in calls(path)} | {"withdraw_record", "end_record"}


@pytest.mark.parametrize("path", ACTIONS, ids=lambda path: f"{path.parts[-3]}.{path.stem}")
def test_an_action_records_what_it_did(path: Path) -> None:
    assert path.name in CHANGE_NOTHING or calls(path) & RECORDING


def test_every_event_an_action_names_is_registered() -> None:
    named = {
        node.args[0].value
        for path in ACTIONS
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record" and node.args and isinstance(node.args[0], ast.Constant)
    }
    assert named
    assert named <= set(EVENTS)


# Rows of Schedules 1 and 2 have no pages yet: they change with a release.
NO_PAGES = {"authoritytype"}


@pytest.mark.parametrize("model", [model for model in OURS if issubclass(model, Record)], ids=lambda model: model.__name__)
def test_every_kind_of_record_has_its_events(model: type[Record]) -> None:
    kind = model.record_kind()
    if kind in NO_PAGES:
        return
    verbs = {event.split(".")[1] for event in EVENTS if event.startswith(f"{kind}.")}
    assert "changed" in verbs
    if issubclass(model, Withdrawable):
        assert "withdrawn" in verbs
    if issubclass(model, Lasting) and kind not in ("organisation", "localgovernmentarea"):
        assert "ended" in verbs
