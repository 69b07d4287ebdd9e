"""Formatted text from a word processor or a web page, made into Markdown."""

import re
from typing import Any

import nh3
from bs4 import BeautifulSoup, Tag
from markdownify import ATX, MarkdownConverter

from svduty.text.escaping import escaped, escaped_at_the_start
from svduty.text.pasted_parts import PARTS_OF_TEXT
from svduty.text.pasted_tables import level_tables
from svduty.text.pasted_tidy import tidy

LONGEST = 3_000_000  # characters; 200 pages from Word are some 2 million
MOST_PARTS = 25_000  # elements that are kept; 200 pages have some 10,000
DEEPEST = 200  # what stands open at once; the sieve's time grows with the square of it
TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^<>]*)>")
OPEN_BY_RIGHT = {*("p", "li", "td", "th", "tr", "br", "hr", "img", "meta", "link", "col", "input", "area", "wbr", "source", "base")}
LINKS_TO = ("http://", "https://", "mailto:")
KEPT = {
    *PARTS_OF_TEXT,
    *("table", "thead", "tbody", "tfoot", "tr", "th", "td", "caption"),
    *("b", "strong", "i", "em", "a", "br", "sup", "span", "del"),
}
ATTRIBUTES = {
    "*": {"class", "style", "id"},
    "a": {"href", "name"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
}
NOT_TEXT = {"script", "style", "title", "xml", "object", "noscript", "template", "textarea", "select"}
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u00ad\ufeff]")
SPACES = re.compile(r"[ \t\r\n\u00a0]+")
BLANK_LINES = re.compile(r"\n(?:[ \t]*\n){2,}")
ENDS_WITH_A_SIGN = re.compile(r"^(.*?[\w)\]])([^\w\s)\]*]+)$", re.DOTALL)


class TooMuchText(ValueError):
    """More was pasted than is converted at once, or parts within parts beyond what a document has."""


def html_to_markdown(html: str, first_note: int = 1) -> str:
    """Keep headings, lists (also Word's paragraphs that look like one), bold, italic, tables, footnotes, and links to http, https
    or mailto; drop fonts, colours, pictures, comments and all else but the words.

    Footnotes are numbered from `first_note`. Raises TooMuchText above LONGEST characters, MOST_PARTS elements, or DEEPEST of them
    within one another.
    """
    if len(html) > LONGEST or _deeper_than(DEEPEST, html):
        raise TooMuchText(f"More than {LONGEST} characters, or parts nested more than {DEEPEST} deep.")
    clean = nh3.clean(
        CONTROL.sub("", html),
        tags=KEPT,
        clean_content_tags=NOT_TEXT,
        attributes=ATTRIBUTES,
        # A footnote's link may name the file it stood in; _Writer keeps only those that lead to LINKS_TO.
        url_schemes={"http", "https", "mailto", "file"},
        link_rel=None,
    )
    if clean.count("</") > MOST_PARTS:
        raise TooMuchText(f"More than {MOST_PARTS} paragraphs, cells and other parts.")
    soup = BeautifulSoup(clean, "html.parser")
    notes = tidy(soup, first_note)
    level_tables(soup)
    written = [_WRITER.convert_soup(soup)]
    written += [f"[^{number}]: {_one_line(_WRITER.convert_soup(note))}" for number, note in notes.items()]
    text = "\n\n".join(part.strip("\n") for part in written if part.strip())
    return BLANK_LINES.sub("\n\n", text).strip()


def _deeper_than(most: int, html: str) -> bool:
    """Do ever more elements than this stand open? Those that a browser closes by itself are not counted."""
    counts: dict[str, int] = {}
    depth = 0
    for tag in TAG.finditer(html):
        name = tag[2].lower()
        if name in OPEN_BY_RIGHT or tag[3].endswith("/"):
            continue
        step = 1 if not tag[1] else -1 if counts.get(name, 0) else 0
        counts[name] = counts.get(name, 0) + step
        depth += step
        if depth > most:
            return True
    return False


def _one_line(text: str) -> str:
    return SPACES.sub(" ", text).strip()


class _Writer(MarkdownConverter):
    """markdownify, with text as it reads best for a person who will go on writing in it."""

    def process_text(self, text: Any, parent_tags: set[str] | None = None) -> str:
        words = self.escape(SPACES.sub(" ", str(text)), parent_tags or set())
        before, after = text.previous_sibling, text.next_sibling
        if (before is None and text.parent.name not in INLINE) or (isinstance(before, Tag) and before.name == "br"):
            words = words.lstrip(" ")
        return words.rstrip(" ") if after is None and text.parent.name not in INLINE else words

    def escape(self, text: str, parent_tags: set[str]) -> str:
        return escaped(text).replace("|", r"\|") if parent_tags & {"td", "th"} else escaped(text)

    def convert_p(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags:
            return f" {text.strip()} "
        text = escaped_at_the_start(text.strip())
        first_of_item = el.parent is not None and el.parent.name == "li" and el.find_previous_sibling() is None
        return f"{text}\n" if first_of_item else f"\n\n{text}\n\n" if text else ""

    def convert_li(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        text = text.strip()
        if "_inline" in parent_tags:
            return f" {text};" if text else ""
        # tidy() has numbered them: looking back from each item of a long list would take minutes.
        mark = f"{el['data-number']}. " if el.get("data-number") else "- "
        indent = " " * len(mark)
        lines = "\n".join(indent + line if line else "" for line in text.split("\n"))
        return f"{mark}{lines.strip()}\n" if text else ""

    def convert_td(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f" {_one_line(text)} |"

    convert_th = convert_td

    def convert_list(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        if "_inline" in parent_tags:
            return text.rstrip(";") + " "
        return "\n" + text.rstrip() if "li" in parent_tags else f"\n\n{text}\n\n"

    convert_ul = convert_list
    convert_ol = convert_list

    def convert_a(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        address = str(el.get("href") or "").strip()
        words = text.strip()
        if not words or not address.lower().startswith(LINKS_TO) or SPACES.search(address) or set("<>\\") & set(address):
            return text
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        brackets = address.replace("(", "%28").replace(")", "%29").replace("|", "%7C")
        return f"{before}[{words}]({brackets}){after}"

    def convert_b(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _marked(el, text, "**")

    def convert_em(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return _marked(el, text, "*")

    def convert_note(self, el: Tag, text: str, parent_tags: set[str]) -> str:
        return f"[^{el['data-note']}]"

    convert_strong = convert_b
    convert_i = convert_em


INLINE = {"b", "strong", "i", "em", "a", "sup", "span"}
_WRITER = _Writer(heading_style=ATX)


def _marked(el: Tag, text: str, mark: str) -> str:
    """`**words**`, its spaces outside. Before a letter a closing sign goes outside as well, or the stars would not count."""
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    following = el.next_sibling.get_text()[:1] if el.next_sibling else ""
    if not after and following.isalnum() and (split := ENDS_WITH_A_SIGN.match(words)):
        words, after = split[1], split[2]
    return f"{before}{mark}{words}{mark}{after}"
