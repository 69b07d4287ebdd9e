from collections.abc import Iterable
from datetime import date
from html import escape

from svduty.pdf import workshop
from svduty.pdf.errors import PdfFailed
from svduty.pdf.manuscript import Appended, Attachment, Manuscript
from svduty.pdf.resources import font_faces, fonts, report_css
from svduty.pdf.status_marks import status_css


def render_pdf(
    html: str,
    *,
    title: str,
    css: str = "",
    lang: str = "en-GB",
    author: str = "",
    on: date | None = None,
    attachments: Iterable[Attachment] = (),
) -> bytes:
    """Turn the content of a page into a PDF that follows PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).

    `html` is what stands inside `<body>`; it is set in `static/print/report.css`, and `css` is added after it.
    `title` names the document and runs along the head of each page. `on` is the day written into the document's
    properties. Equal input gives equal bytes. It is made in a child process with limits; see settings.PDF_SECONDS and
    those beside it. Fonts come from our own build; `data:` addresses are read; anything else the HTML or CSS names raises
    `PdfFailed`, as does a limit that is reached and a failure of the engine.
    """
    return workshop.make(manuscript(html, title=title, css=css, lang=lang, author=author, on=on, attachments=attachments)).pdf


def manuscript(
    html: str,
    *,
    title: str,
    css: str = "",
    lang: str = "en-GB",
    author: str = "",
    on: date | None = None,
    attachments: Iterable[Attachment] = (),
    appended: Iterable[Appended] = (),
) -> Manuscript:
    """What render_pdf hands to the engine. Raises PdfFailed when the title or our typeface is missing.

    With pages of others `appended` the document claims no standard.
    """
    if not title.strip():
        raise PdfFailed("Give the document a title: people who cannot see it know it by that name.")
    page = _page(html, title=title, lang=lang, author=author, on=on)
    return Manuscript(page, (font_faces(), report_css(), status_css(), css), fonts(), tuple(attachments), tuple(appended))


def _page(html: str, *, title: str, lang: str, author: str, on: date | None) -> str:
    head = [f"<title>{escape(title)}</title>"]
    if author:
        head.append(f'<meta name="author" content="{escape(author)}">')
    if on:
        head.append(f'<meta name="dcterms.created" content="{on:%Y-%m-%d}">')
    return (
        f'<!doctype html><html lang="{escape(lang)}"><head><meta charset="utf-8">{"".join(head)}</head>'
        f'<body data-title="{escape(title)}">{html}</body></html>'
    )
