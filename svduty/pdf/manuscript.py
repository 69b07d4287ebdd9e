import base64
import json
from dataclasses import dataclass

FONT_SCHEME = "svduty-font"


@dataclass(frozen=True)
class Attachment:
    """A file carried inside the PDF, such as the figures of a table as CSV. Its kind is told by the end of its name."""

    name: str
    content: bytes
    description: str


@dataclass(frozen=True)
class Manuscript:
    """All that the engine is given: a whole page of HTML, style sheets, fonts by name, and files to carry. It needs nothing else."""

    page: str
    styles: tuple[str, ...]
    fonts: dict[str, bytes]
    attachments: tuple[Attachment, ...] = ()

    def to_json(self) -> bytes:
        attachments = [[one.name, _text(one.content), one.description] for one in self.attachments]
        fonts = {name: _text(content) for name, content in self.fonts.items()}
        return json.dumps({"page": self.page, "styles": self.styles, "fonts": fonts, "attachments": attachments}).encode()

    @classmethod
    def from_json(cls, text: bytes) -> "Manuscript":
        told = json.loads(text)
        return cls(
            told["page"],
            tuple(told["styles"]),
            {name: base64.b64decode(content) for name, content in told["fonts"].items()},
            tuple(Attachment(name, base64.b64decode(content), about) for name, content, about in told["attachments"]),
        )


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()
