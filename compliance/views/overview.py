from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse

from compliance.addresses import open_to, step_address
from compliance.answers import facts_and_findings
from compliance.facts import PartnershipFacts
from compliance.position import position_of
from compliance.requirements import NOT_LOOKED_AT
from compliance.to_lead import leading_steps
from compliance.todo import Line, todo_lines
from compliance.waiting import Waiting, waiting_for
from compliance.wheel import wheels_of
from compliance.who_is_missing import who_is_missing
from compliance.year import small_drawing
from partnerships import queries
from partnerships.access.guards import needs
from partnerships.access.requests import PartnershipRequest
from partnerships.access.roles import Permission
from partnerships.as_at import AsAt, asked_day
from partnerships.audit.reading import in_words
from strategies.queries_comments import open_comments_by_strategy
from strategies.queries_rounds import seats_held
from svduty import dates

AT_MOST = 7
LATELY = 5


@needs(Permission.READ)
def overview(request: PartnershipRequest, slug: str) -> HttpResponse:
    """Are we all right, what is next, who must act? `?show=all` lists everything there is to do."""
    as_at = asked_day(request, request.partnership)
    facts, findings = facts_and_findings(request.partnership, as_at.on)
    position = position_of(findings, as_at.on)
    wheels = wheels_of(facts, findings, as_at.on)
    lines = todo_lines(position.todo, as_at.on)
    shown = lines if request.GET.get("show") == "all" else lines[:AT_MOST]
    rows = [_row(request, line, as_at) for line in shown]
    waiting, overtaken = _waiting(request, facts, as_at)
    # What leading a strategy asks comes behind the duties that are not kept, and before those that are only due.
    kept = next((place for place, line in enumerate(shown) if line.tone != "bad"), len(shown))
    todo = [*waiting, *rows[:kept], *_leading(request, facts, as_at), *rows[kept:], *overtaken]
    duties = reverse("duties", args=[slug])
    context = {
        "as_at": as_at,
        "position": position,
        "counts": [
            {"status": status, "number": number, "label": status.words.lower(), "url": f"{duties}?status={status}{as_at.further}"}
            for status, number in position.counts
        ],
        "todo": todo,
        "all": len(todo) + len(lines) - len(shown) if len(shown) < len(lines) else 0,
        "report": open_to(request, "report_make"),
        "wheels": wheels,
        "wheel": small_drawing(wheels[0], "year"),
        "lately": _lately(request),
        "not_looked_at": NOT_LOOKED_AT,
        "missing": who_is_missing(facts, as_at.on),
    }
    return render(request, "compliance/overview.html", context)


def _waiting(request: PartnershipRequest, facts: PartnershipFacts, as_at: AsAt) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    """What only this person can do, which comes before everything else, and what of it a newer version has overtaken, which comes last.

    Nothing for who decides nowhere, nor on a day that is not today.
    """
    if Permission.DECIDE not in request.permissions or as_at.on != as_at.today:
        return [], []
    lines = waiting_for(facts, seats_held(request.user, request.partnership, as_at.on), as_at.on)
    return _asked(request, [line for line in lines if not line.overtaken]), _asked(request, [line for line in lines if line.overtaken])


def _asked(request: PartnershipRequest, lines: list[Waiting]) -> list[dict[str, str]]:
    return [
        {
            "when": "Overtaken" if line.overtaken else "Waiting for you",
            "tone": "quiet" if line.overtaken else "soon",
            "what": line.what,
            "where": line.where,
            "url": reverse("version_read", args=[request.partnership.slug, line.version]),
            "action": line.action,
        }
        for line in lines
    ]


def _leading(request: PartnershipRequest, facts: PartnershipFacts, as_at: AsAt) -> list[dict[str, str]]:
    """What waits for whoever leads the work, today."""
    if Permission.EDIT not in request.permissions or as_at.on != as_at.today:
        return []
    return [
        {
            "when": line.when,
            "tone": "soon",
            "what": line.what,
            "where": line.where,
            "who": line.step.who,
            "url": step_address(request, line.step),
            "action": line.step.label,
        }
        for line in leading_steps(facts, open_comments_by_strategy(request.partnership), as_at.on)
    ]


def _row(request: PartnershipRequest, line: Line, as_at: AsAt) -> dict[str, Any]:
    """What the to-do component takes. Whoever may not take the step sees who can."""
    duty = reverse("duty", args=[request.partnership.slug, line.code]) + as_at.first
    several = line.number > 1 and line.step is None
    return {
        "when": line.when,
        "tone": line.tone,
        "what": line.what,
        "what_url": duty,
        "where": "" if line.where == request.partnership.name else line.where,
        "who": line.who,
        "url": duty if several else step_address(request, line.step),
        "action": f"See all {line.number}" if several else line.step.label if line.step else "",
    }


def _lately(request: PartnershipRequest) -> list[dict[str, str]]:
    """The last things that happened in the partnership, newest first."""
    entries = list(queries.history_of_partnership(request.partnership)[:LATELY])
    return [
        {
            "what": f"{entry.what}: {entry.label}" if entry.label else entry.what,
            "who": entry.who,
            "when": dates.say_short(entry.day),
            "url": entry.url,
        }
        for entry in in_words(entries, request.partnership.slug)
    ]
