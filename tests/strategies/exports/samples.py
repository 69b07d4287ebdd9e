"""Texts and versions to take away, and how to look into what comes out."""

import io
import zipfile
from typing import Any

import page
import pypdf
from lxml import etree

from strategies.models import Version
from tests.cast import Cast, make_version

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = """Violence **has fallen** since 2022, *as the police say*.[^1]

- schools
- prisons
  - youth custody

    with a second paragraph

1. first
2. second

## What we know

> They told us so.

| Area | Offences |
|---|---:|
| Northside | 1,204 |
| Southside | 96 |

### In the north

See [the figures](https://www.example.gov.uk/figures?a=1&b=2).

[^1]: Police figures, table 4.
"""
HOSTILE = (
    "# <script>alert(1)</script>\n\n[x](javascript:alert(1)) ![p](https://out.example/p.png) {{ 7*7 }} &amp; <b>b</b> "
    + "Llŷn a’r Wŷr, ŵ Ŷ. \ue000\uf0b7\U000f0001 \u202eabc "
    + "x" * 400
    + "\n\n=1+1\n\n- a\n\n  b\n- c\n\n> > deep\n\n1) x\n\n```\n<!-- "
    + "y" * 300
    + "\n```\n"
)


def typed(cast: Cast, *sections: tuple[str, str], **more: Any) -> Version:
    """A typed version of a strategy of ours."""
    made = make_version(cast.ours, cast.area)
    kept = [{"key": str(at), "heading": heading, "text": text} for at, (heading, text) in enumerate(sections, start=1)]
    strategy = made.strategy
    values = {"title": strategy.title, "form": "typed", "dated": made.dated, "sha256": "9f2c41a7" * 8, "frozen_at": made.frozen_at}
    return Version.objects.create(strategy=strategy, number=2, **{**values, "sections": kept, **more})


def failures(pdf: bytes) -> list[tuple[str, str]]:
    """What speaks against PDF/UA-1 or PDF/A-3a."""
    reports = [page.validate_pdf_bytes(pdf, profile=standard) for standard in ("ua1", "3a")]
    assert all(report.rules.total > 100 for report in reports)
    return [(failure.rule_id, failure.message) for report in reports for failure in report.failures]


def sheets(pdf: bytes) -> list[str]:
    return [" ".join(sheet.extract_text().split()) for sheet in pypdf.PdfReader(io.BytesIO(pdf)).pages]


def part(word: bytes, name: str = "word/document.xml") -> Any:
    """A part of a Word document, parsed."""
    with zipfile.ZipFile(io.BytesIO(word)) as packed:
        return etree.fromstring(packed.read(name))


def styled(word: bytes) -> list[tuple[str, str]]:
    """Style and words of each paragraph."""
    found = []
    for paragraph in part(word).iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
        found.append((style.get(f"{W}val") if style is not None else "", text))
    return found
