"""What mailed links are for. Upper floors add theirs in `AppConfig.ready()`."""

import dataclasses

INVITATION, PASSWORD = "invitation", "password"
PURPOSES: dict[str, "Purpose"] = {}
LONGEST_DAYS = 30


@dataclasses.dataclass(frozen=True)
class Purpose:
    """`days`: how long a link is good. `behind`: the dotted name of the LinkPages (views/mailed_links.py) that open behind it."""

    name: str
    days: int
    behind: str


def register_purpose(purpose: Purpose) -> None:
    """Make a purpose known. A name is registered once."""
    if not 0 < purpose.days <= LONGEST_DAYS:
        raise ValueError(f"A link for {purpose.name} must be good for 1 to {LONGEST_DAYS} days.")
    if PURPOSES.setdefault(purpose.name, purpose) != purpose:
        raise ValueError(f"Two purposes are called {purpose.name}.")
