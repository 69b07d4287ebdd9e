"""Longer texts stand beside the code as Markdown files: `# ` begins a section, and lines may be broken anywhere in a paragraph."""

import re
from pathlib import Path

Sections = list[tuple[str, str]]


def read_sections(name: str) -> Sections:
    """The (heading, text) pairs of a file in this folder, each paragraph and list item on one line, as somebody would type it."""
    whole = (Path(__file__).parent / name).read_text(encoding="utf-8")
    sections = []
    for part in re.split(r"^# ", whole, flags=re.MULTILINE)[1:]:
        heading, text = part.split("\n", 1)
        sections.append((heading.strip(), re.sub(r"(?<!\n)\n(?!\n|- |\d+\. )\s*", " ", text.strip())))
    return sections
