"""Paragraphs, lists and tables of a Word document, from the same reading of the Markdown as on our pages."""

import dataclasses
from collections.abc import Iterator, Sequence
from typing import Any

from docx.document import Document as WordDocument
from markdown_it.token import Token

from strategies.export.word_notes import Notes
from strategies.export.word_runs import external, make, run, runs
from strategies.export.word_styles import BULLETS, DEEPEST_LIST, new_numbers, numbered
from strategies.export.word_table import table
from strategies.export.writing import Block, Chapter, Plain, Prose, Spoken
from strategies.export.writing import Table as WritingTable
from svduty.text.markdown import tokens_of

NO_TEXT = "This section has no text."
DEEPEST_HEADING = 6


@dataclasses.dataclass(frozen=True)
class Heading:
    """For the contents: `level` 1 or 2, its number in words, and the bookmark on it."""

    level: int
    number: str
    text: str
    bookmark: str


@dataclasses.dataclass
class OpenList:
    number: int
    item_begins: bool = False


class WordBody:
    """The body of a document, written from top to bottom."""

    def __init__(self, document: WordDocument) -> None:
        self.document = document
        self._end = document.element.body.sectPr
        self._relate = external(document.part)
        self.notes = Notes()
        self._lists_made = 1000
        self._bookmarks = 0

    def add(self, element: Any) -> Any:
        self._end.addprevious(element)
        return element

    def paragraph(self, style: str, *content: Any, number: tuple[int, int] | None = None, keep: bool = False) -> Any:
        """`number`: which list, and how deep in it. `keep`: on one page with what follows."""
        properties = [make("w:pStyle", val=style)] if style else []
        properties += [make("w:keepNext")] if keep else []
        properties += [numbered(*number)] if number else []
        return self.add(make("w:p", make("w:pPr", *properties), *content))

    def heading(self, level: int, content: Sequence[Any], *, new_page: bool = False) -> str:
        """Its bookmark."""
        self._bookmarks += 1
        name = f"_Toc{self._bookmarks:08}"
        begin = make("w:bookmarkStart", id=str(self._bookmarks), name=name)
        made = self.paragraph(f"Heading{level}", begin, *content, make("w:bookmarkEnd", id=str(self._bookmarks)))
        if new_page:
            made[0].insert(1, make("w:pageBreakBefore"))
        return name

    def chapter(self, number: int, chapter: Chapter) -> Iterator[Heading]:
        bookmark = self.heading(1, [run(" ".join(chapter.heading.split()))], new_page=number == 1)
        yield Heading(1, str(number), chapter.heading, bookmark)
        below = 0
        for block in chapter.blocks:
            for text, mark in self.block(block):
                below += 1
                yield Heading(2, f"{number}.{below}", text, mark)

    def block(self, block: Block) -> Iterator[tuple[str, str]]:
        """Text and bookmark of each heading right below the chapter's."""
        if isinstance(block, Prose):
            yield from self.prose(block.text)
        elif isinstance(block, Plain):
            self.plain(block.text)
        elif isinstance(block, WritingTable):
            self.paragraph("Caption", run(block.caption))
            rows = [[[run(cell)] for cell in row] for row in (block.columns, *block.rows)]
            self.add(table(rows, []))
            self.paragraph("")
        else:
            self.spoken(block)

    def plain(self, text: str, style: str = "") -> None:
        for part in text.replace("\r\n", "\n").split("\n\n"):
            if part.strip():
                self.paragraph(style, run(part.strip("\n")))

    def spoken(self, said: Spoken, style: str = "") -> None:
        self.paragraph(style, run(said.head, "w:b"), keep=True)
        if said.quote:
            self.paragraph("Quote", run(f"“{said.quote}”"))
        self.plain(said.text, style)
        for reply in said.replies:
            self.spoken(reply, "ListContinue")
        if said.became:
            self.paragraph(style, run(said.became, "w:i"))

    def prose(self, text: str) -> Iterator[tuple[str, str]]:
        """Markdown; text and bookmark of its highest headings."""
        tokens = self.notes.begin(tokens_of(text, 2), self._relate)
        if not tokens:
            self.paragraph("", run(NO_TEXT))
        lists: list[OpenList] = []
        quotes = 0
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "heading_open":
                words = tokens[at + 1]
                level = min(int(token.tag[1]), DEEPEST_HEADING)
                mark = self.heading(level, list(self._runs(words)))
                if level == 2:
                    yield "".join(child.content or " " for child in words.children or []).strip(), mark
                at += 2
            elif token.type == "paragraph_open":
                self._paragraph(tokens[at + 1], lists, quotes)
                at += 2
            elif token.type in ("bullet_list_open", "ordered_list_open"):
                lists.append(OpenList(BULLETS if token.type == "bullet_list_open" else self._new_numbers(token)))
            elif token.type == "list_item_open":
                lists[-1].item_begins = True
            elif token.type in ("bullet_list_close", "ordered_list_close"):
                lists.pop()
            elif token.type in ("blockquote_open", "blockquote_close"):
                quotes += 1 if token.nesting > 0 else -1
            elif token.type in ("fence", "code_block"):
                self.paragraph("Quote", run(token.content.rstrip("\n"), code=True))
            elif token.type == "hr":
                rule = make("w:pBdr", make("w:bottom", val="single", sz="4", space="1", color="9AA5B1"))
                self.add(make("w:p", make("w:pPr", rule)))
            elif token.type == "table_open":
                at = self._table(tokens, at)
            at += 1

    def _paragraph(self, words: Token, lists: list[OpenList], quotes: int) -> None:
        content = list(self._runs(words))
        if lists and lists[-1].item_begins:
            lists[-1].item_begins = False
            bullets = lists[-1].number == BULLETS
            depth = min(len(lists) - 1, DEEPEST_LIST)
            self.paragraph("ListBullet" if bullets else "ListNumber", *content, number=(lists[-1].number, depth))
        elif lists:
            self.paragraph("ListContinue" if len(lists) == 1 else f"ListContinue{min(len(lists), 3)}", *content)
        else:
            self.paragraph("Quote" if quotes else "", *content)

    def _runs(self, words: Token) -> Iterator[Any]:
        yield from runs(words.children, self._relate, self.notes.mark)

    def _new_numbers(self, token: Token) -> int:
        self._lists_made += 1
        new_numbers(self.document, self._lists_made, int(str(token.attrs.get("start", 1))))
        return self._lists_made

    def _table(self, tokens: list[Token], at: int) -> int:
        """Write the table that opens there; where it closes."""
        rows: list[list[list[Any]]] = []
        right: list[bool] = []
        while tokens[at].type != "table_close":
            token = tokens[at]
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(list(self._runs(tokens[at + 1])))
                if len(rows) == 1:
                    right.append(token.attrs.get("class") == "number")
            at += 1
        self.add(table(rows, right))
        self.paragraph("")
        return at
