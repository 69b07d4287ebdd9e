"""A writing as Markdown, with nothing before its title."""

import re

from strategies.export.writing import Plain, Prose, Writing
from svduty.text.markdown import tokens_of

NOTE = re.compile(r"(?m)^ {0,3}\[\^([^\]\s]+)\]:")
SIGNS = re.compile(r"([\\`*_{}\[\]<>#|~])")


def markdown_of(writing: Writing) -> str:
    """Title, facts, and each chapter as `##`; headings inside a text stand below its own. Texts are as they were written."""
    parts = [f"# {escaped(writing.title)}"]
    if writing.marking:
        parts.append(f"**{escaped(writing.marking)}**")
    parts.append(f"{escaped(writing.of)}")
    parts.append("\n".join(f"- {label}: {escaped(said)}" for label, said in writing.facts))
    for number, chapter in enumerate(writing.chapters, start=1):
        parts.append(f"## {escaped(chapter.heading)}")
        for block in chapter.blocks:
            if isinstance(block, Prose):
                parts.append(own_notes(lowered(block.text), number))
            elif isinstance(block, Plain):
                parts.append(escaped(block.text))
    return "\n\n".join(part.strip("\n") for part in parts if part.strip()) + "\n"


def escaped(text: str) -> str:
    """In one line, so that no sign in it means anything."""
    return SIGNS.sub(r"\\\1", " ".join(text.split()))


def lowered(text: str) -> str:
    """Its headings on the levels they have below a chapter's. Only the lines of headings are touched."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    gone = set()
    for token in tokens_of(text, 3):
        if token.type == "heading_open" and token.map and token.level == 0:
            first, last = token.map
            words = lines[first:last]
            if token.markup in ("=", "-"):  # underlined
                words = [" ".join(word.strip() for word in words[:-1])]
                gone |= set(range(first + 1, last))
            lines[first] = f"{'#' * int(token.tag[1])} {words[0].strip().lstrip('#').strip()}"
    return "\n".join(line for at, line in enumerate(lines) if at not in gone)


def own_notes(text: str, number: int) -> str:
    """Notes of two chapters may have one name; in one document each needs its own."""
    names = set(NOTE.findall(text))
    return re.sub(r"\[\^([^\]\s]+)\]", lambda mark: f"[^{number}-{mark[1]}]" if mark[1] in names else mark[0], text)
