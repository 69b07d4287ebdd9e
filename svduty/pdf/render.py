from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from html import escape

from .errors import PdfFailed
from .resources import font_faces, report_css
from .status_marks import status_css

# The engine stamps attachments with the time of day; one fixed instant keeps equal input equal output.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)

ENGINE_FAILED = (
    "The PDF could not be made. Nothing you recorded is lost. Try again, and if it fails again tell the "
    "person who looks after this service."
)


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF, such as the figures of a table as CSV."""

    name: str
    content: bytes
    description: str


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
    """Turn the content of a page into a PDF that follows PDF/UA-1 (ISO 14289-1).

    `html` is what stands inside `<body>`; it is set in `static/print/report.css`, and `css` is added after it.
    `title` names the document and runs along the head of each page. `on` is the day written into the document's
    properties. Equal input gives equal bytes. Fonts come from our own build; `data:` addresses are read; anything
    else the HTML or CSS names raises `PdfFailed`, as does a failure of the engine.
    """
    if not title.strip():
        raise PdfFailed("Give the document a title: people who cannot see it know it by that name.")
    page = _page(html, title=title, lang=lang, author=author, on=on)
    styles = [font_faces(), report_css(), status_css(), css]
    try:
        raw = _engine(page, styles, list(attachments))
        # Here for the same reason as the engine: a missing library must not stop the site.
        from .finish import finish

        return finish(raw)
    except PdfFailed:
        raise
    except Exception as problem:
        raise PdfFailed(ENGINE_FAILED) from problem


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


def _engine(page: str, styles: list[str], attachments: list[Attachment]) -> bytes:
    # The engine needs native libraries; a machine without them must still serve the rest of the site.
    try:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration
    except OSError as problem:
        raise PdfFailed(
            "PDFs cannot be made on this machine: a library is missing. Ask the person who looks after this "
            "service to run ./dev run again, which says what to install."
        ) from problem
    from .fetcher import OwnResourcesOnly, Refused

    fetcher = OwnResourcesOnly()
    fonts = FontConfiguration()
    try:
        document = weasyprint.HTML(string=page, url_fetcher=fetcher)
        rendered = document.render(
            font_config=fonts,
            stylesheets=[weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in styles],
            pdf_variant="pdf/ua-1",
            pdf_tags=True,
        )
        # Only what the caller attaches travels inside; a `<link rel=attachment>` in the text does not.
        rendered.metadata.attachments = [
            weasyprint.Attachment(
                string=attachment.content,
                name=attachment.name,
                description=attachment.description,
                created=NO_DATE,
                modified=NO_DATE,
                relationship="Data",
            )
            for attachment in attachments
        ]
        pdf: bytes = rendered.write_pdf(pdf_variant="pdf/ua-1")
        if fetcher.refusal:
            raise fetcher.refusal
    except Refused as refusal:
        raise PdfFailed(str(refusal)) from None
    return pdf
