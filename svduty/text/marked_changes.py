"""What changed between two Markdown texts, as one text to read: formatted, with the words that came and went marked in it."""

import re
from itertools import groupby, pairwise

from django.utils.safestring import SafeString, mark_safe

from svduty.text.differences import Change, Part, to_html
from svduty.text.markdown import to_html as rendered

# Where marked words begin and end, in characters that no text has (they are taken out of both); they become tags once the text is HTML.
CAME, CAME_END, WENT, WENT_END = "\ue000", "\ue001", "\ue002", "\ue003"
MARKS = str.maketrans(dict.fromkeys((CAME, CAME_END, WENT, WENT_END)))
AROUND = {Change.INSERTED: (CAME, CAME_END), Change.DELETED: (WENT, WENT_END)}
PREFIX = re.compile(r"(?:[-*+]|\d{1,9}[.)]|#{1,6}|>)[ \t]+")
ITEM = re.compile(r"(?:[-*+]|\d{1,9}[.)])[ \t]+")
# Blocks whose lines belong together, which words put in between would break.
RIGID = re.compile(r"^(?:\||```|~~~)|\n[ \t]*\|?[ \t]*:?-{3,}|^\[\^[^\]]+\]:")
PIECE = re.compile(r"(<[^>]*>)")
EMPHASIS = ("**", "~~", "`", "*")
TAGS = {
    CAME: ('<ins><span class="govuk-visually-hidden">Inserted: </span>', "</ins>"),
    WENT: ('<del><span class="govuk-visually-hidden">Deleted: </span>', "</del>"),
}
OPENS = {CAME, WENT}
SPLIT = re.compile(f"([{CAME}{CAME_END}{WENT}{WENT_END}])")


def without_marks(text: str) -> str:
    """A text to be compared for `marked_html`, without the characters it marks words with."""
    return text.translate(MARKS)


def marked_html(parts: list[Part], heading_from: int = 2) -> SafeString:
    """The merged text of `differences.compare` rendered as Markdown, with `<ins>` and `<del>` around words, never around tags.

    A table or other block that would break is shown as it was typed, its words marked all the same.
    """
    done: list[str] = []
    blocks: list[str] = []

    def flush() -> None:
        if blocks:
            done.append(_with_tags(rendered(_joined(blocks), heading_from=heading_from)))
            blocks.clear()

    for _, group in groupby(parts, lambda part: part.paragraph):
        pieces = list(group)
        if all(piece.change is Change.SAME for piece in pieces):
            blocks.append(" ".join(piece.text for piece in pieces))
        elif any(RIGID.search(piece.text) for piece in pieces):
            flush()
            done.append(to_html(pieces))
        else:
            blocks.append(_block(pieces))
    flush()
    return mark_safe("\n".join(done))  # noqa: S308 - put together of what the two renderers made safe


def _block(pieces: list[Part]) -> str:
    """One paragraph with its marks. What makes it a heading or a point of a list stands before them."""
    prefix = ""
    words = []
    for number, piece in enumerate(pieces):
        text = piece.text
        # The first piece, or the pair of what went and what came in its place, begins the paragraph.
        if number == 0 or (number == 1 and pieces[0].change is Change.DELETED and piece.change is Change.INSERTED):
            found = PREFIX.match(text)
            prefix = found[0] if found else ""
            text = text[len(prefix) :]
        if piece.change is Change.DELETED:
            text = _even(text)
        opens, closes = AROUND.get(piece.change, ("", ""))
        words.append(f"{opens}{text}{closes}")
    return prefix + " ".join(words)


def _even(text: str) -> str:
    """Words that went, without an emphasis that they only begin or end: the words that came in their place begin or end it, too."""
    for mark in EMPHASIS:
        if text.count(mark) % 2:
            text = text.replace(mark, "")
    return text


def _joined(blocks: list[str]) -> str:
    text = blocks[0]
    for before, block in pairwise(blocks):
        text += ("\n" if ITEM.match(before) and ITEM.match(block) else "\n\n") + block
    return text


def _with_tags(html: str) -> str:
    """Marks become tags around each run of words, closed before any other tag and opened again behind it."""
    out = []
    open_mark = ""
    for piece in PIECE.split(html):
        if piece.startswith("<"):
            out.append(piece)
            continue
        for words in SPLIT.split(piece):
            if words in OPENS:
                open_mark = words
            elif words in (CAME_END, WENT_END):
                open_mark = ""
            elif open_mark and words.strip():
                begins, ends = TAGS[open_mark]
                out.append(f"{begins}{words}{ends}")
            else:
                out.append(words)
    return "".join(out)
