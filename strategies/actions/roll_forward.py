"""Carrying a strategy over into the next: its objectives and open actions, in one transaction, once."""

import dataclasses
import datetime
from collections.abc import Iterable

from django.db import transaction

from partnerships.actions.add_once import lock_row
from partnerships.audit.record import record
from partnerships.models import Partnership, User
from strategies import queries_rolling as queries
from strategies.actions.begin_draft import begin_draft
from strategies.actions.carry_actions import carry_actions, say_where_they_went
from strategies.beginnings import Beginning
from strategies.models import RollForward, Strategy
from strategies.rolling import Line
from strategies.rolling_plan import plan_of
from svduty import clock


@dataclasses.dataclass(frozen=True)
class Into:
    """Into which strategy: one that is there (`after`), or a new one with this `title`. `close`: say of the earlier actions that they go
    on in the next strategy, so that nobody is asked about both."""

    after: Strategy | None
    title: str = ""
    close: bool = False


@transaction.atomic
def roll_forward(
    before: Strategy,
    into: Into,
    *,
    on: datetime.date,
    further: Iterable[Line],
    left: Iterable[Line],
    actor: User,
    partnership: Partnership,
) -> tuple[RollForward, bool]:
    """What was carried over, and whether that was now: the second press finds what the first did and copies nothing.

    A new strategy follows the earlier one and begins with its text, every section still to write.
    """
    lock_row(before)
    if there := _there(before, into):
        return there, False
    plan = plan_of(before, into.after, on, further, left)
    after = into.after or _begin(before, into.title, actor, partnership)
    copies = carry_actions(plan, before, after, actor=actor, partnership=partnership)
    if into.close:
        say_where_they_went(copies, after, on=on, actor=actor, partnership=partnership)
    rolled = RollForward.objects.create(before=before, after=after, told=plan.told, made_at=clock.now(), made_by_id=actor.pk)
    comment = f"Carried over: {len(plan.objectives)} objectives and {len(plan.actions)} actions. Left behind: {len(plan.left)} lines."
    record("rollforward.made", actor=actor, partnership=partnership, target=rolled, comment=comment)
    return rolled, True


def _there(before: Strategy, into: Into) -> RollForward | None:
    if into.after:
        return queries.rolled_into(into.after)
    newest = queries.rolled_from(before)
    return newest if newest and newest.after.title == into.title and not newest.after.withdrawn_on else None


def _begin(before: Strategy, title: str, actor: User, partnership: Partnership) -> Strategy:
    after = Strategy.objects.create(
        partnership=partnership,
        title=title,
        legal_basis=before.legal_basis,
        follows=before,
        assessment=before.assessment if before.assessment and not before.assessment.withdrawn_on else None,
    )
    after.areas.set(before.areas.all())
    after.made_by.set(before.made_by.all())
    record("strategy.added", actor=actor, partnership=partnership, target=after, changes={"Follows": ["", before.title]})
    begin_draft(after, Beginning.EARLIER, actor=actor, partnership=partnership)
    return after
