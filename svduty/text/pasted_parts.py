"""What the steps of tidying share: what a part of a text is, its style, and moving its children."""

from itertools import groupby

from bs4 import NavigableString, Tag
from bs4.element import PageElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
PARTS_OF_TEXT = {*HEADINGS, "p", "div", "ul", "ol", "li", "blockquote"}


def style_of(tag: Tag) -> str:
    return str(tag.get("style") or "").lower()


def classes_of(tag: Tag) -> list[str]:
    return list(tag.get("class") or [])


def emptied(holder: Tag) -> list[PageElement]:
    """Take all children out of an element. The library looks for a child's place from the first on, so that taking or putting
    them one by one in a long text would take minutes."""
    children = list(holder.contents)
    for child in children:
        child.extract()
    return children


def fill(holder: Tag, children: list[PageElement]) -> None:
    """Put children into an empty element; texts side by side become one."""
    for plain, group in groupby(children, key=lambda child: type(child) is NavigableString):
        if plain:
            holder.append("".join(str(text) for text in group))
        else:
            for child in group:
                holder.append(child)
