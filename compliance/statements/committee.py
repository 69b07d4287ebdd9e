"""A report to a committee, drafted from the records in the order that councils use."""

import datetime
from collections import Counter

from compliance.duty_rows import Row, rows_of
from compliance.finding import Finding, Status
from compliance.position import Position, position_of, urgency
from compliance.statements.committee_parts import actions_part, consultation_part, equality_part, money_part, papers_part, risks_part
from compliance.statements.duty_words import family_paragraphs, lower_first
from partnerships.models import Partnership
from strategies import queries_committee as queries
from strategies.cautions import first_published
from strategies.models import CommitteeReport, Strategy
from svduty import dates
from svduty.text.escaping import as_markdown

ASKED = 3  # how many duties a recommendation names
WRONG = (Status.OVERDUE, Status.NOT_MET)
LAW = """\
Police, Crime, Sentencing and Courts Act 2022, sections 8 to 23: the specified authorities identify the kinds and causes of serious \
violence in the area, prepare a strategy and carry it out, keep it under review, and consult schools, prisons and youth custody. The \
Prevention and Reduction of Serious Violence (Strategies etc.) Regulations 2022 (SI 2022/1304) say where it is published and that it is \
sent to the Secretary of State within seven days, the day of publication being the first. Serious violence is a local crime and disorder \
matter (Police and Justice Act 2006 section 19), so that a council's crime and disorder committee may report on it; a report is answered \
in writing within 28 days (SI 2009/942 regulation 7)."""


def compose_committee(partnership: Partnership, report: CommitteeReport, findings: list[Finding], on: datetime.date) -> str:
    """Markdown: purpose, recommendations, background, position, actions, money, consultation, law, finance, equalities, risks, papers."""
    position = position_of(findings, on)
    rows = rows_of(position, findings, partnership.name)
    strategy = queries.current_strategy(partnership)
    money, finance = money_part(partnership, on)
    parts = [
        "## Purpose",
        f"This report tells {_named(report.committee)} how {as_markdown(partnership.name)} meets the serious violence duty, and what "
        f"is being done. Its records stood so on {dates.say(on)}.",
        "## Recommendations",
        _recommendations(report, rows),
        "## Background",
        *_background(partnership, strategy),
        "## Where each duty stands",
        as_markdown(position.sentence),
        _counted(position),
        *family_paragraphs(rows, on, "###"),
        "## Actions",
        *actions_part(partnership, on),
        "## Money",
        *money,
        "## Consultation",
        *consultation_part(strategy),
        "## Legal implications",
        LAW,
        "## Financial implications",
        finance,
        "## Equalities",
        *equality_part(strategy),
        "## Risks",
        *risks_part(partnership),
        "## Background papers",
        papers_part(partnership, strategy),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _recommendations(report: CommitteeReport, rows: list[Row]) -> str:
    asked = [f"That {_called(report.committee)} notes where each duty stands."]
    wrong = sorted((row for row in rows if row.headline.status in WRONG), key=lambda row: urgency(row.headline))
    for row in wrong[:ASKED]:
        step = row.headline.next_step
        what = as_markdown(lower_first(step.label)) if step else as_markdown(lower_first(row.requirement.task))
        who = f" ({as_markdown(step.who)})" if step else ""
        asked.append(f"That it notes that {as_markdown(row.requirement.shortfall)}, and asks to be told when this is done: {what}{who}.")
    if len(wrong) > ASKED:
        more = len(wrong) - ASKED
        asked.append(f"That it notes {more} more {'duty' if more == 1 else 'duties'} overdue or not met, set out below.")
    asked.append("That it says when it will come back to this.")
    return "\n".join(f"{number}. {words}" for number, words in enumerate(asked, start=1))


def _called(name: str) -> str:
    """How a sentence goes on to call it."""
    return next((f"the {kind}" for kind in ("committee", "cabinet", "board", "panel", "council") if kind in name.lower()), _named(name))


def _named(name: str) -> str:
    return as_markdown(name if name.lower().startswith("the ") else f"the {name}")


def _background(partnership: Partnership, strategy: Strategy | None) -> list[str]:
    if strategy is None:
        return ["No strategy is recorded yet."]
    period = " to ".join(str(day) for day in (strategy.period_from, strategy.period_to) if day)
    areas = ", ".join(area.name for area in strategy.areas.all())
    facts = "".join(filter(None, [f", for {areas}" if areas else "", f", {period}" if period else ""]))
    told = [
        f"The strategy is {as_markdown(strategy.title)}{as_markdown(facts)}, made under {as_markdown(strategy.get_legal_basis_display())}."
    ]
    for version in queries.versions_with_publications(strategy)[:2]:
        first = first_published(version)
        published = f"first published {first}" if first else "not published yet, as far as is recorded"
        told.append(f"Version {version.number} is dated {version.dated} and was {published}.")
    return [" ".join(told)]


def _counted(position: Position) -> str:
    strengths = Counter(finding.strength for finding in position.headlines.values() if finding.status != Status.NOT_APPLICABLE)
    said = ", ".join(f"{number} {strength}" for strength, number in strengths.items())
    return f"Of the {position.applying} that apply, by strength: {said}." if said else ""
