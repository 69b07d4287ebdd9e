"""Real footnotes. The library that writes the rest of a document does not know them, so their part is made here."""

from typing import Any

from docx.document import Document as WordDocument
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from markdown_it.token import Token

from strategies.export.word_runs import Relate, make, runs

PART = "/word/footnotes.xml"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
# What every document with footnotes has besides its own: the line above them.
LINES = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)


class Notes:
    """The notes of a whole document, numbered through, as they are marked in its texts."""

    def __init__(self) -> None:
        self.made: list[Any] = []
        self._here: dict[int, list[Token]] = {}

    def begin(self, tokens: list[Token], relate: Relate) -> list[Token]:
        """Take a text's own notes out of its tokens, and give what is left."""
        self._here = {}
        kept: list[Token] = []
        note: list[Token] | None = None
        for token in tokens:
            if token.type == "footnote_open":
                note = self._here.setdefault(int(token.meta["id"]), [])
            elif token.type == "footnote_close":
                note = None
            elif note is not None:
                note.append(token)
            elif not token.type.startswith("footnote_block"):
                kept.append(token)
        return kept

    def mark(self, number: int) -> Any:
        """The mark of a note in the text; the note itself is made with it. None where the text has no such note."""
        if number not in self._here:
            return None
        made = len(self.made) + 1
        mark = make("w:r", make("w:rPr", make("w:rStyle", val="FootnoteReference")))
        words = [run for token in self._here[number] if token.type == "inline" for run in runs(token.children, None, None)]
        about = make("w:pPr", make("w:pStyle", val="FootnoteText"))
        own = make("w:r", make("w:rPr", make("w:rStyle", val="FootnoteReference")), make("w:footnoteRef"))
        self.made.append(make("w:footnote", make("w:p", about, own, *words), id=str(made)))
        mark.append(make("w:footnoteReference", id=str(made)))
        return mark


def attach_notes(document: WordDocument, notes: Notes) -> None:
    if not notes.made:
        return
    root = parse_xml(f"<w:footnotes {nsdecls('w', 'r')}>{LINES}</w:footnotes>")
    root.extend(notes.made)
    part = XmlPart(PackURI(PART), CONTENT_TYPE, root, document.part.package)
    document.part.relate_to(part, RELATION)
    settings = document.settings.element
    told = make("w:footnotePr", make("w:footnote", id="-1"), make("w:footnote", id="0"))
    # The schema wants it before what says how old a Word the file suits.
    compat = settings.find(qn("w:compat"))
    if compat is not None:
        compat.addprevious(told)
    else:
        settings.append(told)
