"""A table of a Word document, whose first row heads it and is repeated on each page."""

from collections.abc import Sequence
from typing import Any

from strategies.export.word_runs import make

PAIR = (2708, 6318)  # a word and what it says
NARROWEST, WIDEST = 12, 40  # characters of a column, in shares of the whole
WIDTH = 9026  # twentieths of a point: what an A4 page has between its margins


def table(rows: Sequence[Sequence[Sequence[Any]]], right: Sequence[bool]) -> Any:
    """`rows`: cells, each with its runs. `right`: which columns hold numbers."""
    columns = max(len(row) for row in rows)
    widths = [str(width) for width in (PAIR if columns == 2 and not right else _widths(rows, columns))]
    look = make("w:tblLook", val="0420", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="0", noVBand="1")
    properties = make("w:tblPr", make("w:tblStyle", val="TableGrid"), make("w:tblW", w="5000", type="pct"), look)
    grid = make("w:tblGrid", *[make("w:gridCol", w=width) for width in widths])
    made = make("w:tbl", properties, grid)
    for number, row in enumerate(rows):
        kept = [make("w:cantSplit")] if sum(len(cell) for cell in row) < 40 else []
        line = make("w:tr", make("w:trPr", *kept, *([make("w:tblHeader")] if not number else [])))
        for at in range(columns):
            content = row[at] if at < len(row) else []
            line.append(_cell(content, widths[at], heads=not number, right=at < len(right) and right[at]))
        made.append(line)
    return made


def _widths(rows: Sequence[Sequence[Sequence[Any]]], columns: int) -> list[int]:
    """By the longest cell of each column, within bounds: a word needs room, and a long text may have more lines."""
    longest = [max(_length(row[at]) for row in rows if at < len(row)) for at in range(columns)]
    shares = [min(max(length, NARROWEST), WIDEST) for length in longest]
    return [WIDTH * share // sum(shares) for share in shares]


def _length(content: Sequence[Any]) -> int:
    return sum(len(text) for words in content for text in words.itertext())


def _cell(content: Sequence[Any], width: str, *, heads: bool, right: bool) -> Any:
    properties = make(
        "w:tcPr", make("w:tcW", w=width, type="dxa"), *([make("w:shd", val="clear", color="auto", fill="E8ECF2")] if heads else [])
    )
    about = make("w:pPr", *([make("w:keepNext")] if heads else []), make("w:spacing", before="40", after="40"))
    if right:
        about.append(make("w:jc", val="right"))
    if heads:
        for words in content:
            _embolden(words)
    return make("w:tc", properties, make("w:p", about, *content))


def _embolden(words: Any) -> None:
    for one in [words] if words.tag.endswith("}r") else list(words):
        marks = one.get_or_add_rPr()
        if marks.find(make("w:b").tag) is None:
            marks.append(make("w:b"))
