"""Actions with where each stands, as lists show them. Pure: rows in, lines out."""

import dataclasses
import datetime
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from strategies.delivery import ALL_STATES, NO_NEWS, Standing, standing_of, state_words
from strategies.models import Action, Objective
from strategies.models.progress import Progress
from svduty import dates
from svduty.vague_dates import VagueDate

COLOURS = {
    NO_NEWS: "grey",
    Progress.ON_TRACK.value: "green",
    Progress.AT_RISK.value: "yellow",
    Progress.LATE.value: "red",
    Progress.DONE.value: "blue",
    Progress.STOPPED.value: "grey",
}


@dataclasses.dataclass(frozen=True)
class ActionLine:
    """`left`: when the body that does it left the partnership, None while it takes part."""

    action: Action
    standing: Standing
    left: VagueDate | None = None

    @property
    def colour(self) -> str:
        return COLOURS[self.standing.state]

    @property
    def late_words(self) -> str:
        """`12 days past its date`, empty where it is not late."""
        return f"{dates.say_days(self.standing.late_by)} past its date" if self.standing.late else ""


@dataclasses.dataclass(frozen=True)
class Group:
    """An objective, None for actions of no objective, and its lines."""

    objective: Objective | None
    lines: list[ActionLine]


def lines_of(actions: Iterable[Action], on: datetime.date, left: Mapping[int, VagueDate] | None = None) -> list[ActionLine]:
    """Each action, read by `queries_delivery.with_news`, with where it stands on a day, in the order given.

    `left`: body -> when it left the partnership.
    """
    gone = left or {}
    return [
        ActionLine(action, standing_of(action.due, action.told, on), gone.get(action.owner_id or 0))  # type: ignore[attr-defined]  # with_news
        for action in actions
    ]


def each_once(lines: Iterable[ActionLine], over: Collection[int]) -> list[ActionLine]:
    """Without those of strategies that are `over`. Of one that goes on in a strategy to come the earlier is kept, unless it was stopped."""
    there = {line.action.pk: line for line in lines if line.action.objective is None or line.action.objective.strategy_id not in over}
    for pk, line in list(there.items()):
        before = there.get(line.action.carried_from_id or 0)
        if before and pk in there:
            del there[before.action.pk if before.standing.state == Progress.STOPPED else pk]
    return list(there.values())


def urgency(line: ActionLine) -> tuple[bool, int, datetime.date, int]:
    """For sorting: what is longest overdue first, then what is due next, then what has no date; what is over last."""
    due = line.action.due.latest if line.action.due else datetime.date.max
    return (line.standing.over, -line.standing.late_by, due, line.action.pk)


def grouped(lines: Iterable[ActionLine]) -> list[Group]:
    """By objective, as the lines come; within each by urgency."""
    groups: dict[int, Group] = {}
    for line in lines:
        groups.setdefault(line.action.objective_id or 0, Group(line.action.objective, [])).lines.append(line)
    return [Group(group.objective, sorted(group.lines, key=urgency)) for group in groups.values()]


def by_state(lines: Iterable[ActionLine]) -> list[tuple[str, str, list[ActionLine]]]:
    """For a board: each state in words, its colour, and its lines by urgency; states without an action too."""
    found: dict[str, list[ActionLine]] = {state: [] for state in ALL_STATES}
    for line in lines:
        found[line.standing.state].append(line)
    return [(state_words(state), COLOURS[state], sorted(found[state], key=urgency)) for state in ALL_STATES]


def counts_in_words(lines: Iterable[ActionLine]) -> str:
    """`14 actions: 5 on track, 2 at risk, 7 done. 2 are past their date.`, or `3 actions, all on track.`; empty without any."""
    listed = list(lines)
    if not listed:
        return ""
    counted = Counter(line.standing.state for line in listed)
    parts = [f"{counted[state]} {_in_a_list(state)}" for state in (*[one.value for one in Progress], NO_NEWS) if counted[state]]
    whole = f"{len(listed)} action{'' if len(listed) == 1 else 's'}"
    said = f"{whole}: {', '.join(parts)}." if len(parts) > 1 else f"{whole}, {_of_all(listed)}."
    late = sum(line.standing.late for line in listed)
    return f"{said} {late} {'is' if late == 1 else 'are'} past {'its' if late == 1 else 'their'} date." if late else said


def _of_all(lines: list[ActionLine]) -> str:
    """What holds of every one of these."""
    word = _in_a_list(lines[0].standing.state)
    return word if len(lines) == 1 else f"all {word}"


def _in_a_list(state: str) -> str:
    return "without news" if state == NO_NEWS else state_words(state).lower()
