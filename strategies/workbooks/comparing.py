"""A workbook beside what stands here: pure, from cells and held records to what would change."""

import datetime

from strategies.workbooks.columns import Book, Sheet
from strategies.workbooks.comparison import Comparison, Group, Subject, Trouble
from strategies.workbooks.found import Found, FoundSheet
from strategies.workbooks.headings import lay_out, odd_about
from strategies.workbooks.marks import Marks, read_marks
from strategies.workbooks.rows import Row

MOST_TROUBLES = 200
CLEAR = "If this one is meant to be new, empty its reference."


def compare(found: Found, book: Book, today: datetime.date) -> Comparison:
    """`today`: the day the workbook was brought, for those who write “today” in it."""
    reader = _Reader(book, read_marks(found), today)
    remarks = odd_about(found, [sheet.kind for sheet in book.sheets])
    for sheet in book.sheets:
        here = found.sheet(sheet.kind.name)
        if here is None:
            remarks.append(f"There is no sheet “{sheet.kind.name}”, so nothing of it changes.")
            continue
        laid, more = lay_out(here, sheet.kind)
        remarks += more
        if laid:
            reader.read_sheet(here, sheet, laid.head, laid.columns)
    if len(reader.troubles) > MOST_TROUBLES:
        remarks.append(f"{len(reader.troubles)} cells and rows are not taken. The first {MOST_TROUBLES} are listed.")
    return Comparison(reader.subjects(), tuple(reader.troubles[:MOST_TROUBLES]), tuple(remarks))


class _Reader:
    def __init__(self, book: Book, marks: Marks, today: datetime.date) -> None:
        self.book, self.marks, self.today = book, marks, today
        self.troubles: list[Trouble] = []
        self.found: dict[tuple[str, str], list[Group]] = {}
        self.owners = {row.pk: row for sheet in book.sheets if not sheet.kind.owner for row in sheet.rows}

    def subjects(self) -> tuple[Subject, ...]:
        """In the order of the records here; new ones last."""
        order = list(dict.fromkeys([row.subject for sheet in self.book.sheets for row in sheet.rows] + list(self.found)))
        return tuple(Subject(*subject, tuple(self.found[subject])) for subject in order if subject in self.found)

    def read_sheet(self, here: FoundSheet, sheet: Sheet, head: int, columns: dict[str, int]) -> None:
        held = {str(row.pk): row for row in sheet.rows if row.pk}
        seen: dict[str, int] = {}
        for number in sorted(here.rows):
            if number <= head:
                continue
            row = Row(self, sheet, number, {key: here.rows[number].get(at) for key, at in columns.items()}, set(columns))
            reference = row.reference()
            if not reference:
                row.add_new()
            elif reference in seen:
                row.trouble("", f"It has the same reference as row {seen[reference]}, {reference}. Only that row is read. {CLEAR}")
            elif reference not in held:
                one = sheet.kind.one
                row.trouble("", f"No {one} here has the reference “{reference[:20]}”, or it was withdrawn. Nothing of the row is taken.")
            else:
                seen[reference] = number
                row.change(held[reference], self.marks.cells.get((sheet.kind.name, reference), {}))

    def add(self, subject: tuple[str, str], group: Group) -> None:
        self.found.setdefault(subject, []).append(group)
