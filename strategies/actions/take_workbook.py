"""What an officer ticked of a workbook is taken: all of it or, where something stands in the way, nothing."""

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.http import Http404

from partnerships.actions.save_record import StaleRecord, save_record
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies import queries_workbooks as queries
from strategies.models import ImportState, WorkbookImport
from strategies.workbook_weighing import comparison_of, form_of
from strategies.workbooks.books import book_of
from strategies.workbooks.comparison import Group, Subject
from svduty import clock
from svduty.editing.forms import RecordForm

NO_WORDS = "It cannot be kept like this."
WAYS = "Take its tick away, or put it right in the workbook and bring that again."


class NotTaken(Exception):
    """Nothing was taken. The message is a sentence for the person who pressed."""


class ChangedMeanwhile(NotTaken):
    """What stands here, or what was found, is not what the page showed."""

    def __init__(self) -> None:
        super().__init__(
            "Something was changed here after this page was opened, so nothing was taken. Look at what it says now, then take it."
        )


def take_workbook(brought: WorkbookImport, ticked: set[str], seen: str, *, on: datetime.date, actor: User, partnership: Partnership) -> int:
    """Take what is ticked of what the page showed (`seen`: its fingerprint); how many changes. 0 when it was decided on already.

    Raises NotTaken, having written nothing.
    """
    try:
        with transaction.atomic():
            return _take(brought, ticked, seen, on, actor, partnership)
    except (StaleRecord, Http404):
        raise ChangedMeanwhile from None
    except IntegrityError:
        raise NotTaken("Somebody recorded the same at this moment, so nothing was taken. Look at what this page says now.") from None


def _take(brought: WorkbookImport, ticked: set[str], seen: str, on: datetime.date, actor: User, partnership: Partnership) -> int:
    current = queries.import_to_decide(brought)
    if current.state != ImportState.WAITING:
        return 0
    comparison = comparison_of(current, on)
    if comparison.fingerprint != seen:
        raise ChangedMeanwhile
    book = book_of(partnership, current.kind, on)
    taken, left, count = [], [], 0
    for subject, group in [(one, group) for one in comparison.subjects for group in one.groups]:
        left += [words for words in [_left(subject, group, ticked)] if words]
        cells = {change.column: change.becomes for change in group.changes if change.key in ticked or group.key in ticked}
        if not cells:
            continue
        _save(group, form_of(group, cells, book, on, actor, partnership, current), actor, partnership, current)
        count += len(cells) if group.pk else 1
        taken.append(_say(subject, group, cells))
    current.state, current.over_at, current.over_by, current.taken = ImportState.TAKEN, clock.now(), actor, taken
    current.left, current.not_taken = left, [f"{trouble.where}: {trouble.words}" for trouble in comparison.troubles]
    current.save()
    untouched = len(comparison.keys) - len(comparison.keys & ticked)
    changes = {"Taken": ["", str(count)], "Left": ["", str(untouched)], "SHA-256": ["", current.file.sha256]}
    record("workbookimport.taken", actor=actor, partnership=partnership, target=current, changes=changes)
    return count


def _save(group: Group, form: RecordForm[Any], actor: User, partnership: Partnership, brought: WorkbookImport) -> None:
    if not form.is_valid():
        words = " ".join(dict.fromkeys(str(message) for messages in form.errors.values() for message in messages)) or NO_WORDS
        raise NotTaken(f"Nothing was taken. “{group.sheet}”, row {group.row}: {words} {WAYS}")
    whose = f" filled in by {brought.on_behalf}" if brought.on_behalf else ""
    comment = f"From a workbook{whose}: {brought.file} (SHA-256 {brought.file.sha256}). {getattr(form, 'comment', '')}".strip()
    save_record(form, actor=actor, partnership=partnership, comment=comment)


def _say(subject: Subject, group: Group, cells: dict[str, str]) -> str:
    headings = ", ".join(change.heading for change in group.changes if change.column in cells)
    return f"Changed {_named(subject, group)}: {headings}" if group.pk else f"Added {_named(subject, group)}"


def _named(subject: Subject, group: Group) -> str:
    """`the figure “1 April 2026 to 30 June 2026” of “Knife crime”`."""
    if group.record == "progressupdate":
        return f"news of “{subject.title}”"
    whose = "" if group.title == subject.title else f" of “{subject.title}”"
    return f"the {group.one} “{group.title}”{whose}"


def _left(subject: Subject, group: Group, ticked: set[str]) -> str:
    """What of it was not ticked; empty where all was."""
    name = _named(subject, group)
    if group.pk is None:
        return "" if group.key in ticked else name[0].upper() + name[1:]
    headings = ", ".join(change.heading for change in group.changes if change.key not in ticked)
    return f"{name[0].upper()}{name[1:]}: {headings}" if headings else ""
