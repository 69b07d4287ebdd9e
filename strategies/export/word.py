"""A writing as a Word document with real styles, headings that number themselves, a contents field and footnotes."""

import datetime
import io
import zipfile

from docx import Document
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

from strategies.export.word_blocks import WordBody
from strategies.export.word_frame import add_contents, add_cover, add_foot, page_break
from strategies.export.word_notes import attach_notes
from strategies.export.word_styles import dress, legible
from strategies.export.writing import Writing

# Of the packed parts: equal input gives equal bytes.
NO_DATE = (2000, 1, 1, 0, 0, 0)


def word_of(writing: Writing) -> bytes:
    """The same writing gives the same bytes."""
    document = Document()
    _without_thumbnail(document)
    dress(document)
    _name(document, writing)
    body = WordBody(document)
    add_cover(body, writing)
    if writing.chapters:
        place = page_break(body, "Contents", style="TOCHeading")
        found = [heading for number, chapter in enumerate(writing.chapters, start=1) for heading in body.chapter(number, chapter)]
        add_contents(body, place, found)
    add_foot(document, writing)
    attach_notes(document, body.notes)
    out = io.BytesIO()
    document.save(out)
    return _same_every_time(out.getvalue())


def _without_thumbnail(document: WordDocument) -> None:
    """The library's blank page comes with a picture of itself."""
    relations = document.part.package.rels
    for key in [key for key, relation in relations.items() if relation.reltype.endswith("/thumbnail")]:
        del relations[key]


def _name(document: WordDocument, writing: Writing) -> None:
    """What the file says about itself; no person is named."""
    about = document.core_properties
    about.title, about.subject = legible(writing.name)[:255], legible(writing.of)[:255]
    about.author = about.last_modified_by = about.comments = about.keywords = ""
    about.language = "en-GB"
    about.created = about.modified = datetime.datetime.combine(writing.made_on, datetime.time(12))
    about.revision = 1
    for element in document.styles.element.iter(qn("w:lang")):
        element.set(qn("w:val"), "en-GB")


def _same_every_time(packed: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.infolist():
            info = zipfile.ZipInfo(part.filename, NO_DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            after.writestr(info, before.read(part))
    return out.getvalue()
