"""A text that saves itself while somebody writes leaves an entry every few seconds: a history shows the entries of an hour as one."""

import dataclasses
import datetime

from partnerships.audit.events import SAVED_BY_ITSELF
from partnerships.audit.reading import Change, Shown

AT_MOST = datetime.timedelta(hours=1)


def in_runs(shown: list[Shown]) -> list[Shown]:
    """Entries, newest first, with those of one run told as its newest: with all of them in `run`, and their changes as one."""
    runs: list[list[Shown]] = []
    open_runs: dict[tuple[str, int | None], list[Shown]] = {}
    for entry in shown:
        run = open_runs.get(entry.target)
        if run and _goes_on(run[0], entry):
            run.append(entry)
        else:
            open_runs[entry.target] = [entry]
            runs.append(open_runs[entry.target])
    return [_as_one(run) if len(run) > 1 else run[0] for run in runs]


def _goes_on(newest: Shown, entry: Shown) -> bool:
    by_itself = entry.event in SAVED_BY_ITSELF and not (entry.comment or newest.comment)
    same = (entry.event, entry.actor, entry.day) == (newest.event, newest.actor, newest.day)
    return by_itself and same and newest.at - entry.at <= AT_MOST


def _as_one(run: list[Shown]) -> Shown:
    changes: dict[str, Change] = {}
    for entry in reversed(run):
        for label, old, new in entry.changes:
            changes[label] = (label, changes[label][1] if label in changes else old, new)
    return dataclasses.replace(run[0], run=run, changes=[change for change in changes.values() if change[1] != change[2]])
