import dataclasses
import datetime
from collections.abc import Sequence

from django.db import transaction

from partnerships.actions.add_organisation import add_organisation
from partnerships.actions.save_record import differences, in_words, lock
from partnerships.actions.succeed_area_in import AreaPassing, succeed_area_in
from partnerships.actions.succeed_body import end_body
from partnerships.audit.record import record
from partnerships.models import LocalGovernmentArea, Organisation, Partnership, Succession, SuccessionKind, User
from partnerships.models.body import OrganisationKind
from partnerships.queries_successions import councils_replaced
from partnerships.succession import eve_of, refuse_areas, refuse_bodies, refuse_twice
from partnerships.succession_lines import named
from svduty import dates
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class NewArea:
    """What is said of an area that is not listed yet."""

    name: str
    kind: str
    ons_code: str = ""
    upper_tier: str = ""


@transaction.atomic
def succeed_area(
    former: Sequence[LocalGovernmentArea],
    successor: LocalGovernmentArea | NewArea,
    council: Organisation | str,
    vesting_day: datetime.date,
    note: str,
    *,
    actor: User | None,
    on: datetime.date,
) -> Succession:
    """Let an area take the place of others, and its council that of theirs, in every partnership at once. Nothing is deleted.

    A name instead of the council adds it to the shared register. Raises SuccessionRefused, having written nothing.
    """
    locked = list(LocalGovernmentArea.objects.select_for_update(of=("self",)).filter(pk__in=[area.pk for area in former]).order_by("name"))
    refuse_areas(locked, successor if isinstance(successor, LocalGovernmentArea) else None, vesting_day)
    refuse_twice(Succession.objects.filter(partnership__isnull=True).prefetch_related("former_bodies", "former_areas"), locked)
    councils = [body for body in councils_replaced(locked, vesting_day) if body != council]
    refuse_bodies(councils, council, vesting_day)
    day = dates.say_short(vesting_day)
    why = f"From {day} in the place of {named(locked)}. {note}".strip()
    # The old areas end first: the new one may bear the name of one of them.
    for area in locked:
        _end(area, vesting_day, actor, why)
    area = _begin(successor, locked, vesting_day, actor, why) if isinstance(successor, NewArea) else successor
    body = _council(council, vesting_day, actor) if isinstance(council, str) else council
    passing = AreaPassing(tuple(locked), area, body, tuple(councils), vesting_day, note, actor, on)
    affected = Partnership.objects.filter(area_links__area__in=locked).distinct().order_by("name")
    lines = [f"{partnership}: {len(made.moved)} records" for partnership in affected if (made := succeed_area_in(partnership, passing))]
    for one in councils:
        if one.partnership_id is None:
            end_body(one, vesting_day, partnership=None, actor=actor, why=why)
    whole = Succession.objects.create(
        kind=SuccessionKind.AREA, area=area, vesting_day=vesting_day, note=note, moved=lines, entered_on=on, finished_on=on
    )
    whole.former_areas.set(locked)
    changes = {"Took the place of": ["", named(locked)], "Successor": ["", str(area)], "Vesting day": ["", day]}
    record("succession.added", actor=actor, partnership=None, target=whole, changes=changes, comment=note)
    return whole


def _end(area: LocalGovernmentArea, vesting_day: datetime.date, actor: User | None, why: str) -> None:
    current = lock(area)
    if current.ends:
        return
    current.ends = VagueDate.of(eve_of(vesting_day))
    current.version += 1
    current.save()
    changes = {"Until": ["", str(current.ends)]}
    record("localgovernmentarea.changed", actor=actor, partnership=None, target=current, changes=changes, comment=why)


def _begin(
    new: NewArea, former: Sequence[LocalGovernmentArea], vesting_day: datetime.date, actor: User | None, why: str
) -> LocalGovernmentArea:
    """Police area and region are taken over where the old areas agree on them."""
    police_areas, regions = {area.police_area for area in former}, {area.region for area in former}
    area = LocalGovernmentArea.objects.create(
        name=new.name,
        kind=new.kind,
        ons_code=new.ons_code,
        upper_tier=new.upper_tier,
        police_area=police_areas.pop() if len(police_areas) == 1 else None,
        region=regions.pop() if len(regions) == 1 else "",
        starts=VagueDate.of(vesting_day),
    )
    changes = differences({}, in_words(area))
    record("localgovernmentarea.added", actor=actor, partnership=None, target=area, changes=changes, comment=why)
    return area


def _council(name: str, vesting_day: datetime.date, actor: User | None) -> Organisation:
    body = add_organisation(name, OrganisationKind.COUNCIL, partnership=None, actor=actor)
    body.starts = VagueDate.of(vesting_day)
    body.save()
    return body
