"""Our own style sheet and typeface, read once by us and never by a path in a document."""

from functools import cache
from pathlib import Path

from django.conf import settings

from .errors import PdfFailed
from .manuscript import FONT_SCHEME

FAMILY = "Source Sans 3"
CUTS = ((400, "normal"), (600, "normal"), (700, "normal"), (400, "italic"), (600, "italic"))
# The second set holds the Welsh letters w and y with a circumflex.
SETS = ("latin", "latin-ext")


def font_file(letters: str, weight: int, style: str) -> str:
    return f"source-sans-3-{letters}-{weight}-{style}.woff2"


@cache
def fonts() -> dict[str, bytes]:
    """The packaged font files by name. Raises `PdfFailed` when the plain Latin ones have not been built."""
    folders = [Path(folder) for folder in (*settings.STATICFILES_DIRS, settings.STATIC_ROOT) if folder]
    found: dict[str, bytes] = {}
    for letters in SETS:
        for weight, style in CUTS:
            name = font_file(letters, weight, style)
            path = next((path for folder in folders for path in sorted(folder.rglob(name))), None)
            if path is not None:
                found[name] = path.read_bytes()
            elif letters == "latin":
                raise PdfFailed(
                    "The PDF was not made, because its typeface is missing. Ask the person who looks after this "
                    "service to run ./dev assets."
                )
    return found


@cache
def font_faces() -> str:
    """`@font-face` rules for each packaged file; the extra letters form a family of their own to fall back on."""
    return "\n".join(
        f'@font-face {{ font-family: "{FAMILY}{"" if letters == "latin" else " Extra"}"; font-weight: {weight}; '
        f"font-style: {style}; src: url({FONT_SCHEME}:{font_file(letters, weight, style)}) }}"
        for letters in SETS
        for weight, style in CUTS
        if font_file(letters, weight, style) in fonts()
    )


@cache
def report_css() -> str:
    """The style sheet of a printed report. It stands beside the code, so it is read where it lies."""
    return (settings.BASE_DIR / "static" / "print" / "report.css").read_text(encoding="utf-8")
