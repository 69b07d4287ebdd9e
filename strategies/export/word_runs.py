"""Words in a line of a Word document: bold, italic, struck out, links, notes."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from markdown_it.token import Token

from strategies.export.word_styles import CODE_FACE, legible

MARKS = {"strong": "w:b", "em": "w:i", "s": "w:strike"}
Relate = Callable[[str], str]
Note = Callable[[int], Any]


def make(tag: str, *children: Any, **attributes: str) -> Any:
    """An element of WordprocessingML: `make("w:pStyle", val="Title")`."""
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element


def run(text: str, *marks: str, style: str = "", code: bool = False) -> Any:
    """`marks`: elements of its properties such as "w:b". Line ends become breaks."""
    element = make("w:r")
    if style or marks or code:
        properties = [make("w:rStyle", val=style)] if style else []
        properties += [make("w:rFonts", ascii=CODE_FACE, hAnsi=CODE_FACE, cs=CODE_FACE)] if code else []
        element.append(make("w:rPr", *properties, *[make(mark) for mark in sorted(set(marks))]))
    for number, line in enumerate(legible(text).replace("\r\n", "\n").split("\n")):
        if number:
            element.append(make("w:br"))
        words = OxmlElement("w:t")
        words.text = line
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        element.append(words)
    return element


def runs(tokens: Sequence[Token] | None, relate: Relate | None, note: Note | None) -> Iterable[Any]:
    """The runs of one inline text. `relate`: gives the relationship of an address, or None where none can be had; then the address is
    written out. `note`: gives the mark of a note."""
    marks: list[str] = []
    link: Any = None
    address = ""
    for token in tokens or []:
        kind, _, way = token.type.rpartition("_")
        if kind in MARKS and way == "open":
            marks.append(MARKS[kind])
        elif kind in MARKS and way == "close":
            marks.remove(MARKS[kind])
        elif token.type == "link_open":
            address = str(token.attrs["href"])
            link = make("w:hyperlink", history="1") if relate else None
            if relate:
                link.set(qn("r:id"), relate(address))
        elif token.type == "link_close":
            yield link if link is not None else run(f" ({address})")
            link = None
        elif token.type == "footnote_ref":
            if note and (mark := note(int(token.meta["id"]))) is not None:
                yield mark
        elif text := text_of(token):
            made = run(text, *marks, style="Hyperlink" if link is not None else "", code=token.type == "code_inline")
            if link is not None:
                link.append(made)
            else:
                yield made


def text_of(token: Token) -> str:
    """What it says; of a picture, its description."""
    if token.type == "softbreak":
        return " "
    if token.type == "hardbreak":
        return "\n"
    if token.type == "image":
        return "".join(text_of(child) for child in token.children or [])
    return token.content


def external(part: Any) -> Relate:
    """Addresses outside, each related to `part` once."""
    known: dict[str, str] = {}

    def relate(address: str) -> str:
        address = legible(address)
        if address not in known:
            known[address] = part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return known[address]

    return relate
