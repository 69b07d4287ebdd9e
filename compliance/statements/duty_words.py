"""Where a duty stands in two sentences of Markdown: how and why, then what comes next. Pure."""

import datetime
from collections.abc import Iterable

from compliance.duty_rows import Row
from compliance.finding import Finding, Status
from compliance.todo import degree
from svduty import dates
from svduty.text.escaping import as_markdown

AHEAD = (Status.DUE_SOON, Status.DUE_LATER)


def duty_paragraph(row: Row, on: datetime.date) -> str:
    """`**Sent to the Home Office** (version 2). Overdue by 2 days. ... Next: record the sending, by 22 November 2026.`"""
    finding = row.headline
    subject = f" ({as_markdown(row.subject)})" if row.subject else ""
    how = " ".join(filter(None, [finding.status.words, degree(finding, on)]))
    stands = as_markdown(f"{how}. {_ended(finding.why)}")
    return f"**{as_markdown(row.requirement.title)}**{subject}. {stands} {next_sentence(finding, on)}"


def next_sentence(finding: Finding, on: datetime.date) -> str:
    """What there is to do and by when, or that there is nothing."""
    day = finding.due.on if finding.due else None
    by = f" by {dates.say_short(day)}" if day and day >= on and finding.status in AHEAD else ""
    step = finding.next_step
    if step and (finding.status.wants_action or by):
        return f"Next{by}: {as_markdown(lower_first(step.label))} ({as_markdown(step.who)})."
    if by:
        return f"Next{by}."
    return "Nothing is to be done now."


def family_paragraphs(rows: Iterable[Row], on: datetime.date, heading: str) -> list[str]:
    """A heading for each family, and a paragraph for each of its duties that applies. `heading`: its marks, such as ##."""
    parts: list[str] = []
    family = ""
    for row in rows:
        if row.headline.status == Status.NOT_APPLICABLE:
            continue
        if row.requirement.family != family:
            family = row.requirement.family
            parts.append(f"{heading} {as_markdown(family)}")
        parts.append(duty_paragraph(row, on))
    return parts


def lower_first(words: str) -> str:
    """To read on in a sentence; an abbreviation stays as it is."""
    return words if words[1:2].isupper() else words[:1].lower() + words[1:]


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "!", "?")) else f"{sentence}."
