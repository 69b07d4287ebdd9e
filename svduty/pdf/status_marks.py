"""The shape and colour of each status on paper: the same shapes as on the pages, from the same list."""

from functools import cache
from urllib.parse import quote

from svduty.status_words import STATUSES

# Darker than on a screen, and each still dark enough on a printer without colour.
INKS = {"good": "#0b5c43", "soon": "#7a4700", "bad": "#9c1c1c", "quiet": "#4a5465", "later": "#1b4b91"}


@cache
def status_css() -> str:
    """Rules for `.status--met`, `.status--due-soon` and so on: one for each status there is."""
    return "\n".join(_rule(status.code, status.shape, INKS[status.tone]) for status in STATUSES.values())


def _rule(code: str, shape: str, ink: str) -> str:
    # As a background the shape is decoration; drawn in the text it would need words of its own.
    picture = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><path fill="{ink}" d="{shape}"/></svg>'
    name = code.lower().replace("_", "-")
    return f'.status--{name} {{ border-color: {ink}; color: {ink}; background-image: url("data:image/svg+xml,{quote(picture)}") }}'
