"""The kinds of mail there are. Upper floors add theirs in `AppConfig.ready()`."""

import dataclasses

# Stands in the kept text where the mail itself has the link.
LINK_PLACE = "[here stands the personal link, which only the receiver is given]"
MAIL_KINDS: dict[str, "MailKind"] = {}


@dataclasses.dataclass(frozen=True)
class MailKind:
    """`words` name it to administrators ("An invitation"). `subject` holds no data. `template` fills partnerships/mail/base.txt."""

    name: str
    words: str
    subject: str
    template: str


def register_mail(kind: MailKind) -> None:
    """Make a kind known. A name is registered once."""
    if MAIL_KINDS.setdefault(kind.name, kind) != kind:
        raise ValueError(f"Two kinds of mail are called {kind.name}.")
