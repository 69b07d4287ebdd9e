"""The engine itself: from a manuscript to bytes that follow PDF/UA-1 and PDF/A-3a. It knows no settings and no database."""

from dataclasses import dataclass
from datetime import UTC, datetime

import weasyprint
from weasyprint.text.fonts import FontConfiguration

from svduty.pdf.fetcher import OwnResourcesOnly
from svduty.pdf.finish import finish
from svduty.pdf.manuscript import PLACE, Manuscript

# The engine stamps attachments with the time of day; one fixed instant keeps equal input equal output.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)
# A variant that brings tags, a colour profile and the relation of attachments; what PDF/UA-1 wants besides, finish() adds.
VARIANT = "pdf/a-3a"


@dataclass(frozen=True)
class LaidOut:
    """The bytes, how many pages they are, and on which of them, counted from 1, each place begins."""

    pdf: bytes
    pages: int
    places: dict[str, int]


def set_in_type(manuscript: Manuscript) -> bytes:
    """Equal manuscripts give equal bytes. Raises Refused when the manuscript names something outside itself."""
    return lay_out(manuscript).pdf


def lay_out(manuscript: Manuscript) -> LaidOut:
    """As set_in_type, with the numbers of the pages."""
    fetcher = OwnResourcesOnly(manuscript.fonts)
    fonts = FontConfiguration()
    document = weasyprint.HTML(string=manuscript.page, url_fetcher=fetcher).render(
        font_config=fonts,
        stylesheets=[weasyprint.CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in manuscript.styles],
        pdf_variant=VARIANT,
        pdf_tags=True,
    )
    # Only what the caller attaches travels inside; a `<link rel=attachment>` in the text does not.
    document.metadata.attachments = [
        weasyprint.Attachment(
            string=attachment.content,
            name=attachment.name,
            description=attachment.description,
            created=NO_DATE,
            modified=NO_DATE,
            relationship="Data",
        )
        for attachment in manuscript.attachments
    ]
    raw: bytes = document.write_pdf(pdf_variant=VARIANT)
    if fetcher.refusal:
        raise fetcher.refusal
    places = {name: number for number, page in enumerate(document.pages, start=1) for name in page.anchors if name.startswith(PLACE)}
    return LaidOut(finish(raw, manuscript.appended, places), len(document.pages), places)
