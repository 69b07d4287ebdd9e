"""Havering's eight objectives, each with its first action, from paragraph 1.4: only what the paper says, in our words.

Who carries an action out, and by when, is not in the paper; all are to be looked at in twelve months (1.5).
"""

from typing import Any

from compliance.examples.havering_texts import para
from compliance.examples.loading import Example
from compliance.examples.planned import add_objectives, add_paper_actions
from strategies.models import Strategy
from svduty.vague_dates import VagueDate

PLACE = "1.4"
NOT_SAID = "The paper says neither who does it nor by when. All first actions are to be looked at again in twelve months (1.5)."
# The objective, its first action, and what more the paper says of the action.
PLAN = [
    (
        "Governance",
        "Build the monitoring of the strategy, and of the action plan, into the new working group",
        "",
    ),
    (
        "Analysis and enforcement",
        "Plan for violence and exploitation in the “lost hours” in Romford town centre",
        "From 3pm to 7pm, between the end of school and the time when parents come home.",
    ),
    ("Reducing access to weapons", "Make a new plan for what is said in public about carrying weapons", ""),
    (
        "Safeguarding and educating young people",
        "See that programmes which exist and are little used are used fully",
        "Rescue and Response, and Victim Support, are named.",
    ),
    (
        "Working with communities and neighbourhoods to reduce violence",
        "Hear residents in a new series of community meetings led by the police",
        "",
    ),
    (
        "Supporting victims of violence or vulnerability",
        "Look at what is offered to victims locally, and at how partners and the public learn of it",
        "",
    ),
    ("Positive diversion from violence", "Look at what is offered to keep adolescents safe", ""),
    (
        "Tackling violence against women and girls",
        "Look at how the conference on high-risk domestic abuse (MARAC) works",
        "",
    ),
]
# Only the month is said, so it is due on the last day of it.
FOLLOW_UP = {
    "title": "Come back to the Places Overview and Scrutiny Sub Committee",
    "description": "The paper names it, with the month, as where the decision is looked at next.",
    "due": VagueDate.from_edtf("2025-01"),
}


def add_delivery(example: Example, strategy: Strategy) -> None:
    objectives = add_objectives(example, strategy, [{"title": title} for title, _, _ in PLAN], para(PLACE))
    actions: list[tuple[dict[str, Any], str]] = [
        ({"objective": objective, "title": title, "description": f"{more} {NOT_SAID}".strip()}, PLACE)
        for objective, (_, title, more) in zip(objectives, PLAN, strict=True)
    ]
    actions.append((FOLLOW_UP, "Front page"))
    add_paper_actions(example, actions, para)
