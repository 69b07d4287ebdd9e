import base64
import json
from dataclasses import dataclass

FONT_SCHEME = "svduty-font"
# An element whose id begins so is a place: the number of its page is told beside the document.
PLACE = "place-"


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF, such as the figures of a table as CSV. Its kind is told by the end of its name."""

    name: str
    content: bytes
    description: str


@dataclass(frozen=True)
class Appended:
    """A PDF of somebody else's. Its first page is set on the sheet with the place `<place>-1`, its second on `<place>-2`, and so on."""

    place: str
    content: bytes


@dataclass(frozen=True)
class Manuscript:
    """All that the engine is given: a whole page of HTML, style sheets, fonts by name, files to carry and PDFs to set in."""

    page: str
    styles: tuple[str, ...]
    fonts: dict[str, bytes]
    attachments: tuple[Attachment, ...] = ()
    appended: tuple[Appended, ...] = ()

    def to_json(self) -> bytes:
        attachments = [[one.name, _text(one.content), one.description] for one in self.attachments]
        fonts = {name: _text(content) for name, content in self.fonts.items()}
        appended = [[one.place, _text(one.content)] for one in self.appended]
        told = {"page": self.page, "styles": self.styles, "fonts": fonts, "attachments": attachments, "appended": appended}
        return json.dumps(told).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Manuscript":
        told = json.loads(text)
        return cls(
            told["page"],
            tuple(told["styles"]),
            {name: base64.b64decode(content) for name, content in told["fonts"].items()},
            tuple(Attachment(name, base64.b64decode(content), about) for name, content, about in told["attachments"]),
            tuple(Appended(place, base64.b64decode(content)) for place, content in told["appended"]),
        )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
