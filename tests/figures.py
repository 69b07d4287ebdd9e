"""docs/figures.md: the figures we measured, one section for each command that writes there."""

from pathlib import Path

PAGE = Path(__file__).parents[1] / "docs" / "figures.md"
HEAD = """# Figures

What we measured, written by `./dev bench --write` and `./dev prove --write`. Ratios hold from machine to machine within about a tenth;
absolute times do not.
"""


def keep(title: str, text: str) -> None:
    """Put `text` in place of the section of that title, and leave the others as they are."""
    sections = dict(_sections(PAGE.read_text()) if PAGE.exists() else [])
    sections[title] = text.strip()
    PAGE.write_text("\n".join([HEAD, *(f"## {title}\n\n{text}\n" for title, text in sorted(sections.items()))]))


def _sections(page: str) -> list[tuple[str, str]]:
    parts = page.split("\n## ")[1:]
    return [(title, text.strip()) for title, _, text in (part.partition("\n") for part in parts)]
