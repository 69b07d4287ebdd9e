"""Markdown that people write, made into HTML that can do no harm."""

import hashlib
from collections.abc import Sequence
from html import escape
from typing import Any

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_core.smartquotes import process_inlines
from markdown_it.token import Token

from svduty.text.footnotes import MARK_OF_TEXT, PLACE_OF_NOTE, add_footnotes

DEEPEST_HEADING = 6
# The library's work on quotation marks grows with the square of their number.
MOST_QUOTES = 500
NUMBER, STACKS = "number", "stacks"
WIDE = 4  # columns that do not fit beside each other on a phone
LINKS_TO = ("http://", "https://", "mailto:")
TAGS = {
    *("p", "br", "hr", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code"),
    *("strong", "em", "s", "a", "sup", "table", "thead", "tbody", "tr", "th", "td"),
}
ATTRIBUTES: dict[str, set[str]] = {
    "*": set(),
    "a": {"href", "id"},
    "li": {"id"},
    "ol": {"start"},
    "table": {"class"},
    "th": {"scope", "class"},
    "td": {"class", "data-label"},
}


def to_html(text: str, heading_from: int = 2) -> SafeString:
    """Render Markdown as HTML whose highest heading is `heading_from` (2 to 6) and whose levels never jump.

    Tables, ~~strikethrough~~, footnotes and curly quotes are understood. Notes stand at the end of the text; what leads to them is
    named after the text itself, so that several texts can stand on one page. HTML in the text is shown as text, pictures become
    their description, and a link leads only to http, https or mailto; any other stays as it was typed.
    """
    if not 2 <= heading_from <= DEEPEST_HEADING:
        raise ValueError("A page has one h1 and it is not in the text: begin headings at 2 to 6.")
    html = _parser.render(text, {"heading_from": heading_from, MARK_OF_TEXT: hashlib.sha256(text.encode()).hexdigest()[:10]})
    # The text is trusted only after this second, independent sieve.
    return mark_safe(  # noqa: S308
        nh3.clean(
            html,
            tags=TAGS,
            attributes=ATTRIBUTES,
            url_schemes={"http", "https", "mailto"},
            attribute_filter=_keep_attribute,
            link_rel="noopener",
        )
    )


def tokens_of(text: str, heading_from: int = 2) -> list[Token]:
    """What `to_html` is made from, for other kinds of document: the same reading of the text, with levels and links as there."""
    return _parser.parse(text, {"heading_from": heading_from, MARK_OF_TEXT: hashlib.sha256(text.encode()).hexdigest()[:10]})


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "href" and not value.lower().startswith(LINKS_TO) and not PLACE_OF_NOTE.fullmatch(value.removeprefix("#")):
        return None
    if name == "id" and not PLACE_OF_NOTE.fullmatch(value):
        return None
    if name == "class" and value not in (NUMBER, STACKS):
        return None
    return value


def _level_headings(state: StateCore) -> None:
    """A page's outline has no gaps: someone who typed # and then ### meant a heading and one below it."""
    open_levels: list[int] = []
    top = state.env["heading_from"]
    for token in state.tokens:
        if token.type == "heading_open":
            typed = int(token.tag[1])
            while open_levels and open_levels[-1] >= typed:
                open_levels.pop()
            open_levels.append(typed)
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(top + len(open_levels) - 1, DEEPEST_HEADING)}"


def _mark_cells(state: StateCore) -> None:
    """Columns set to the right hold numbers; the alignment goes into a class, as our pages allow no inline style."""
    for token in state.tokens:
        if token.type in ("th_open", "td_open"):
            if "right" in str(token.attrs.pop("style", "")):
                token.attrs["class"] = NUMBER
            if token.type == "th_open":
                token.attrs["scope"] = "col"


def _label_cells(state: StateCore) -> None:
    """A wide table becomes cards on a phone: then each cell says itself what its column is called."""
    table, heads, column = None, list[str](), 0
    for at, token in enumerate(state.tokens):
        if token.type == "table_open":
            table, heads = token, []
        elif token.type == "tr_open":
            column = 0
        elif token.type == "th_open":
            heads.append("".join(child.content for child in state.tokens[at + 1].children or []))
        elif token.type == "td_open" and table and len(heads) >= WIDE:
            table.attrs["class"] = STACKS
            token.attrs["data-label"] = heads[column]
            column += 1


def _plain_links(state: StateCore) -> None:
    """PDF/UA wants a link to hold text alone, so emphasis inside a link is dropped."""
    for block in state.tokens:
        kept: list[Token] = []
        inside = False
        for token in block.children or []:
            if token.type == "link_open":
                inside = True
            elif token.type == "link_close":
                inside = False
            elif inside and token.type == "code_inline":
                token.type = "text"
            elif inside and (token.nesting or token.type == "footnote_ref"):
                continue
            kept.append(token)
        block.children = kept if block.children else block.children


def _curl_quotes(state: StateCore) -> None:
    """Curly quotes, save in a paragraph that holds nothing but quotes and would keep the page waiting."""
    for token in state.tokens:
        if token.type == "inline" and 0 < token.content.count('"') + token.content.count("'") <= MOST_QUOTES:
            process_inlines(token.children or [], state)


def _describe_picture(renderer: Any, tokens: Sequence[Token], at: int, options: Any, env: Any) -> str:
    return escape(renderer.renderInlineAsText(tokens[at].children or [], options, env))


def _build() -> MarkdownIt:
    # "replacements" stays off: it would print "section 8(c)" with a copyright sign.
    parser = MarkdownIt("commonmark", {"html": False, "typographer": True})
    parser.enable(["table", "strikethrough", "smartquotes"])
    parser.core.ruler.at("smartquotes", _curl_quotes)
    parser.core.ruler.push("level_headings", _level_headings)
    parser.core.ruler.push("mark_cells", _mark_cells)
    parser.core.ruler.push("label_cells", _label_cells)
    parser.core.ruler.push("plain_links", _plain_links)
    parser.add_render_rule("image", _describe_picture)
    add_footnotes(parser)
    parser.validateLink = lambda url: url.lower().startswith(LINKS_TO)  # type: ignore[method-assign]
    return parser


_parser = _build()
