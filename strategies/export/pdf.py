"""From a writing to the bytes of its PDF."""

import dataclasses
import re
from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.template.loader import render_to_string
from django.utils.safestring import SafeString, mark_safe

from strategies.export.writing import Chapter, Prose, Writing
from strategies.reading import ReadableSection, readable
from svduty.pdf import PdfFailed, PdfLimit, PdfStopped, workshop
from svduty.pdf.render import manuscript
from svduty.text.markdown import tokens_of

TEMPLATE = "strategies/export/writing.html"
# Signs that mean something in one symbol font only, such as a word processor's bullets: no reader could be told what they are.
OF_ONE_FONT = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff]")
TOO_MUCH = (
    "The PDF was not made, because the text is too large or takes too long to be set in type. Nothing is lost. Take it away as a Word "
    "document, or ask the person who looks after this service to raise PDF_SECONDS and PDF_MEMORY_MB."
)
STOPPED = (
    "The PDF was not made, because the program that sets it in type stopped before it had finished. Nothing is lost. Try again, and if "
    "it stops again tell the person who looks after this service."
)


class TextTooLarge(PdfFailed):
    """The same text would need as much again."""


@dataclasses.dataclass(frozen=True)
class Subheading:
    anchor: str
    text: str


@dataclasses.dataclass(frozen=True)
class PrintedChapter:
    """`blocks`: each with its kind; prose has become HTML. `subheadings`: of its prose, for the contents."""

    anchor: str
    heading: str
    blocks: list[tuple[str, object]]
    subheadings: list[Subheading]


def pdf_of(writing: Writing) -> bytes:
    """The same writing gives the same bytes. Raises PdfFailed with a sentence for people."""
    return set_in_type(writing).pdf


def set_in_type(writing: Writing) -> workshop.Made:
    """As pdf_of, with what it cost and how many pages it has."""
    html = pdf_html(writing)
    try:
        return workshop.make(manuscript(html, title=writing.name, css=pdf_css(), author=writing.of, on=writing.made_on))
    except PdfLimit:
        raise TextTooLarge(TOO_MUCH) from None
    except PdfStopped:
        raise PdfFailed(STOPPED) from None


def pdf_html(writing: Writing) -> str:
    """Its pages as the engine is given them."""
    return OF_ONE_FONT.sub("", render_to_string(TEMPLATE, {"writing": writing, "chapters": _chapters(writing)}))


@cache
def pdf_css() -> str:
    return (settings.BASE_DIR / "static" / "print" / "strategy.css").read_text(encoding="utf-8")


def _chapters(writing: Writing) -> list[PrintedChapter]:
    prose = [(chapter.heading, block.text) for chapter in writing.chapters for block in chapter.blocks if isinstance(block, Prose)]
    # Together, so that what is named in one text has another name than in the next.
    ready = iter(readable(prose, level=2))
    return [_printed(number, chapter, ready) for number, chapter in enumerate(writing.chapters, start=1)]


def _printed(number: int, chapter: Chapter, ready: Iterator[ReadableSection]) -> PrintedChapter:
    blocks: list[tuple[str, object]] = []
    subheadings: list[Subheading] = []
    for block in chapter.blocks:
        if isinstance(block, Prose):
            html, found = _anchored(next(ready).html, block.text, f"chapter-{number}-{len(blocks)}")
            subheadings += found
            blocks.append((block.kind, html))
        else:
            blocks.append((block.kind, block))
    return PrintedChapter(f"chapter-{number}", chapter.heading, blocks, subheadings)


def _anchored(html: SafeString, text: str, name: str) -> tuple[SafeString, list[Subheading]]:
    """Its headings of the third level with names to lead to. `html` has been through the sieve, so each `<h3>` is one of them."""
    found = [Subheading(f"{name}-{at}", words) for at, words in enumerate(_headings(text), start=1)]
    names = iter(found)
    # Trusted as before: only names of our own are put in.
    return mark_safe(re.sub("<h3>", lambda tag: f'<h3 id="{next(names).anchor}">', html)), found  # noqa: S308 - see above


def _headings(text: str) -> list[str]:
    tokens = tokens_of(text, 3)
    opened = [at for at, token in enumerate(tokens) if token.type == "heading_open" and token.tag == "h3"]
    return ["".join(child.content or " " for child in tokens[at + 1].children or []).strip() for at in opened]
