"""Plain words made into Markdown that shows exactly them."""

import re

# What Markdown would read as a mark of its own, where the person had meant the character.
MARK = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])|`|\*(?!\s)|(?<!\s)\*|(?<!\w)_(?!\s)|(?<!\s)_(?!\w)|\[(?=\^|[^\[\]]{0,200}\][(\[:])|~(?=~)|&(?=#?\w+;)"
    r"|<(?=[\w.+-]+[:@])"
)
AT_THE_START = re.compile(r"^([#>+\-=~|](?=\s|[=~|-]|$|#))|^(#{2,6}|>)|^(\d{1,9})(?=[.)](?:\s|$))", re.MULTILINE)


def as_markdown(words: str) -> str:
    """Plain words of one line as Markdown, wherever in a text they come to stand: a cell of a table as well."""
    return escaped_at_the_start(escaped(" ".join(words.split()))).replace("|", r"\|")


def escaped(words: str) -> str:
    """Words among others, with a backslash before what would be a mark."""
    return MARK.sub(r"\\\g<0>", words)


def escaped_at_the_start(text: str) -> str:
    """A paragraph whose words are escaped already, with a backslash where a line would begin a heading, a list or a quotation."""
    return AT_THE_START.sub(lambda match: f"{match[3]}\\" if match[3] else f"\\{match[0]}", text)
