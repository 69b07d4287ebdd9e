import datetime
from collections.abc import Sequence

from django.db import transaction

from partnerships.actions.pass_bodies import pass_what_moves
from partnerships.actions.save_record import lock
from partnerships.audit.record import record
from partnerships.holdings import Passing
from partnerships.models import Organisation, Partnership, Succession, SuccessionKind, User
from partnerships.succession import eve_of, refuse_before_it_took_part, refuse_bodies, refuse_twice
from partnerships.succession_lines import named
from partnerships.vesting import finish_on_the_day
from svduty import dates
from svduty.vague_dates import VagueDate


@transaction.atomic
def succeed_body(
    former: Sequence[Organisation],
    successor: Organisation,
    vesting_day: datetime.date,
    note: str,
    *,
    partnership: Partnership,
    actor: User | None,
    on: datetime.date,
) -> Succession:
    """In one partnership let a body take the place of others: what carries dates ends the day before and begins on the day, open work
    passes; nothing is deleted. Before vesting day open work waits for it. Raises SuccessionRefused, having written nothing.
    """
    locked = list(Organisation.objects.select_for_update(of=("self",)).filter(pk__in=[body.pk for body in former]).order_by("pk"))
    refuse_bodies(locked, successor, vesting_day)
    refuse_twice(partnership.successions.prefetch_related("former_bodies", "former_areas"), locked)
    refuse_before_it_took_part(locked, partnership, vesting_day)
    why = f"{successor} takes the place of {named(locked)} from {dates.say_short(vesting_day)}. {note}".strip()
    moved = pass_what_moves(locked, Passing(partnership, successor, vesting_day, actor, why), today=on)
    for body in locked:
        if body.partnership_id:
            end_body(body, vesting_day, partnership=partnership, actor=actor, why=why)
    made = Succession.objects.create(
        partnership=partnership,
        kind=SuccessionKind.BODY,
        body=successor,
        vesting_day=vesting_day,
        note=note,
        moved=moved,
        entered_on=on,
        finished_on=on if vesting_day <= on else None,
    )
    made.former_bodies.set(locked)
    changes = {
        "Took the place of": ["", named(locked)],
        "Successor": ["", str(successor)],
        "Vesting day": ["", dates.say_short(vesting_day)],
    }
    record("succession.added", actor=actor, partnership=partnership, target=made, changes=changes, comment=note)
    if vesting_day > on:
        finish_on_the_day(made)
    return made


def end_body(body: Organisation, vesting_day: datetime.date, *, partnership: Partnership | None, actor: User | None, why: str) -> None:
    """End the organisation itself on the day before, unless its end is known."""
    current = lock(body)
    if current.ends:
        return
    current.ends = VagueDate.of(eve_of(vesting_day))
    current.version += 1
    current.save()
    changes = {"Until": ["", str(current.ends)]}
    record("organisation.changed", actor=actor, partnership=partnership, target=current, changes=changes, comment=why)
