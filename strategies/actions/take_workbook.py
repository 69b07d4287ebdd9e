"""What an officer ticked of a workbook is taken: all of it or, where something stands in the way, nothing."""

import datetime
from typing import Any, cast

from django.db import IntegrityError, transaction
from django.http import Http404
from django.shortcuts import get_object_or_404

from partnerships.actions.save_record import StaleRecord, save_record
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies import queries_workbooks as queries
from strategies.forms.workbook_rows import new_record, news_form, row_form
from strategies.models import Action, ImportState, WorkbookImport
from strategies.workbooks.books import book_of
from strategies.workbooks.columns import Book, SheetKind
from strategies.workbooks.comparing import compare
from strategies.workbooks.comparison import Comparison, Group
from strategies.workbooks.found import Found
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


def comparison_of(brought: WorkbookImport, on: datetime.date) -> Comparison:
    """The workbook beside what stands here now."""
    return compare(Found.from_plain(brought.cells), book_of(brought.partnership, brought.kind, on), clock.day_of(brought.read_at))


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
    taken, count = [], 0
    for group in comparison.groups:
        cells = {change.column: change.becomes for change in group.changes if change.key in ticked or group.key in ticked}
        if not cells:
            continue
        _save(group, _form(group, cells, book, on, actor, partnership, current), actor, partnership, current)
        count += len(cells) if group.pk else 1
        taken.append(_say(group, cells))
    current.state, current.over_at, current.over_by, current.taken = ImportState.TAKEN, clock.now(), actor, taken
    current.save()
    left = len(comparison.keys) - len(comparison.keys & ticked)
    changes = {"Taken": ["", str(count)], "Left": ["", str(left)], "SHA-256": ["", current.file.sha256]}
    record("workbookimport.taken", actor=actor, partnership=partnership, target=current, changes=changes)
    return count


def _form(
    group: Group, cells: dict[str, str], book: Book, on: datetime.date, actor: User, partnership: Partnership, brought: WorkbookImport
) -> RecordForm[Any]:
    sheet = _sheet(book, group)
    owner = get_object_or_404(queries.owners_of(group.record, partnership), pk=group.belongs) if group.belongs else None
    if group.record == "progressupdate":
        return news_form(cast(Action, owner), cells, sheet, book.lists, on=on, actor=actor, label=brought.on_behalf)
    held = get_object_or_404(queries.records_of(group.record, partnership), pk=group.pk) if group.pk else None
    if held is not None and held.version != group.version:
        raise StaleRecord(held)
    return row_form(group.record, held or new_record(group.record, owner, partnership), cells, sheet, book.lists)


def _save(group: Group, form: RecordForm[Any], actor: User, partnership: Partnership, brought: WorkbookImport) -> None:
    if not form.is_valid():
        words = " ".join(dict.fromkeys(str(message) for messages in form.errors.values() for message in messages)) or NO_WORDS
        raise NotTaken(f"Nothing was taken. “{group.sheet}”, row {group.row}: {words} {WAYS}")
    whose = f" filled in by {brought.on_behalf}" if brought.on_behalf else ""
    comment = f"From a workbook{whose}: {brought.file} (SHA-256 {brought.file.sha256}). {getattr(form, 'comment', '')}".strip()
    save_record(form, actor=actor, partnership=partnership, comment=comment)


def _sheet(book: Book, group: Group) -> SheetKind:
    return next(sheet.kind for sheet in book.sheets if sheet.kind.name == group.sheet)


def _say(group: Group, cells: dict[str, str]) -> str:
    headings = ", ".join(change.heading for change in group.changes if change.column in cells)
    if group.pk:
        return f"Changed the {group.one} “{group.title}”: {headings}"
    return f"Added {'news' if group.one == 'news' else f'the {group.one} “{group.title}”'}"
