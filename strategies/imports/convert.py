"""A Word document as sections of Markdown. Run it in the process of child.py: a hostile document may take all the memory it is given."""

import zipfile
from typing import IO, Any

import mammoth

from strategies.imports.found import DocumentRefused, Found
from strategies.imports.look import Look, look_through
from strategies.imports.sections import divide
from svduty.text.pasted import TooMuchText, html_to_markdown

EMPTY = "has no words that could be read. If its pages are pictures, have the words typed or read by a scanner's program first."
TOO_LONG = "is longer than can be read at once. Divide it into two documents and bring in one after the other."
BROKEN = "is damaged inside. Open it in Word, save it again as .docx, then choose that."
# Words on the cover and lists that are made anew here.
LEFT_OUT = ("Title", "Subtitle", "TOC Heading", *(f"toc {level}" for level in range(1, 10)), "table of figures")
LISTS = {"Bullet": "ul", "Number": "ol"}
QUOTES = ("Quote", "Intense Quote", "Block Text")


def convert(file: IO[bytes]) -> Found:
    """Raises DocumentRefused; its message goes on from the name of the file."""
    with zipfile.ZipFile(file) as packed:
        look = look_through(packed)
    file.seek(0)
    try:
        html: str = mammoth.convert_to_html(
            file,
            style_map=_style_map(look),
            include_embedded_style_map=False,
            convert_image=_no_picture,
            external_file_access=False,
        ).value
        text = html_to_markdown(html)
    except TooMuchText:
        raise DocumentRefused(TOO_LONG) from None
    except (RecursionError, KeyError, ValueError, OSError, AttributeError, zipfile.BadZipFile):
        raise DocumentRefused(BROKEN) from None
    if not text.strip():
        raise DocumentRefused(EMPTY)
    sections, remarks = divide(text)
    return Found(tuple(sections), (*look.not_kept(), *remarks))


def _no_picture(image: Any) -> list[Any]:
    """Nothing of a picture is read, wherever it may lie."""
    return []


def _style_map(look: Look) -> str:
    lines = [f"p[style-name='{name}'] => !" for name in LEFT_OUT]
    lines += [f"p[style-name='{name}'] => blockquote > p:fresh" for name in QUOTES]
    for kind, tag in LISTS.items():
        lines += [f"p[style-name='List {kind} 2'] => ul|ol > li > {tag} > li:fresh"]
        lines += [f"p[style-name='List {kind} 3'] => ul|ol > li > ul|ol > li > {tag} > li:fresh"]
    # Styles of the house that are built on Word's headings, or stand on their level in the outline.
    lines += [f"p[style-name='{name}'] => h{level}:fresh" for name, level in look.heading_styles.items()]
    return "\n".join(lines)
