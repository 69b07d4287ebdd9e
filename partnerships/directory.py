"""Who takes part in which area, arranged for reading. Pure: rows in, groups out."""

import dataclasses
import datetime
from collections.abc import Iterable

from partnerships.models import AuthorityType, DutyHolder, LocalGovernmentArea, PartnershipArea
from partnerships.needed_places import needed_kinds
from svduty.editing.records import Lasting
from svduty.vague_dates import Truth, lasts_on


@dataclasses.dataclass
class Place:
    """A kind of body that the law wants in the area, the bodies that fill it, and those that will."""

    kind: AuthorityType
    bodies: list[DutyHolder]
    coming: list[DutyHolder]

    @property
    def empty(self) -> bool:
        return not self.bodies


@dataclasses.dataclass
class AreaGroup:
    """One area on one day. `link` makes it the partnership's (None where only bodies remain); `coming`: it will be, from `on`.

    `places`: those the law wants there; `further`: bodies in other capacities, now or soon; `earlier`: those that took part before.
    """

    area: LocalGovernmentArea
    link: PartnershipArea | None
    on: datetime.date
    coming: bool = False
    places: list[Place] = dataclasses.field(default_factory=list)
    further: list[DutyHolder] = dataclasses.field(default_factory=list)
    earlier: list[DutyHolder] = dataclasses.field(default_factory=list)

    @property
    def bodies(self) -> list[DutyHolder]:
        """Everybody who takes part on the day."""
        return [holder for place in self.places for holder in place.bodies] + [one for one in self.further if not is_coming(one, self.on)]

    @property
    def not_entered(self) -> list[AuthorityType]:
        """The kinds that nobody fills and nobody will."""
        return [place.kind for place in self.places if place.empty and not place.coming]


def is_over(record: Lasting, on: datetime.date) -> bool:
    """Has it surely ended before `on`?"""
    return bool(record.ends and record.ends.latest < on)


def is_coming(record: Lasting, on: datetime.date) -> bool:
    """Does it surely begin after `on`?"""
    return bool(record.starts and record.starts.by(on) is Truth.NO)


def by_area(
    links: Iterable[PartnershipArea], holders: Iterable[DutyHolder], kinds: Iterable[AuthorityType], on: datetime.date
) -> list[AreaGroup]:
    """One group an area: those covered on the day by name, then those to come, as on their first day, then those that remain."""
    groups = {link.area_id: group for link in links if (group := _group(link, on))}
    schedule = list(kinds)
    for group in groups.values():
        group.places = [Place(kind, [], []) for kind in needed_kinds(schedule, group.area, group.on)]
    for holder in holders:
        group = groups.setdefault(holder.area_id, AreaGroup(holder.area, None, on))
        _put(holder, group)
    return sorted(groups.values(), key=lambda group: (group.link is None, group.coming, group.area.name))


def _group(link: PartnershipArea, on: datetime.date) -> AreaGroup | None:
    """None when the partnership has left the area, or the area has ended."""
    area = link.area
    if is_over(link, on) or is_over(area, on):
        return None
    begins = max([on, *(starts.earliest for starts in (link.starts, area.starts) if starts)])
    return AreaGroup(area, link, begins, coming=begins > on)


def _put(holder: DutyHolder, group: AreaGroup) -> None:
    place = next((place for place in group.places if place.kind.pk == holder.capacity_id), None)
    if is_over(holder, group.on):
        group.earlier.append(holder)
    elif place is None:
        group.further.append(holder)
    elif lasts_on(holder.starts, holder.ends, group.on):
        place.bodies.append(holder)
    else:
        place.coming.append(holder)
