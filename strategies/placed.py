"""Findings of the needs assessment placed in a text by reference: `{{finding 3}}` stands for the third."""

import dataclasses
import re
from collections.abc import Callable

from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from strategies.models import Strategy
from svduty.text.escaping import as_markdown
from svduty.text.markdown import to_html

REFERENCE = re.compile(r"\{\{\s*finding\s+(\d{1,4})\s*\}\}", re.IGNORECASE)
ALONE = re.compile(rf"^[ ]{{0,3}}{REFERENCE.pattern}[ \t]*$", re.IGNORECASE | re.MULTILINE)
# Around the words that become a link; both are taken out of what people type.
LINK_FROM, LINK_TO = "\ue000", "\ue001"
LINK = re.compile(f"{LINK_FROM}([^{LINK_FROM}{LINK_TO}]*){LINK_TO}")
UNWANTED = str.maketrans("", "", LINK_FROM + LINK_TO)


@dataclasses.dataclass(frozen=True)
class Findings:
    """What can be placed in a strategy: the findings in order, the assessment they come from, and its page; all empty without one."""

    lines: tuple[str, ...] = ()
    title: str = ""
    page: str = ""

    def numbered(self) -> list[tuple[int, str]]:
        return list(enumerate(self.lines, start=1))


def findings_of(strategy: Strategy) -> Findings:
    """The findings of the needs assessment behind the strategy. None of one that was withdrawn."""
    assessment = strategy.assessment
    if assessment is None or assessment.withdrawn_on:
        return Findings()
    page = reverse("needsassessment", args=[strategy.partnership.slug, assessment.pk])
    return Findings(tuple(assessment.finding_lines), assessment.title, page)


def unknown_numbers(text: str, findings: Findings) -> list[int]:
    """The numbers that the text names and the assessment does not have, in order."""
    named = [int(match[1]) for match in REFERENCE.finditer(text)]
    return sorted({number for number in named if not 1 <= number <= len(findings.lines)})


def with_findings(text: str, findings: Findings) -> str:
    """The Markdown with every finding in place of its reference: alone on a line as a block quotation, else among the words."""
    return _placed(text, findings, lambda words: words)


def html_with_findings(text: str, findings: Findings, heading_from: int = 2) -> SafeString:
    """The same as HTML, each finding with a link to its assessment."""
    html = to_html(_placed(text.translate(UNWANTED), findings, lambda words: f"{LINK_FROM}{words}{LINK_TO}"), heading_from)
    # to_html has sieved the words inside; only the link around them is ours.
    link = lambda match: format_html('<a class="govuk-link" href="{}">{}</a>', findings.page, mark_safe(match[1]))  # noqa: E731, S308
    return mark_safe(LINK.sub(link, html))  # noqa: S308 - see above


def _placed(text: str, findings: Findings, linked: Callable[[str], str]) -> str:
    if not REFERENCE.search(text):
        return text

    def source(number: int) -> str:
        return linked(f"Finding {number}, {_words(findings.title)}")

    def block(match: re.Match[str]) -> str:
        number = int(match[1])
        if number not in known:
            return f"\n> **{_missing(number, findings)}**\n"
        return f"\n> {_words(known[number])}\n>\n> {source(number)}\n"

    def among(match: re.Match[str]) -> str:
        number = int(match[1])
        return f"“{_words(known[number])}” ({source(number)})" if number in known else f"**[{_missing(number, findings)}]**"

    known = dict(findings.numbered())
    return REFERENCE.sub(among, ALONE.sub(block, text.replace("\r\n", "\n")))


def _words(plain: str) -> str:
    return as_markdown(plain.translate(UNWANTED))


def _missing(number: int, findings: Findings) -> str:
    if not findings.title:
        return f"Finding {number} cannot be placed: the strategy names no needs assessment."
    return f"Finding {number} cannot be placed: “{_words(findings.title)}” has {len(findings.lines)} findings."
