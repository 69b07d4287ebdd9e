"""The regional plan on paper: a chapter for each theme, in the funder's order."""

import datetime
import hashlib
import json
from collections.abc import Sequence

from partnerships.models import Partnership
from strategies.action_lines import ActionLine
from strategies.export.version_writing import INVENTED, PRODUCT
from strategies.export.writing import Block, Chapter, Plain, Table, Writing, short_seal
from strategies.regional_plan import ThemeGroup
from svduty import dates

COLUMNS = ("Action", "Who", "By", "How it is going", "Last news")
TITLE = "Regional plan"


def regional_writing(partnership: Partnership, groups: Sequence[ThemeGroup], on: datetime.date) -> Writing:
    """Every theme has its chapter, so that nobody wonders whether one was forgotten."""
    chapters = tuple(Chapter(_heading(group), (_block(group),)) for group in groups)
    told = json.dumps([[chapter.heading, [str(block) for block in chapter.blocks]] for chapter in chapters])
    seal = hashlib.sha256(told.encode()).hexdigest()
    day = dates.say_short(on)
    count = sum(len(group.lines) for group in groups)
    return Writing(
        product=PRODUCT,
        title=f"{TITLE}, {day}",
        of=partnership.name,
        marking=INVENTED if partnership.invented else "",
        facts=(("As at", day), ("Actions", str(count)), ("Themes", str(sum(1 for group in groups if group.theme)))),
        foot=f"{TITLE} as at {day}. Seal {short_seal(seal)}.",
        seal=seal,
        made_on=on,
        chapters=chapters,
    )


def _heading(group: ThemeGroup) -> str:
    return group.theme.title if group.theme else group.title


def _block(group: ThemeGroup) -> Block:
    if not group.lines:
        return Plain("No action stands under this theme.")
    return Table(f"Actions: {_heading(group)}", COLUMNS, tuple(_row(line) for line in group.lines))


def _row(line: ActionLine) -> tuple[str, ...]:
    action, standing = line.action, line.standing
    going = f"{standing.says}, {line.late_words}" if line.late_words else standing.says
    words = ". ".join(part.rstrip(".") for part in (standing.words, standing.reason) if part)
    news = f"{dates.say_short(standing.said_on)}: {words}" if standing.said_on and words else words
    return (action.title, action.owner_words, str(action.due or ""), going, news)
