"""The plan of carrying a strategy over, from today's records."""

import datetime
from collections.abc import Iterable

from strategies import queries_rolling as queries
from strategies.models import Strategy
from strategies.rolling import Line, Rolling, plan


def plan_of(
    before: Strategy, after: Strategy | None, on: datetime.date, further: Iterable[Line] = (), left: Iterable[Line] = ()
) -> Rolling:
    """`after` None: a new strategy, which rests on the same needs assessment. `further`, `left`: what floors above know to stay and to
    be left behind."""
    found = plan(
        before,
        queries.objectives_of(before),
        queries.actions_to_carry(before),
        gone=queries.bodies_gone(before.partnership, on),
        around=[*_around(before, on), *further],
        same_assessment=after is None or after.assessment_id == before.assessment_id,
        on=on,
    )
    found.left += left
    return found


def _around(before: Strategy, on: datetime.date) -> list[Line]:
    partnership = before.partnership
    lines = []
    if definition := queries.newest_definition(partnership):
        lines.append(Line(f"Definition, version {definition.number}", "It stays in force until the partnership agrees a new one."))
    if boards := queries.boards_on(partnership, on):
        lines.append(Line("; ".join(board.name for board in boards), "Boards and their seats go on as they are."))
    for words, number in queries.lasting_here(partnership, on):
        if number:
            lines.append(Line(f"{words}: {number}", "They are the partnership's, not one strategy's."))
    if number := queries.actions_of_no_objective(partnership):
        lines.append(Line(f"Actions that serve no objective: {number}", "They belong to no strategy and go on where they are."))
    return lines
