"""One row of a sheet beside the record it is about: what it would change, what it would add, and what of it cannot be taken."""

import dataclasses
import datetime
from typing import Protocol

from strategies.workbooks.actions_sheet import ACTIONS, ON, STATE
from strategies.workbooks.checks import CHECKS, check_news
from strategies.workbooks.columns import REFERENCE, VERSION, Book, Column, Held, Kind, Sheet
from strategies.workbooks.comparison import Change, Group, Trouble
from strategies.workbooks.found import Cell, Holds
from strategies.workbooks.says import CellRefused, mark, plain, read_cell
from svduty import dates
from svduty.vague_dates import parse_day


class Reader(Protocol):
    """What a row knows of the workbook it stands in. `owners`: by reference, the records to which others belong."""

    book: Book
    today: datetime.date
    troubles: list[Trouble]
    owners: dict[int | None, Held]

    def add(self, subject: tuple[str, str], group: Group) -> None: ...


@dataclasses.dataclass
class Row:
    reader: Reader
    sheet: Sheet
    number: int
    cells: dict[str, Cell | None]
    there: set[str]

    def reference(self) -> str:
        cell = self.cells.get(REFERENCE)
        if not cell or cell[0] == Holds.MERGED:
            return ""
        words = plain(cell[1])
        return words.removesuffix(".0") if cell[0] == Holds.NUMBER else words

    def trouble(self, key: str, words: str) -> None:
        heading = self.sheet.kind.column(key).heading if key else ""
        self.reader.troubles.append(Trouble(self.sheet.kind.name, self.number, heading, words))

    def read(self, columns: tuple[Column, ...]) -> tuple[dict[str, str], bool]:
        """What the cells say, without those that cannot be taken; and whether all could."""
        values, whole = {}, True
        for column in columns:
            if column.key not in self.there:
                continue
            try:
                values[column.key] = read_cell(
                    column, self.cells[column.key], self.reader.book.lists.get(column.choices), self.reader.today
                )
            except CellRefused as refused:
                self.trouble(column.key, str(refused))
                whole = False
        return values, whole

    def change(self, held: Held, marks: dict[str, str]) -> None:
        kind = self.sheet.kind
        values, _ = self.read(tuple(column for column in kind.editable if column.key != kind.owner))
        changes = []
        for column in kind.editable:
            was, becomes = held.cells.get(column.key, ""), values.get(column.key)
            if becomes is None or becomes == was:
                continue
            left = marks.get(column.key)
            if left == mark(becomes):
                continue  # changed here since, and not in the workbook
            if column.needed and not becomes:
                self.trouble(column.key, f"It cannot be empty. What stands here stays: “{was[:80]}”.")
                continue
            clash = left != mark(was) if left else self._version() != held.version
            changes.append(
                Change(f"{kind.record}-{held.pk}-{column.key}", column.key, column.heading, was, becomes, clash, column.kind == Kind.MONEY)
            )
        wrong = CHECKS[kind.record](held.cells | values) if changes and kind.record in CHECKS else None
        if wrong:
            self.trouble(*wrong)
        elif changes:
            key = f"{kind.record}-{held.pk}"
            group = Group(key, kind.record, kind.one, held.pk, held.version, kind.name, self.number, held.title, tuple(changes))
            self.reader.add(held.subject, group)
        if kind.news:
            self._news(held)

    def _version(self) -> int:
        cell = self.cells.get(VERSION)
        words = plain(cell[1]).removesuffix(".0") if cell else ""
        return int(words) if words.isascii() and words.isdigit() else 0

    def _news(self, held: Held) -> None:
        values, whole = self.read(self.sheet.kind.news)
        said = {key: words for key, words in values.items() if words and key != ON}
        if not said or not whole:
            return
        if held.last and all(held.last[key] == values.get(key, "") for key in held.last):
            return  # brought before
        wrong = check_news(values, self.reader.today)
        if wrong:
            self.trouble(*wrong)
            return
        values[ON] = values.get(ON) or dates.say_short(self.reader.today)
        key = f"news-{held.pk}"
        group = self._whole(key, "progressupdate", "news", "News", _set(key, values, self.sheet.kind.news), held.pk)
        self.reader.add(held.subject, dataclasses.replace(group, doubt=self._crossed(held, values)))

    def _crossed(self, held: Held, values: dict[str, str]) -> str:
        """Whether other news came first; a sentence, or nothing."""
        if held.last_on is None:
            return ""
        known = f"{dates.say_short(held.last_on)} it is “{held.last[STATE]}”"
        if parse_day(values[ON], self.reader.today) < held.last_on:
            return f"It is older than what is known here: by news of {known}, and that stays so. Tick this only to complete the story."
        if any(self._locked(key) not in (None, plain(held.cells[key])) for key in ("standing", "said")):
            return f"Clash: other news was given here after the workbook was taken out. By news of {known}."
        return ""

    def _locked(self, key: str) -> str | None:
        """What the workbook shows there; None where it has no such cell."""
        if key not in self.there:
            return None
        cell = self.cells[key]
        return plain(cell[1]) if cell else ""

    def _whole(self, key: str, record: str, one: str, title: str, changes: tuple[Change, ...], belongs: int | None) -> Group:
        """A record that is not here yet."""
        return Group(key, record, one, None, 0, self.sheet.kind.name, self.number, title, changes, belongs)

    def add_new(self) -> None:
        kind = self.sheet.kind
        columns = tuple(column for column in kind.columns if column.key in self.there and not column.locked)
        if not any(self._filled(column.key) for column in columns if column.key not in kind.given):
            return
        values, whole = self.read(kind.editable)
        lacking = next((column for column in kind.editable if column.needed and not values.get(column.key) and whole), None)
        if lacking:
            self.trouble(lacking.key, f"A new {kind.one} cannot be without it. Fill it in, or empty the row.")
        if lacking or not whole:
            return
        belongs, owner = self._owner(values)
        wrong = CHECKS[kind.record](values) if kind.record in CHECKS else None
        if kind.owner and belongs is None:
            self.trouble(kind.owner, f"No action here has the reference “{values[kind.owner][:20]}”, so the {kind.one} belongs to none.")
        elif wrong:
            self.trouble(*wrong)
        else:
            self._offer(values, belongs, owner)

    def _offer(self, values: dict[str, str], belongs: int | None, owner: tuple[str, str]) -> None:
        kind = self.sheet.kind
        title = values.get("title") or " ".join(part for part in (values.get("kind"), values.get("year"), values.get("what")) if part)
        title = title or f"{values.get('first', '')} to {values.get('last', '')}"
        twin = self._twin(values, belongs)
        if twin and kind.record == "reading":
            self.trouble("first", f"There is a figure for this time already, with the reference {twin.pk}. Change it in its own row.")
            return
        doubt = f"There is one like it here already, with the reference {twin.pk}. Tick this only if it is another." if twin else ""
        key = f"new-{kind.record}-{self.number}"
        columns = tuple(column for column in kind.editable if column.key != kind.owner)
        group = self._whole(key, kind.record, kind.one, title, _set(key, values, columns), belongs)
        self.reader.add(owner if belongs else (key, title), dataclasses.replace(group, doubt=doubt))
        if kind is ACTIONS and any(self._filled(column.key) for column in kind.news):
            self.trouble(kind.news[0].key, "News of a new action is not taken. Add the action first, then give news of it.")

    def _owner(self, values: dict[str, str]) -> tuple[int | None, tuple[str, str]]:
        """The record that a new one belongs to, and under what it is shown."""
        kind = self.sheet.kind
        if not kind.owner:
            return None, ("", "")
        column = kind.column(kind.owner)
        if column.choices:
            pk = int(self.reader.book.lists[column.choices].value(values[kind.owner]))
            return pk, (f"{kind.owner}-{pk}", values[kind.owner])
        held = self.reader.owners.get(int(values[kind.owner]))
        return (held.pk, held.subject) if held else (None, ("", ""))

    def _twin(self, values: dict[str, str], belongs: int | None) -> Held | None:
        """A record here that says the same of what a row is known by."""
        known = [column.key for column in self.sheet.kind.editable if column.needed and column.key != self.sheet.kind.owner]
        wanted = [values.get(key, "").casefold() for key in known]
        rows = (row for row in self.sheet.rows if row.pk and row.belongs == belongs)
        return next((row for row in rows if [row.cells.get(key, "").casefold() for key in known] == wanted), None)

    def _filled(self, key: str) -> bool:
        cell = self.cells.get(key)
        return bool(cell) and cell[0] != Holds.MERGED and bool(plain(cell[1]))  # type: ignore[index]  # it is there


def _set(key: str, values: dict[str, str], columns: tuple[Column, ...]) -> tuple[Change, ...]:
    """What a new record says, in the order of the columns."""
    told = [column for column in columns if values.get(column.key)]
    return tuple(
        Change(f"{key}-{column.key}", column.key, column.heading, "", values[column.key], pounds=column.kind == Kind.MONEY)
        for column in told
    )
