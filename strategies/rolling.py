"""What is carried over from one strategy into the next, what stays where it is, and what is left behind and why. Pure."""

import dataclasses
import datetime
from collections.abc import Collection, Iterable
from typing import Any

from strategies.delivery import Standing, standing_of
from strategies.models import Action, Objective, Strategy
from svduty import dates

ANEW = (
    ("Consultation, sensitivity check and equality assessment", "Each revised strategy needs its own (section 8(11))."),
    ("Approval, publication and sending", "The next strategy is approved, published and sent to the Home Office in its own right."),
    ("News of actions and steps that were reached", "They tell the story of the earlier action, to which the new one leads back."),
)


@dataclasses.dataclass(frozen=True)
class Line:
    """What it is about, and why, or what to know of it."""

    what: str
    why: str = ""


@dataclasses.dataclass
class Rolling:
    """`objectives` and `actions` are copied; `owner_left` holds the keys of actions whose body no longer takes part."""

    objectives: list[Objective] = dataclasses.field(default_factory=list)
    actions: list[Action] = dataclasses.field(default_factory=list)
    owner_left: set[int] = dataclasses.field(default_factory=set)
    carried: list[Line] = dataclasses.field(default_factory=list)
    stays: list[Line] = dataclasses.field(default_factory=list)
    left: list[Line] = dataclasses.field(default_factory=list)

    @property
    def told(self) -> dict[str, Any]:
        """In JSON's types, to be kept."""
        return {name: [dataclasses.astuple(line) for line in getattr(self, name)] for name in ("carried", "stays", "left")}


def plan(
    before: Strategy,
    objectives: Iterable[Objective],
    actions: Iterable[Action],
    *,
    gone: Collection[int],
    around: Iterable[Line],
    same_assessment: bool,
    on: datetime.date,
) -> Rolling:
    """`actions`: of the strategy, with `told` and `standing_steps`, withdrawn ones among them. `gone`: the bodies that no longer take
    part. `around`: what is the partnership's and not one strategy's. `same_assessment`: does the next rest on the same one?"""
    found = Rolling(stays=list(around))
    for objective in objectives:
        if objective.withdrawn_on:
            found.left.append(Line(f"Objective: {objective.title}", f"Withdrawn: {objective.withdrawn_reason}"))
        else:
            found.objectives.append(objective)
            found.carried.append(Line(f"Objective: {objective.title}", "As it is written."))
    for action in actions:
        why = _why_not(action, on)
        if why:
            found.left.append(Line(f"Action: {action.title}", why))
        else:
            found.actions.append(action)
    copied = {action.pk for action in found.actions}
    for action in found.actions:
        found.carried.append(Line(f"Action: {action.title}", _notes(action, found, gone, copied)))
    numbered = [one.finding for one in found.objectives] + [one.finding for one in found.actions]
    if not same_assessment and any(numbered):
        found.left.append(Line("Which finding an objective or action answers", "The next strategy rests on another needs assessment."))
    found.left += [Line(*one) for one in ANEW]
    return found


def _why_not(action: Action, on: datetime.date) -> str:
    """Why an action isn't copied; empty for one that is."""
    if action.withdrawn_on:
        return f"Withdrawn: {action.withdrawn_reason}"
    if action.objective and action.objective.withdrawn_on:
        return "Its objective was withdrawn."
    stands: Standing = standing_of(action.due, action.told, on)  # type: ignore[attr-defined]  # prefetched
    if stands.over and stands.said_on:
        return f"{stands.says} on {dates.say_short(stands.said_on)}." + (f" {stands.reason}" if stands.reason else "")
    return ""


def _notes(action: Action, found: Rolling, gone: Collection[int], copied: Collection[int]) -> str:
    said = [f"Due {action.due}." if action.due else "Without a day by which it is due."]
    if action.owner_id in gone:
        found.owner_left.add(action.pk)
        said.append(f"Without its owner: {action.owner} no longer takes part. Say who does it now.")
    steps = list(action.standing_steps)  # type: ignore[attr-defined]  # prefetched
    if reached := sum(1 for step in steps if step.reached_on):
        said.append(f"{reached} of {len(steps)} steps {'was reached and stays' if reached == 1 else 'were reached and stay'} behind.")
    if dropped := [needed.title for needed in action.needs.all() if needed.pk not in copied]:
        said.append(f"It need not wait any more for: {'; '.join(dropped)}.")
    return " ".join(said)
