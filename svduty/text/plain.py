"""Markdown as the words a reader sees, and whether somebody's words stand among them."""

import html
import re
from functools import lru_cache

from svduty.text.markdown import to_html

# Between these a reader sees a gap; any other tag may stand within a word.
BLOCK = re.compile(r"</?(?:p|br|hr|h[2-6]|ul|ol|li|blockquote|pre|table|thead|tbody|tr|t[hd]|section|div)\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
QUOTES = str.maketrans({"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "\u00ad": None, "\u200b": None})


# Many comments are about the same few texts, and rendering a long one takes a tenth of a second.
@lru_cache(maxsize=32)
def plain(markdown: str) -> str:
    """The words of a text as it is read, on one line: no marks, no tags."""
    return " ".join(html.unescape(TAG.sub("", BLOCK.sub(" ", to_html(markdown)))).split())


def normal(words: str) -> str:
    """Words in the form in which two are the same if a reader would call them so: white space and the shape of quotes do not count."""
    return " ".join(words.translate(QUOTES).split())


def stands_in(words: str, markdown: str) -> bool:
    """Do these words stand in a text, as it is read or as it was typed? No words stand nowhere."""
    wanted = normal(words)
    return bool(wanted) and (wanted in normal(markdown) or wanted in normal(plain(markdown)))
