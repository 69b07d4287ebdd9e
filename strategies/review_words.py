"""What a review found, put together from what people judged. Pure."""

import datetime
from collections.abc import Container, Iterable
from typing import Any

from strategies.models import AnnualReview, ReviewWork
from svduty import dates

HEADS = (
    ("effect", "Effect on violence"),
    ("new_crimes", "New kinds of crime"),
    ("people", "What people said"),
    ("money", "Money"),
    ("assessment", "The needs assessment"),
    ("reason", "Why this was proposed"),
)


def findings_of(work: ReviewWork) -> str:
    """A heading and its words for each judgement that was written; empty where none was."""
    said = [(head, getattr(work, name).strip()) for name, head in HEADS]
    return "\n\n".join(f"{head}: {words}" for head, words in said if words)


def to_judge(work: ReviewWork) -> list[tuple[str, str]]:
    """The question and what was written, "" where nothing was yet, in the order of the form."""
    asked = {field.name: str(field.verbose_name) for field in work._meta.concrete_fields}
    return [(asked[name], getattr(work, name)) for name in ("effect", "new_crimes", "people", "money", "assessment")]


def cells_of(columns: Iterable[str], numeric: Container[str], row: Iterable[str]) -> list[dict[str, Any]]:
    """A row of a block as its table draws it."""
    return [{"text": text, "column": column, "numeric": column in numeric} for column, text in zip(columns, row, strict=True)]


def kept_facts(review: AnnualReview) -> dict[str, Any] | None:
    """What the records said when it was finished, for its page: `on` and `since` in words, and the blocks. None where nothing was kept."""
    if not review.shown:
        return None
    kept: dict[str, Any] = review.shown
    days = {name: dates.say_short(datetime.date.fromisoformat(kept[name])) for name in ("since", "on")}
    blocks = []
    for block in kept["blocks"]:
        rows = [{"cells": cells_of(block["columns"], block["numeric"], row)} for row in block["rows"]]
        blocks.append({**block, "rows": rows})
    return {**kept, **days, "blocks": blocks}
