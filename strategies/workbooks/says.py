"""A value in the words of a cell, and a cell as those words: two writings of one value give the same words."""

import datetime
import hashlib
import re
from decimal import Decimal, InvalidOperation

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

from strategies.workbooks.columns import Choices, Column, Kind
from strategies.workbooks.found import Cell, Holds
from svduty import dates
from svduty.editing.financial_year import read_financial_year
from svduty.editing.money import parse_money
from svduty.vague_dates import VagueDate, parse, parse_day

# What no XML may hold, so that no workbook can carry it.
UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
YES_WORDS = {"yes", "y", "true", "x", "1"}
NO_WORDS = {"no", "n", "false", "0", "-"}
MOST_FIGURE = Decimal("9999999999.99")
EXAMPLE_FIGURE = "Enter figures only, for example 12 or 12.5."


class CellRefused(Exception):
    """What stands in a cell cannot be taken. The message is a sentence that stands by itself."""


def plain(text: str) -> str:
    """Text as any program leaves it: without blanks at its ends, and with one kind of line end."""
    return UNWRITABLE.sub("", text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n").replace("\u00a0", " ")).strip()


def say_figure(value: Decimal | None) -> str:
    """`12`, `12.5`: without what adds nothing."""
    return "" if value is None else f"{value.normalize():f}" if value else "0"


def mark(words: str) -> str:
    """By which two writings of a cell are told apart, short enough to keep one for each cell."""
    return hashlib.sha256(words.encode()).hexdigest()[:10]


def read_cell(column: Column, cell: Cell | None, choices: Choices | None, today: datetime.date) -> str:
    """The cell in our words, empty when it holds nothing. `today`: for those who write “today”. Raises CellRefused."""
    if cell is None:
        return ""
    holds, text = cell
    if holds == Holds.FORMULA:
        raise CellRefused("It holds a formula, and formulas are not taken. Put in its place what it shows.")
    if holds == Holds.FAULT:
        raise CellRefused(f"It holds the fault {text} of the spreadsheet. Put in its place what it should say.")
    if holds == Holds.MERGED:
        raise CellRefused("It was merged with another, so nobody can tell what belongs in it. Undo the merging and fill it in.")
    words = plain(text)
    if not words:
        return ""
    try:
        return READERS.get(column.kind, _text)(column, holds, words, choices, today)
    except ValidationError as wrong:
        raise CellRefused(" ".join(wrong.messages)) from None


def _text(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    if holds in (Holds.DAY, Holds.MONTH):
        words = dates.say_short(datetime.date.fromisoformat(words))
    elif holds == Holds.NUMBER:
        words = _number(words)
    if len(words) > column.most:
        raise CellRefused(f"It can have at most {column.most:,} characters; this has {len(words):,}. Shorten it.")
    return words


def _mail(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    try:
        validate_email(words)
    except ValidationError:
        raise CellRefused(f"“{words[:60]}” is not a mail address. Enter one like community.safety@anyborough.example.") from None
    return _text(column, holds, words, choices, today)


def _date(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    if holds in (Holds.DAY, Holds.MONTH):
        day = datetime.date.fromisoformat(words)
        found = VagueDate.of(day) if holds == Holds.DAY else VagueDate.from_edtf(f"{day:%Y-%m}")
        words = str(found)
    elif holds == Holds.NUMBER:
        words = _number(words)
    return dates.say_short(parse_day(words, today)) if column.kind == Kind.DAY else str(parse(words, today))


def _choice(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    named = choices.named(_number(words) if holds == Holds.NUMBER else words) if choices else None
    if named is None:
        raise CellRefused(f"“{words[:80]}” is not in the list of this column. Choose from the list, or have it added here first.")
    return named


def _count(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    words = _number(words)
    if not words.isascii() or not words.isdigit() or not 0 < int(words) <= 32_767:
        raise CellRefused(f"“{words[:20]}” is not a number from 1 on. Enter figures only.")
    return str(int(words))


def _figure(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    try:
        value = Decimal(_number(words).replace(",", "").removesuffix("%").strip())
    except InvalidOperation:
        raise CellRefused(f"“{words[:20]}” is not a figure. {EXAMPLE_FIGURE}") from None
    if not value.is_finite() or abs(value) > MOST_FIGURE:
        raise CellRefused(f"“{words[:20]}” is more than can be kept. Check the figure.")
    if value != round(value, 2):
        raise CellRefused(f"“{words[:20]}” has more than two figures after the point. Round it.")
    return say_figure(value)


def _money(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    return f"{parse_money(_number(words) if holds == Holds.NUMBER else words):.2f}"


def _yes(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    said = words.casefold()
    if said in YES_WORDS:
        return "Yes"
    if said in NO_WORDS:
        return ""
    raise CellRefused(f"“{words[:20]}” is neither Yes nor No. Enter Yes, or leave it empty.")


def _year(column: Column, holds: str, words: str, choices: Choices | None, today: datetime.date) -> str:
    try:
        return dates.say_financial_year(read_financial_year(_number(words) if holds == Holds.NUMBER else words))
    except ValidationError:
        raise CellRefused(f"“{words[:20]}” is not a financial year. Enter one like 2026/27.") from None


def _number(words: str) -> str:
    """A number as a spreadsheet keeps it, in figures: `12.0` and `1e3` are twelve and a thousand."""
    try:
        value = Decimal(words)
    except InvalidOperation:
        return words
    return f"{value.normalize():f}" if value.is_finite() and abs(value.adjusted()) < 20 else words


READERS = {
    Kind.MAIL: _mail,
    Kind.DATE: _date,
    Kind.DAY: _date,
    Kind.CHOICE: _choice,
    Kind.COUNT: _count,
    Kind.FIGURE: _figure,
    Kind.MONEY: _money,
    Kind.YES: _yes,
    Kind.YEAR: _year,
}
