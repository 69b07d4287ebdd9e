"""The parts of a report to a committee that tell of work, money, risks and papers, in Markdown."""

import datetime
from collections import Counter

from compliance.statements.tables import pounds, table
from partnerships.models import Partnership
from strategies import queries_committee as queries
from strategies import queries_delivery, queries_money
from strategies.action_lines import each_once, lines_of
from strategies.models import Risk, Strategy
from strategies.money import Sums
from strategies.money_reading import money_of, tables_of
from strategies.queries_in_time import over_on
from svduty import dates
from svduty.text.escaping import as_markdown

NAMED = 10  # actions behind their date
YEARS = 3
MONEY = ("Financial year", "Awarded", "Carried over", "Committed", "Spent", "Left to spend")


def actions_part(partnership: Partnership, on: datetime.date) -> list[str]:
    """How many stand where, then those that are behind, the longest first."""
    actions = queries_delivery.with_news(queries_delivery.standing_actions(partnership))
    told = [(line.action, line.standing) for line in each_once(lines_of(actions, on), over_on(partnership, on))]
    if not told:
        return ["No action is recorded."]
    counts = Counter(standing.says for _, standing in told)
    said = ", ".join(f"{number} {words.lower()}" for words, number in counts.most_common())
    parts = [f"{len(told)} action{'' if len(told) == 1 else 's'}: {said}."]
    behind = sorted(((one, standing) for one, standing in told if standing.behind), key=lambda pair: -pair[1].late_by)
    if not behind:
        return [*parts, "None is behind its date."]
    rows = [
        (
            action.title,
            action.owner_words,
            str(action.due or ""),
            dates.say_days(late.late_by) if late.late_by else "",
            late.reason or late.words,
        )
        for action, late in behind[:NAMED]
    ]
    parts.append(table(("Action", "Who", "Was due", "Late by", "Last word"), rows))
    if len(behind) > NAMED:
        parts.append(f"{len(behind) - NAMED} more are behind their date.")
    return parts


def money_part(partnership: Partnership, on: datetime.date) -> tuple[list[str], str]:
    """What was awarded, promised and spent by financial year; and the sentence on what follows for the council's money."""
    streams = list(queries_money.streams_of(partnership))
    if not streams:
        return ["No money is recorded."], "No money is recorded, so nothing can be said of what this costs. The report asks for none."
    amounts = queries_money.amounts_of(queries_money.lines_in(partnership))
    read = money_of(streams, amounts, queries_money.paid_actions(partnership, on), on)
    years = tables_of(read)
    rows = [(dates.say_financial_year(year.year), *_sums(year.total)) for year in years[:YEARS]]
    warned = [as_markdown(f"{one.stream}: {warning.sentence}") for one in read for warning in one.warned]
    finance = " ".join(warned) or "Nothing about the recorded money asks for a decision."
    shown = table(MONEY, rows) if rows else "No amount is recorded yet."
    return [shown], f"{finance} This report itself asks for no money."


def _sums(sums: Sums) -> tuple[str, ...]:
    return tuple(pounds(amount) for amount in (sums.awarded.total, sums.brought, sums.committed.total, sums.spent.total, sums.to_spend))


def consultation_part(strategy: Strategy | None) -> list[str]:
    found = list(queries.consultations_of(strategy)) if strategy else []
    if not found:
        return ["No consultation is recorded."]
    rows = [
        (
            one.whom[0].upper() + one.whom[1:],
            f"{one.opens_on} to {one.closes_on}" if one.closes_on else f"From {one.opens_on}",
            "" if one.asked is None else str(one.asked),
            "" if one.answers_received is None else str(one.answers_received),
            one.effect,
        )
        for one in found
    ]
    return [table(("Who was asked", "When", "Asked", "Answered", "What it changed"), rows)]


def equality_part(strategy: Strategy | None) -> list[str]:
    found = list(queries.equality_of(strategy)) if strategy else []
    duty = "Public authorities have due regard to the aims of section 149 of the Equality Act 2010."
    if not found:
        return [f"{duty} No equality assessment of the strategy is recorded."]
    said = [f"{as_markdown(one.title)}, made {one.made_on}: {as_markdown(one.effect) or 'its result is not recorded'}" for one in found]
    return [duty, "\n".join(f"- {line}" for line in said)]


def risks_part(partnership: Partnership) -> list[str]:
    found = list(queries.risks_of(partnership))
    if not found:
        return ["No risk is recorded."]
    rows = [
        (
            risk.title,
            risk.owner_words,
            _rating(risk.likelihood, risk.impact),
            risk.treatment,
            _rating(risk.likelihood_after, risk.impact_after),
        )
        for risk in found
    ]
    return [table(("Risk", "Who", "Rating", "What is done", "Rating then"), rows), _ratings_said(found)]


def _ratings_said(risks: list[Risk]) -> str:
    rated = any(risk.likelihood and risk.impact for risk in risks)
    return "A rating is how likely it is times how bad, each from 1 to 5." if rated else ""


def _rating(likelihood: int | None, impact: int | None) -> str:
    return f"{likelihood * impact} ({likelihood} x {impact})" if likelihood and impact else ""


def papers_part(partnership: Partnership, strategy: Strategy | None) -> str:
    versions = queries.versions_with_publications(strategy)[:2] if strategy else []
    papers = [
        *(f"{version}, {version.dated}" for version in versions),
        *(one.title for one in queries.assessments_standing(partnership)[:2]),
    ]
    return "\n".join(f"- {as_markdown(paper)}" for paper in papers) or "None."
