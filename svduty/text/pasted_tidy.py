"""What word processors put on the clipboard, brought into the plain order of a web page: lists are lists, bold is bold."""

import re
from collections.abc import Callable

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from svduty.text.pasted_lists import gather_word_lists, nest_lists, number_items
from svduty.text.pasted_notes import take_out_notes
from svduty.text.pasted_parts import HEADINGS, PARTS_OF_TEXT, classes_of, emptied, fill, style_of

DEEPEST = 60
BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)")
NOT_BOLD = re.compile(r"font-weight\s*:\s*(normal|[1-5]00)")
ITALIC = re.compile(r"font-style\s*:\s*(italic|oblique)")
HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all|mso-element\s*:\s*(comment|header|footer)")
COMMENT = re.compile(r"^mso(comment|com[ao])", re.IGNORECASE)


def tidy(soup: BeautifulSoup, first_note: int) -> dict[int, Tag]:
    """Bring a page into plain order; its footnotes come back by number, taken out of it, with `[^1]` where they were called."""
    _drop_unseen(soup)
    _flatten(soup)
    notes = take_out_notes(soup, first_note)
    for part in (soup, *notes.values()):
        _name_styles(part)
        gather_word_lists(soup, part)
        _join_runs(part)
        nest_lists(part)
        _wrap_bare_words(soup, part)
        number_items(part)
    return notes


def _drop_unseen(soup: BeautifulSoup) -> None:
    for tag in soup.find_all(True):
        if tag.decomposed:
            continue
        if tag.name == "del" or HIDDEN.search(style_of(tag)) or any(COMMENT.match(name) for name in classes_of(tag)):
            tag.decompose()


def _flatten(soup: BeautifulSoup) -> None:
    """Nothing that a person wrote is nested this deeply; what follows goes down the tree by calling itself."""
    depth = {id(soup): 0}
    tags = soup.find_all(True)
    for tag in tags:
        depth[id(tag)] = depth[id(tag.parent)] + 1
    for tag in tags:
        if depth[id(tag)] > DEEPEST:
            tag.name = "span"
    _unwrap(soup, {"span"}, only=lambda tag: depth[id(tag)] > DEEPEST)


def _name_styles(part: Tag) -> None:
    """Bold and italic that are only a style, and the title of a document, as the elements they mean."""
    for tag in part.find_all(True):
        style = style_of(tag)
        if tag.name in ("b", "strong") and NOT_BOLD.search(style):
            tag.name = "span"
        if tag.name == "span":
            tag.name = "strong" if BOLD.search(style) else "em" if ITALIC.search(style) else "span"
        elif tag.name in ("b", "i"):
            tag.name = {"b": "strong", "i": "em"}[tag.name]
        elif tag.name == "p" and "MsoTitle" in classes_of(tag):
            tag.name = "h1"
    for heading in part.find_all(HEADINGS):
        _unwrap(heading, {"strong", "em"})


def _unwrap(part: Tag, names: set[str], only: Callable[[Tag], bool] = lambda tag: True) -> None:
    """Leave out elements of these names, not what stands in them."""
    for holder in [*reversed(part.find_all(True)), part]:
        if any(isinstance(child, Tag) and child.name in names and only(child) for child in holder.contents):
            children: list[PageElement] = []
            for child in emptied(holder):
                children += emptied(child) if isinstance(child, Tag) and child.name in names and only(child) else [child]
            fill(holder, children)


def _join_runs(part: Tag) -> None:
    """Two bold runs side by side are one; and what says nothing goes."""
    _unwrap(part, {"span"})
    for name in ("em", "strong"):
        for tag in part.find_all(name):
            while tag.parent is not None and isinstance(tag.next_sibling, Tag) and tag.next_sibling.name == name:
                following = tag.next_sibling.extract()
                for child in list(following.contents):
                    tag.append(child)
            if tag.find_parent(name):
                tag.unwrap()


def _wrap_bare_words(soup: BeautifulSoup, part: Tag) -> None:
    """Words that stand in no paragraph get one, so that each block begins where a paragraph does."""
    for holder in [part, *part.find_all(["div", "li", "blockquote"])]:
        children: list[PageElement] = []
        run: Tag | None = None
        for child in emptied(holder):
            if isinstance(child, Tag) and (child.name in PARTS_OF_TEXT or child.name == "table"):
                run = None
                children.append(child)
            elif run is not None or isinstance(child, Tag) or child.get_text().strip():
                if run is None:
                    run = soup.new_tag("p")
                    children.append(run)
                run.append(child)
        fill(holder, children)
