import datetime
from collections.abc import Sequence

from django.db import transaction

from partnerships.actions.add_organisation import add_organisation
from partnerships.actions.succeed_body import end_body, succeed_body
from partnerships.audit.record import record
from partnerships.models import Organisation, Partnership, Succession, SuccessionKind, User
from partnerships.succession import SuccessionRefused, held_of, refuse_bodies, refuse_twice
from partnerships.succession_lines import named
from svduty import dates
from svduty.vague_dates import VagueDate


@transaction.atomic
def succeed_body_everywhere(
    former: Sequence[Organisation],
    successor: Organisation | str,
    vesting_day: datetime.date,
    note: str,
    *,
    actor: User | None,
    on: datetime.date,
) -> Succession:
    """Let a body of the shared register take the place of others in every partnership at once, and end those. A name instead of an
    organisation adds it. Each partnership's history says what passed there. Raises SuccessionRefused, having written nothing.
    """
    locked = list(Organisation.objects.select_for_update(of=("self",)).filter(pk__in=[body.pk for body in former]).order_by("pk"))
    refuse_bodies(locked, successor, vesting_day)
    everywhere = Succession.objects.filter(partnership__isnull=True).prefetch_related("former_bodies", "former_areas")
    refuse_twice(everywhere, locked)
    body = _new_body(successor, locked[0], vesting_day, actor) if isinstance(successor, str) else successor
    lines = []
    for partnership in Partnership.objects.order_by("name"):
        holding = [one for one in locked if held_of(one, partnership, vesting_day)]
        if holding:
            made = _succeed_in(holding, body, vesting_day, note, partnership, actor, on)
            lines.append(f"{partnership}: {len(made.moved)} records")
    why = f"{body} takes its place from {dates.say_short(vesting_day)}."
    for one in locked:
        end_body(one, vesting_day, partnership=None, actor=actor, why=why)
    whole = Succession.objects.create(kind=SuccessionKind.BODY, body=body, vesting_day=vesting_day, note=note, moved=lines, entered_on=on)
    whole.former_bodies.set(locked)
    changes = {"Took the place of": ["", named(locked)], "Successor": ["", str(body)], "Vesting day": ["", dates.say_short(vesting_day)]}
    record("succession.added", actor=actor, partnership=None, target=whole, changes=changes, comment=note)
    return whole


def _succeed_in(
    former: Sequence[Organisation],
    body: Organisation,
    vesting_day: datetime.date,
    note: str,
    partnership: Partnership,
    actor: User | None,
    on: datetime.date,
) -> Succession:
    try:
        return succeed_body(former, body, vesting_day, note, partnership=partnership, actor=actor, on=on)
    except SuccessionRefused as refused:
        raise SuccessionRefused(f"{partnership}: {refused}") from None


def _new_body(name: str, like: Organisation, vesting_day: datetime.date, actor: User | None) -> Organisation:
    body = add_organisation(name, like.kind, partnership=None, actor=actor)
    body.starts = VagueDate.of(vesting_day)
    body.save()
    return body
