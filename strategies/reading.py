import dataclasses
from collections.abc import Callable, Iterable

from django.utils.safestring import SafeString

from svduty.text.markdown import to_html


@dataclasses.dataclass(frozen=True)
class ReadableSection:
    """A section as it is read: its heading, where a link to it leads, and its text as HTML."""

    heading: str
    anchor: str
    html: SafeString


def readable(
    sections: Iterable[tuple[str, str]], level: int = 3, draw: Callable[[str, int], SafeString] = to_html
) -> list[ReadableSection]:
    """Headings and Markdown texts made ready for a page on which a section's heading is of this level.

    `draw` makes HTML of a text and the level of its highest heading.
    """
    return [
        ReadableSection(heading, f"section-{number}", draw(text, level + 1)) for number, (heading, text) in enumerate(sections, start=1)
    ]
