"""What the forms of the pages say of a workbook's changes before anybody takes them: what they refuse, and what they warn of."""

import dataclasses
import datetime
from typing import Any, cast

from django.core.cache import cache
from django.shortcuts import get_object_or_404

from partnerships.actions.save_record import StaleRecord
from partnerships.audit.heads import memory_keys
from partnerships.models import Partnership, User
from strategies import queries_workbooks as queries
from strategies.forms.workbook_rows import new_record, news_form, row_form
from strategies.models import Action, WorkbookImport
from strategies.money_cautions import TWIN
from strategies.workbooks.books import book_of
from strategies.workbooks.columns import NEW, Book, SheetKind
from strategies.workbooks.comparing import compare
from strategies.workbooks.comparison import Comparison, Group, Subject, Trouble
from strategies.workbooks.found import Found
from svduty import clock
from svduty.editing.cautious import Caution
from svduty.editing.forms import RecordForm


def comparison_of(brought: WorkbookImport, on: datetime.date) -> Comparison:
    """The workbook beside what stands here now. What a form refuses is not offered; what it warns of is offered unticked.

    Each changed row is weighed by a form with questions of its own, so what came of it is remembered until something changes.
    """
    book = book_of(brought.partnership, brought.kind, on)
    plain = compare(Found.from_plain(brought.cells), book, clock.day_of(brought.read_at))
    key = f"weighed-{brought.pk}-{on}-{plain.fingerprint}-{memory_keys([brought.partnership])[brought.partnership_id]}"
    weighed: Comparison | None = cache.get(key)
    if weighed is None:
        weighed = _weighed_by_forms(plain, book, on, brought)
        cache.set(key, weighed)
    return weighed


def _weighed_by_forms(plain: Comparison, book: Book, on: datetime.date, brought: WorkbookImport) -> Comparison:
    troubles, subjects = list(plain.troubles), []
    for subject in plain.subjects:
        groups = [_weighed(group, book, on, brought, troubles) for group in subject.groups]
        if left := tuple(group for group in groups if group):
            subjects.append(Subject(subject.key, subject.title, left))
    return Comparison(tuple(subjects), tuple(troubles), plain.remarks)


def form_of(
    group: Group, cells: dict[str, str], book: Book, on: datetime.date, actor: User, partnership: Partnership, brought: WorkbookImport
) -> RecordForm[Any]:
    """The form of the page, filled in with those cells. Raises StaleRecord and Http404 where the record is not what was compared."""
    sheet = _sheet(book, group)
    owner = get_object_or_404(queries.owners_of(group.record, partnership), pk=group.belongs) if group.belongs else None
    if group.record == "progressupdate":
        return news_form(cast(Action, owner), cells, sheet, book.lists, on=on, actor=actor, label=brought.on_behalf)
    held = get_object_or_404(queries.records_of(group.record, partnership), pk=group.pk) if group.pk else None
    if held is not None and held.version != group.version:
        raise StaleRecord(held)
    return row_form(group.record, held or new_record(group.record, owner, partnership), cells, sheet, book.lists)


def _weighed(group: Group, book: Book, on: datetime.date, brought: WorkbookImport, troubles: list[Trouble]) -> Group | None:
    """The group without what its form refuses, with what it warns of; None where nothing is left. Adds to `troubles`."""
    cells = {change.column: change.becomes for change in group.changes}
    form = form_of(group, cells, book, on, brought.read_by, brought.partnership, brought)
    if form.is_valid():
        warned = [caution.sentence for caution in _cautions(form) if not (group.doubt and caution.code == TWIN)]
        if group.pk and warned:
            unchanged = form_of(group, {}, book, on, brought.read_by, brought.partnership, brought)
            before = [caution.sentence for caution in _cautions(unchanged)]
            warned = [sentence for sentence in warned if sentence not in before]
        return dataclasses.replace(group, doubt=" ".join([group.doubt, *warned]).strip())
    headings = {column.key.removeprefix(NEW): column.heading for column in _sheet(book, group).columns}
    for field, messages in form.errors.items():
        words = " ".join(str(message) for message in messages)
        troubles.append(Trouble(group.sheet, group.row, headings.get(field, ""), words))
    left = tuple(change for change in group.changes if change.column not in form.errors)
    if group.pk is None or not left or len(left) == len(group.changes):
        return None
    return _weighed(dataclasses.replace(group, changes=left), book, on, brought, troubles)


def _cautions(form: RecordForm[Any]) -> list[Caution]:
    form.is_valid()
    return list(getattr(form, "cautions", ()))


def _sheet(book: Book, group: Group) -> SheetKind:
    return next(sheet.kind for sheet in book.sheets if sheet.kind.name == group.sheet)
