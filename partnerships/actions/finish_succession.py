import datetime

from django.db import transaction

from partnerships.actions.pass_bodies import pass_what_moves
from partnerships.actions.save_record import lock
from partnerships.audit.record import record
from partnerships.holdings import Passing
from partnerships.models import Succession, SuccessionKind
from partnerships.succession import ON_THE_DAY
from partnerships.succession_lines import named
from svduty import dates


@transaction.atomic
def finish_succession(succession: Succession, *, on: datetime.date) -> list[str]:
    """On vesting day or after it pass on what has waited, and what the bodies came to hold since. Returns a line for each.

    Done once. Nothing happens before the day, or when the succession was withdrawn.
    """
    current = lock(succession)
    former = list(current.former_bodies.order_by("pk"))
    partnership = current.partnership
    if current.kind != SuccessionKind.BODY or not partnership or current.withdrawn_on or current.finished_on or on < current.vesting_day:
        return []
    why = f"{current.body} took the place of {named(former)} on {dates.say_short(current.vesting_day)}."
    lines = pass_what_moves(former, Passing(partnership, current.body, current.vesting_day, None, why), today=on)
    current.moved = [*(line for line in current.moved if not line.endswith(f"({ON_THE_DAY})")), *lines]
    current.finished_on = on
    current.version += 1
    current.save()
    changes = {"What passed": ["", "; ".join(lines)]}
    comment = "What waited for vesting day has passed."
    record("succession.changed", actor=None, partnership=partnership, target=current, changes=changes, comment=comment)
    return lines
