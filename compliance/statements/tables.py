"""Tables in Markdown."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from svduty.text.escaping import as_markdown


def table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Cells are plain words."""
    lines = [_line(columns), _line(["---"] * len(columns), plain=False), *(_line(row) for row in rows)]
    return "\n".join(lines)


def pounds(amount: Decimal) -> str:
    """`£1,234.50`, and `-£3.00` for less than nothing."""
    return f"{'-' if amount < 0 else ''}£{abs(amount):,.2f}"


def _line(cells: Sequence[str], *, plain: bool = True) -> str:
    return "| " + " | ".join(as_markdown(cell) or " " if plain else cell for cell in cells) + " |"
