import datetime
from collections.abc import Sequence

from partnerships.actions.pass_on import pass_on
from partnerships.holdings import Passing
from partnerships.models import DutyHolder, Organisation
from partnerships.succession import ON_THE_DAY, held_of, waits
from svduty.vague_dates import VagueDate


def pass_what_moves(former: Sequence[Organisation], passing: Passing, *, today: datetime.date) -> list[str]:
    """Pass on what can pass now, mark the leads that came over, and say in lines what became of each."""
    assert passing.partnership  # noqa: S101 - a body holds only inside a partnership
    before = set(DutyHolder.objects.filter(partnership=passing.partnership, organisation=passing.taker).values_list("pk", flat=True))
    lines: list[str] = []
    for body in former:
        held = held_of(body, passing.partnership, passing.on)
        later = [one for one in held if waits(one, passing.on, today)]
        lines += [f"{kind}: {label}" for kind, label in pass_on([one for one in held if one not in later], passing)]
        lines += [f"{one.holding.words}: {label} ({ON_THE_DAY})" for one in later for label in one.labels]
        lines += [
            f"{one.holding.words}: {label} (stays: {one.holding.stays})" for one in held if not one.holding.move for label in one.labels
        ]
    came = DutyHolder.objects.filter(partnership=passing.partnership, organisation=passing.taker, starts=VagueDate.of(passing.on))
    came.exclude(pk__in=before).update(carried_over=True)
    return lines
