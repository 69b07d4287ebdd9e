"""The yearly assurance statement, composed from the findings as at a day. Pure."""

import datetime

from compliance.duty_rows import rows_of
from compliance.finding import Finding, Status
from compliance.position import position_of
from compliance.requirements.requirement import listed
from compliance.requirements.waiting import WAITING
from compliance.statements.duty_words import family_paragraphs, lower_first
from svduty import dates
from svduty.text.escaping import as_markdown


def compose_assurance(name: str, findings: list[Finding], on: datetime.date) -> str:
    """Markdown: where the partnership stands, then each duty by family, then what does not apply and what is not looked at."""
    position = position_of(findings, on)
    rows = rows_of(position, findings, name)
    parts = [
        "## Where we stand",
        f"{as_markdown(name)} makes this statement on how the serious violence duty is met. Its records stood so on {dates.say(on)}.",
        as_markdown(position.sentence),
        *family_paragraphs(rows, on, "##"),
    ]
    not_applicable = [row for row in rows if row.headline.status == Status.NOT_APPLICABLE]
    if not_applicable:
        parts.append("## What does not apply")
        parts.append("\n".join(f"- {as_markdown(row.requirement.title)}: {as_markdown(row.headline.why)}" for row in not_applicable))
    parts.append("## What this statement leaves out")
    waiting = listed(lower_first(as_markdown(one.title)) for one in WAITING)
    parts.append(
        f"It rests on what is recorded, and on nothing else. It does not look at {waiting}. It is no legal advice; the partnership answers "
        "for its words."
    )
    return "\n\n".join(parts) + "\n"
