"""What frames the text of a Word document: its cover, its contents, its running head and foot."""

from typing import Any

from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.shared import Cm

from strategies.export.word_blocks import Heading, WordBody
from strategies.export.word_runs import make, run
from strategies.export.word_styles import legible
from strategies.export.writing import Writing

LABEL = 1900  # twentieths of a point: how wide the labels on the cover are


def add_cover(body: WordBody, writing: Writing) -> None:
    body.paragraph("", run(writing.product, "w:b"))
    if writing.marking:
        body.paragraph("", run(writing.marking, "w:b"))
    body.add(make("w:p", make("w:pPr", make("w:pStyle", val="Title"), make("w:spacing", before="2400")), run(writing.title)))
    body.add(make("w:p", make("w:pPr", make("w:pStyle", val="Subtitle"), make("w:spacing", after="600")), run(writing.of)))
    for label, said in writing.facts:
        _fact(body, label, said)
    _fact(body, "Seal", f"{writing.short_seal}, the beginning of the SHA-256 of the text")


def _fact(body: WordBody, label: str, said: str) -> None:
    tabs = make("w:tabs", make("w:tab", val="left", pos=str(LABEL)))
    about = make("w:pPr", tabs, make("w:ind", left=str(LABEL), hanging=str(LABEL)))
    body.add(make("w:p", about, run(label, "w:b"), make("w:r", make("w:tab")), run(said)))


def page_break(body: WordBody, text: str, style: str) -> Any:
    """A paragraph that begins a page."""
    return body.add(make("w:p", make("w:pPr", make("w:pStyle", val=style), make("w:pageBreakBefore")), run(text)))


def add_contents(body: WordBody, after: Any, headings: list[Heading]) -> None:
    """A contents field, filled with links to the headings; page numbers come when the reader has it brought up to date."""
    inside = OxmlElement("w:sdtContent")
    for number, heading in enumerate(headings):
        link = make("w:hyperlink", run(f"{heading.number} {heading.text}"), anchor=heading.bookmark, history="1")
        begins = [_field("begin"), _instruction(' TOC \\o "1-2" \\h \\z \\u '), _field("separate")] if not number else []
        ends = [_field("end")] if number == len(headings) - 1 else []
        inside.append(make("w:p", make("w:pPr", make("w:pStyle", val=f"TOC{heading.level}")), *begins, link, *ends))
    gallery = make("w:docPartObj", make("w:docPartGallery", val="Table of Contents"), make("w:docPartUnique"))
    after.addnext(make("w:sdt", make("w:sdtPr", gallery), inside))


def add_foot(document: WordDocument, writing: Writing) -> None:
    """The title along the head and the page's number along the foot of every page but the cover."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.54)
    section.different_first_page_header_footer = True
    section.header.paragraphs[0].text = legible(writing.name)
    foot: Any = section.footer.paragraphs[0]._p
    foot.append(run(f"{writing.foot} Page "))
    foot.extend(_counter("PAGE"))
    foot.append(run(" of "))
    foot.extend(_counter("NUMPAGES"))


def _counter(name: str) -> list[Any]:
    return [_field("begin"), _instruction(f" {name} "), _field("separate"), run("1"), _field("end")]


def _field(kind: str) -> Any:
    return make("w:r", make("w:fldChar", fldCharType=kind))


def _instruction(text: str) -> Any:
    words = OxmlElement("w:instrText")
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return make("w:r", words)
