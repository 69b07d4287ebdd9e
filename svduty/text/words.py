"""How many words of a text in Markdown there are to read; static/js/drafting.js counts in the same way while somebody types."""

import re

# What stands for no word: the number of a note, the reference to a finding, the number of a list's line.
NO_WORD = re.compile(r"\[\^[^\]\s]+\]:?|\{\{[^{}]*\}\}|^[ \t]*\d+[.)](?=\s)", re.MULTILINE)
ADDRESS = re.compile(r"\]\([^()\s]*\)")
WORD = re.compile(r"[^\s|]*[^\W_][^\s|]*")


def count_words(markdown: str) -> int:
    """Bars and dashes of tables, marks of headings and lists, and addresses behind links are not counted."""
    return len(WORD.findall(ADDRESS.sub("]", NO_WORD.sub(" ", markdown))))
