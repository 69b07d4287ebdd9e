"""A yearly review as a document: the paper that goes to the board before it decides, and the review as it was finished."""

import datetime
import hashlib
import json
from typing import Any

from strategies.export.version_writing import INVENTED, PRODUCT
from strategies.export.writing import Block, Chapter, Plain, Table, Writing, short_seal
from strategies.models import AnnualReview, ReviewWork, Strategy
from strategies.review_words import HEADS
from svduty import dates


def writing_of_work(work: ReviewWork, kept: dict[str, Any]) -> Writing:
    """The draft for the board. `kept`: what the records say, as a finished review would keep it."""
    asked = work.get_decision_display() or "Nothing is proposed yet."
    facts = (
        ("Strategy", work.strategy.title),
        ("Due by", f"{dates.say(work.due_on)} (guidance, not law)" if work.due_on else ""),
        ("Looks back", _span(kept)),
        ("Proposed", asked),
    )
    judged = _judged(work)
    first = Chapter("What the board is asked", (Plain(f"To decide: {asked}"), *([Plain(work.reason)] if work.reason else [])))
    title = f"Yearly review of {work.strategy.title}"
    return _writing(work.strategy, title, "DRAFT", facts, (first, *judged, *_records(kept)), datetime.date.fromisoformat(kept["on"]))


def writing_of_review(review: AnnualReview) -> Writing:
    """A review as it stands. What the records said is in it where it was kept."""
    approved = ", ".join(str(part) for part in (review.board and review.board.name, review.approved_on) if part)
    facts = (
        ("Strategy", review.strategy.title),
        ("Completed on", str(review.held_on)),
        ("Looks back", _span(review.shown) if review.shown else ""),
        ("Decision", review.get_decision_display()),
        ("Approved by", approved or review.decided_by),
        ("The needs assessment", review.get_assessment_looked_display()),
        ("Minute or paper", review.reference),
    )
    found = Chapter("What the review found", (Plain(review.findings or "Nothing was recorded."),))
    title = f"Yearly review of {review.strategy.title}, {review.held_on}"
    marking = "WITHDRAWN" if review.withdrawn_on else ""
    return _writing(review.strategy, title, marking, facts, (found, *_records(review.shown)), review.held_on.latest)


def _judged(work: ReviewWork) -> list[Chapter]:
    said = [(head, getattr(work, name).strip()) for name, head in HEADS if name != "reason"]
    words = [f"{head}: {text or 'Not written yet.'}" for head, text in said]
    return [Chapter("What only people can judge", tuple(Plain(one) for one in words))]


def _records(kept: dict[str, Any]) -> list[Chapter]:
    """A chapter a block, with its table."""
    chapters = []
    for block in kept.get("blocks", ()):
        blocks: list[Block] = [Plain(block["said"])]
        if block["rows"]:
            blocks.append(Table(block["title"], tuple(block["columns"]), tuple(tuple(row) for row in block["rows"])))
        chapters.append(Chapter(block["title"], tuple(blocks)))
    return chapters


def _span(kept: dict[str, Any]) -> str:
    since, on = (dates.say_short(datetime.date.fromisoformat(kept[name])) for name in ("since", "on"))
    return f"{since} to {on}"


def _writing(
    strategy: Strategy, title: str, marking: str, facts: tuple[tuple[str, str], ...], chapters: tuple[Chapter, ...], on: datetime.date
) -> Writing:
    said = json.dumps([facts, [str(chapter) for chapter in chapters]], ensure_ascii=False)
    seal = hashlib.sha256(said.encode()).hexdigest()
    return Writing(
        product=PRODUCT,
        title=title,
        of=strategy.partnership.name,
        marking=". ".join(filter(None, [INVENTED if strategy.partnership.invented else "", marking])),
        facts=tuple((label, text) for label, text in facts if text),
        foot=f"{title[:120]}. Seal {short_seal(seal)}.",
        seal=seal,
        made_on=on,
        chapters=chapters,
    )
