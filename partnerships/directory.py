"""Who takes part in which area, arranged for reading. Pure: rows in, groups out."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships.models import AuthorityType, DutyHolder, LocalGovernmentArea, PartnershipArea
from partnerships.models.body import NeededIn, Standing
from svduty.editing.records import Lasting
from svduty.vague_dates import Truth


@dataclasses.dataclass
class AreaGroup:
    """One area: the link that makes it the partnership's (None where only bodies remain), bodies now and before, and the kinds of
    specified authority of which none is entered: a plain fact of the list, not a finding."""

    area: LocalGovernmentArea
    link: PartnershipArea | None
    bodies: list[DutyHolder]
    earlier: list[DutyHolder]
    not_entered: list[AuthorityType]


def is_over(record: Lasting, on: datetime.date) -> bool:
    """Has it surely ended before `on`?"""
    return bool(record.ends and record.ends.latest < on)


def in_force(kind: AuthorityType, on: datetime.date) -> bool:
    """Do Schedules 1 and 2 name this kind on that day?"""
    begun = kind.starts is None or kind.starts.by(on) is not Truth.NO
    return begun and not is_over(kind, on)


def by_area(
    links: Iterable[PartnershipArea], holders: Iterable[DutyHolder], kinds: Iterable[AuthorityType], on: datetime.date
) -> list[AreaGroup]:
    """One group an area, those covered now first, each by name."""
    current = {link.area_id: link for link in links if not is_over(link, on)}
    groups = {link.area_id: AreaGroup(link.area, link, [], [], []) for link in current.values()}
    for holder in holders:
        group = groups.setdefault(holder.area_id, AreaGroup(holder.area, None, [], [], []))
        (group.earlier if is_over(holder, on) else group.bodies).append(holder)
    wanted = [kind for kind in kinds if kind.standing == Standing.SPECIFIED and in_force(kind, on)]
    for group in groups.values():
        if group.link:
            held = {holder.capacity_id for holder in group.bodies}
            group.not_entered = [kind for kind in wanted if kind.pk not in held and _needed(kind, group.area)]
    return sorted(groups.values(), key=lambda group: (group.link is None, group.area.name))


def _needed(kind: AuthorityType, area: LocalGovernmentArea) -> bool:
    return kind.needed_in == NeededIn.EVERY_AREA or (kind.needed_in == NeededIn.TWO_TIER and area.two_tier)
