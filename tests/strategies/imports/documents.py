"""Word documents, good and bad, for the tests of bringing them into a draft."""

import io
import struct
import zipfile
from collections.abc import Callable
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import RGBColor
from PIL import Image

MATH = "http://schemas.openxmlformats.org/officeDocument/2006/math"
DRAWN = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

INSERTED = "<w:ins w:id='1' w:author='x'><w:r><w:t>inserted words</w:t></w:r></w:ins>"
DELETED = "<w:del w:id='2' w:author='x'><w:r><w:delText>deleted words</w:delText></w:r></w:del>"
EQUATION = f"<m:oMath xmlns:m='{MATH}'><m:r><m:t>x=1</m:t></m:r></m:oMath>"
BOXED = "<w:txbxContent><w:p><w:r><w:t>boxed words</w:t></w:r></w:p></w:txbxContent>"
# As Word writes a text box: once for itself, once for older programs.
BOX = (
    "<w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'><mc:Choice Requires='wps'>"
    f"<w:drawing><wps:txbx xmlns:wps='{DRAWN}'>{BOXED}</wps:txbx></w:drawing></mc:Choice>"
    f"<mc:Fallback><w:pict><v:shape xmlns:v='urn:schemas-microsoft-com:vml'><v:textbox>{BOXED}</v:textbox></v:shape></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)


def saved(document: Any) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """The same document with one part changed, or added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, change(before.read(part)) if part == name else before.read(part))
        if name not in before.namelist():
            after.writestr(name, change(b""))
    return out.getvalue()


def strategy(**_: Any) -> bytes:
    """With everything that is kept."""
    made = Document()
    made.add_paragraph("The Strategy", "Title")
    made.add_paragraph("Words before the first heading.")
    made.add_heading("Purpose", 1)
    words = made.add_paragraph("We ")
    words.add_run("must").bold = True
    words.add_run(" act ")
    words.add_run("now").italic = True
    for text, style in (("one", "List Bullet"), ("inner", "List Bullet 2"), ("first", "List Number"), ("Said so.", "Quote")):
        made.add_paragraph(text, style)
    made.add_heading("What we know", 2)
    table = made.add_table(2, 2)
    for at, text in enumerate(("Area", "Offences", "Northside", "12")):
        table.cell(at // 2, at % 2).text = text
    made.add_heading("Aims", 1)
    made.add_paragraph("Fewer people hurt.")
    return saved(made)


def full_of_other_things() -> bytes:
    """With everything that is not kept."""
    made = Document()
    made.add_heading("Purpose", 1)
    picture = io.BytesIO()
    Image.new("RGB", (4, 4), "red").save(picture, "PNG")
    for _ in range(2):
        picture.seek(0)
        made.add_picture(picture)
    red = made.add_paragraph().add_run("red words")
    red.font.color.rgb = RGBColor(255, 0, 0)
    made.add_comment(red, "A comment in the margin", author="Officer")
    made.sections[0].header.paragraphs[0].text = "Running head"
    body = made.element.body
    for inside in (INSERTED, DELETED, EQUATION, BOX):
        body.insert_element_before(parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"), "w:sectPr")
    return saved(made)


def of_headings(number: int, level: int = 1) -> bytes:
    made = Document()
    for at in range(number):
        made.add_heading(f"Heading {at}", level)
        made.add_paragraph("Words.")
    return saved(made)


def without_headings(text: str = "Only words.") -> bytes:
    made = Document()
    made.add_paragraph(text)
    return saved(made)


def reading_another_file() -> bytes:
    declared = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY out SYSTEM "file:///etc/hostname">]>'
    return with_part(without_headings(), "word/document.xml", lambda xml: declared + xml.split(b"?>", 1)[1].replace(b"Only", b"&out;"))


def growing_without_end() -> bytes:
    grown = b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    return with_part(without_headings(), "word/document.xml", lambda xml: grown + xml.split(b"?>", 1)[1].replace(b"Only", b"&b;"))


def with_a_picture_outside(address: str) -> bytes:
    """A picture and a link that lead out of the document."""
    relation = f'<Relationship Id="rOut" Type="{LINKS}/image" Target="{address}" TargetMode="External"/></Relationships>'.encode()
    content = with_part(without_headings(), "word/_rels/document.xml.rels", lambda xml: xml.replace(b"</Relationships>", relation))
    drawn = (
        '<w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
        '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData>'
        '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill>'
        f'<a:blip xmlns:r="{LINKS}" r:link="rOut"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
    ).encode()
    return with_part(content, "word/document.xml", lambda xml: xml.replace(b"<w:t>Only", drawn + b"<w:t>Only"))


def zip_bomb() -> bytes:
    return with_part(without_headings(), "word/media/huge.xml", lambda _: b"\0" * 300 * 1024 * 1024)


def of_many_members() -> bytes:
    out = io.BytesIO(without_headings())
    with zipfile.ZipFile(out, "a") as packed:
        for number in range(10_000):
            packed.writestr(f"word/media/{number}.txt", b"")
    return out.getvalue()


def with_macros() -> bytes:
    return with_part(without_headings(), "word/vbaProject.bin", lambda _: b"macro")


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + struct.pack("<I", 0) * 512


def nested(deep: int) -> bytes:
    """Tables within tables."""
    inside = "<w:p><w:r><w:t>deep</w:t></w:r></w:p>"
    for _ in range(deep):
        inside = f"<w:tbl><w:tblPr/><w:tr><w:tc>{inside}<w:p/></w:tc></w:tr></w:tbl>"
    return with_part(without_headings(), "word/document.xml", lambda xml: xml.replace(b"<w:sectPr", inside.encode() + b"<w:sectPr", 1))


def of_pages(pages: int) -> bytes:
    """Some 400 words and a small table a page."""
    made = Document()
    for page in range(pages):
        if page % 10 == 0:
            made.add_heading(f"Chapter {page // 10}", 1)
        made.add_heading(f"Part {page}", 2)
        for _ in range(5):
            made.add_paragraph("The partnership looked at what happens in the area and found that it happens in few places. " * 4)
        table = made.add_table(3, 3)
        for cell in table._cells:
            cell.text = "cell"
    return saved(made)
