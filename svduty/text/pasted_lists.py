"""Lists on a page from a word processor, brought into the order of a web page."""

import re

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PageElement

from svduty.text.pasted_parts import classes_of, emptied, fill, style_of

WORD_LIST = re.compile(r"mso-list\s*:\s*\S+\s+level(\d)")
LIST_CLASS = re.compile(r"^MsoList(Paragraph|Bullet|Number)")
WORD_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
TYPED_MARK = re.compile(r"^\s*([·•§▪◦●-]|o(?=[\s\u00a0]{2}))[\s\u00a0]+")
NUMBERED = re.compile(r"^\W?(\d+|[a-z]|[ivxlc]+)(\.\d+)*[.)]", re.IGNORECASE)


def gather_word_lists(soup: BeautifulSoup, part: Tag) -> None:
    """Word sends each item as a paragraph that carries its level, with the mark (a dot, a number) as text."""
    found = {id(paragraph): item for paragraph in part.find_all("p") if (item := _word_item(paragraph))}
    holders = {id(tag.parent): tag.parent for tag in part.find_all("p") if id(tag) in found and tag.parent is not None}
    for holder in holders.values():
        children: list[PageElement] = []
        open_lists: list[Tag] = []
        for child in emptied(holder):
            if id(child) in found:
                _put_item(soup, child, found[id(child)], open_lists, children)
            elif child.get_text().strip():
                children.append(child)
                open_lists = []
        fill(holder, children)


def _put_item(soup: BeautifulSoup, paragraph: PageElement, item: tuple[int, bool], lists: list[Tag], children: list[PageElement]) -> None:
    """Put a paragraph at the end of the list of its level: `lists` are those open now, the outermost first."""
    level, numbered = item
    name = "ol" if numbered else "ul"
    del lists[level:]
    if len(lists) == level and lists[-1].name != name:
        lists.pop()
    if not lists or len(lists) < level:
        inner = soup.new_tag(name)
        if lists:
            lists[-1].contents[-1].append(inner)  # type: ignore[attr-defined]  # only items stand in a list that we made
        else:
            children.append(inner)
        lists.append(inner)
    box = soup.new_tag("li")
    lists[-1].append(box)
    box.append(paragraph)


def _word_item(paragraph: Tag) -> tuple[int, bool] | None:
    """The level of a list's item and whether it is numbered; None for any other paragraph. Takes the mark away."""
    styled = WORD_LIST.search(style_of(paragraph))
    mark = paragraph.find(style=WORD_MARK)
    if mark is not None:
        words = mark.get_text()
        mark.decompose()
        return (int(styled[1]) if styled else 1), bool(NUMBERED.match(words.strip()))
    first = next((text for text in paragraph.find_all(string=True) if text.strip()), None)
    if first is None or not (styled or any(LIST_CLASS.match(name) for name in classes_of(paragraph))):
        return None
    typed = TYPED_MARK.match(first)
    if typed is None and not styled:
        return None
    if typed:
        first.replace_with(NavigableString(first[typed.end() :]))
    return (int(styled[1]) if styled else 1), False


def nest_lists(part: Tag) -> None:
    """A list that stands between the items of another belongs to the item before it."""
    for inner in part.find_all(["ul", "ol"]):
        if inner.parent is not None and inner.parent.name in ("ul", "ol"):
            before = inner.find_previous_sibling("li")
            if before is not None:
                before.append(inner.extract())
            else:
                inner.wrap(part.new_tag("li") if isinstance(part, BeautifulSoup) else Tag(name="li"))


def number_items(part: Tag) -> None:
    for numbered in part.find_all("ol"):
        start = str(numbered.get("start") or "")
        first = int(start) if start.isdecimal() and len(start) < 9 else 1
        for number, item in enumerate(numbered.find_all("li", recursive=False), start=first):
            item["data-number"] = str(number)
