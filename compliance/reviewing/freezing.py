"""What a finished review keeps of the records: the blocks as they were shown, as data and to read. Pure."""

import datetime
from collections.abc import Iterable
from typing import Any

from compliance.reviewing.block import Block, Span
from svduty import dates


def frozen(blocks: Iterable[Block], span: Span) -> dict[str, Any]:
    """In JSON's types."""
    return {
        "since": span.since.isoformat(),
        "on": span.on.isoformat(),
        "words": span.words,
        "blocks": [
            {
                "key": block.key,
                "title": block.title,
                "said": block.said,
                "columns": list(block.columns),
                "numeric": list(block.numeric),
                "rows": [list(row.cells) for row in block.rows],
            }
            for block in blocks
        ],
    }


def as_text(kept: dict[str, Any]) -> str:
    """The same for whoever opens it without us: a heading a block, a line a row."""
    since, on = (dates.say_short(datetime.date.fromisoformat(kept[name])) for name in ("since", "on"))
    lines = [f"What the records said on {on}, since {kept['words']} ({since})."]
    for block in kept["blocks"]:
        lines += ["", block["title"], block["said"]]
        for row in block["rows"]:
            lines.append("- " + "; ".join(f"{name}: {cell}" for name, cell in zip(block["columns"], row, strict=True)))
    return "\n".join(lines)
