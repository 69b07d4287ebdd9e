"""A Markdown text divided into sections by its top headings. Pure."""

import re
from collections.abc import Iterator

from strategies.imports.found import LONGEST_HEADING, LONGEST_TEXT, MOST_SECTIONS, DocumentRefused, FoundSection
from svduty.text.markdown import tokens_of

INTRODUCTION = "Introduction"
NO_HEADINGS = "It has no headings that Word knows as headings, so all of its text is in one section. Divide it when it is in the draft."
NOTE = re.compile(r"^\[\^([^\]\s]+)\]:")
CALL = re.compile(r"\[\^([^\]\s]+)\](?!:)")
Heading = tuple[int, int, int, str]  # first line, line after the last, level, words


def divide(text: str) -> tuple[list[FoundSection], list[str]]:
    """By the highest level of heading; a lone one at the beginning is the document's title, and its sections are a level below.

    Also gives remarks, in words. Raises DocumentRefused for more sections than a draft has.
    """
    notes, lines = _without_notes(text.split("\n"))
    headings = list(_headings("\n".join(lines)))
    if not headings:
        return list(_fitting(INTRODUCTION, _with_notes("\n".join(lines), notes))), [NO_HEADINGS]
    top = min(level for _, _, level, _ in headings)
    highest = [heading for heading in headings if heading[2] == top]
    below = [heading for heading in headings if heading[2] == top + 1]
    title: Heading | None = None
    if len(highest) == 1 and len(below) > 1 and not "".join(lines[: highest[0][0]]).strip():
        title, highest, top = highest[0], below, top + 1
    if len(highest) > MOST_SECTIONS:
        raise DocumentRefused(
            f"has {len(highest)} headings of the highest level, and a draft takes {MOST_SECTIONS} sections at most. Make smaller headings "
            "of those inside a section (Heading 2), then choose it again."
        )
    sections: list[FoundSection] = []
    begins = lines[title[1] if title else 0 : highest[0][0]]
    if "".join(begins).strip():
        sections += _fitting(INTRODUCTION, _with_notes("\n".join(begins), notes))
    for heading, following in zip(highest, [*highest[1:], None], strict=True):
        own = "\n".join(lines[heading[1] : following[0] if following else len(lines)])
        sections += _fitting(heading[3], _with_notes(_raised(own, top - 1), notes))
    remarks = [f"The heading “{title[3]}” stands above all others, so it was taken for the document's title and left out."] if title else []
    return sections, remarks


def _headings(text: str) -> Iterator[Heading]:
    tokens = tokens_of(text, 2)
    for at, token in enumerate(tokens):
        if token.type == "heading_open" and token.level == 0 and token.map and token.markup.startswith("#"):
            words = " ".join("".join(_words(child.type, child.content) for child in tokens[at + 1].children or []).split())
            yield token.map[0], token.map[1], len(token.markup), words or "Untitled section"


def _words(kind: str, content: str) -> str:
    return " " if kind in ("softbreak", "hardbreak") else content


def _without_notes(lines: list[str]) -> tuple[dict[str, str], list[str]]:
    """The footnotes by name, and the lines that are none."""
    notes = {found[1]: line for line in lines if (found := NOTE.match(line))}
    return notes, [line for line in lines if not NOTE.match(line)]


def _with_notes(text: str, notes: dict[str, str]) -> str:
    """With its own notes at its end, numbered from 1."""
    called = list(dict.fromkeys(name for name in CALL.findall(text) if name in notes))
    numbers = {name: str(number) for number, name in enumerate(called, start=1)}
    text = CALL.sub(lambda call: f"[^{numbers[call[1]]}]" if call[1] in numbers else call[0], text)
    return "\n\n".join([text.strip(), *(NOTE.sub(f"[^{numbers[name]}]:", notes[name]) for name in called)]).strip()


def _raised(text: str, by: int) -> str:
    """The headings inside a section, so many levels higher."""
    if not by:
        return text
    lines = text.split("\n")
    for first, _, _, _ in list(_headings(text)):
        lines[first] = lines[first][by:] if lines[first].startswith("#" * (by + 1)) else lines[first]
    return "\n".join(lines)


def _fitting(heading: str, text: str) -> Iterator[FoundSection]:
    """One section; a text that is too long for one goes on in the next, and a heading that is too long stands whole in the text."""
    if len(heading) > LONGEST_HEADING:
        text = f"**{heading}**\n\n{text}"
        heading = f"{heading[: LONGEST_HEADING - 20].rstrip()}…"
    parts = list(_parts(text))
    for number, part in enumerate(parts, start=1):
        named = f"{heading[: LONGEST_HEADING - 20]}, part {number}" if len(parts) > 1 else heading
        yield FoundSection(named, part)


def _parts(text: str) -> Iterator[str]:
    while len(text) > LONGEST_TEXT:
        at = text.rfind("\n\n", 0, LONGEST_TEXT)
        at = at if at > 0 else LONGEST_TEXT
        yield text[:at].strip()
        text = text[at:].strip()
    yield text
