"""What was found in a document: plain data that passes from the reading process to the page."""

import dataclasses
import json

from svduty.text.words import count_words

LONGEST_HEADING = 200  # characters, as many as a section's heading may have
LONGEST_TEXT = 100_000  # characters, as many as a section's text may have
MOST_SECTIONS = 100


class DocumentRefused(Exception):
    """The document cannot be read into a draft. The message is a sentence for the person who chose it."""


@dataclasses.dataclass(frozen=True)
class FoundSection:
    heading: str
    text: str

    @property
    def words(self) -> int:
        return count_words(self.text)


@dataclasses.dataclass(frozen=True)
class Found:
    """`not_kept`: in words, what of the document has no place in a text, or stands otherwise than before."""

    sections: tuple[FoundSection, ...]
    not_kept: tuple[str, ...]

    def to_json(self) -> bytes:
        return json.dumps(dataclasses.asdict(self)).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Found":
        told = json.loads(text)
        return cls(tuple(FoundSection(**section) for section in told["sections"]), tuple(told["not_kept"]))
