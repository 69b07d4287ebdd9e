"""Who is missing on a day: the places of each area that nobody fills, and the bodies that no longer come. Pure: from facts."""

import dataclasses
import datetime

from compliance.facts import AreaFacts, HolderFacts, PartnershipFacts, lasts_on
from compliance.requirements.boards import leading_boards
from compliance.requirements.versions import areas_on
from partnerships.needed_places import needed_kinds
from partnerships.represented import missed


@dataclasses.dataclass(frozen=True)
class Silent:
    """A body that fills a place and was at none of the last meetings."""

    body: str
    days: tuple[datetime.date, ...]


@dataclasses.dataclass(frozen=True)
class MissingIn:
    """One area: how many kinds of body the law wants there (both councils where there are two), which are missing, who is silent.

    `coming`: (kind, body, from when) of those missing kinds that somebody fills later.
    """

    area_pk: int
    area: str
    needed: int
    missing: tuple[str, ...]
    coming: tuple[tuple[str, str, str], ...]
    silent: tuple[Silent, ...]


def who_is_missing(facts: PartnershipFacts, on: datetime.date) -> list[MissingIn]:
    """One answer an area that is covered on the day and where a kind of body was asked for then."""
    return [found for area in areas_on(facts, on) if (found := _in_area(facts, area, on))]


def _in_area(facts: PartnershipFacts, area: AreaFacts, on: datetime.date) -> MissingIn | None:
    needed = {kind.code: kind.name for kind in needed_kinds(facts.authority_types, area, on)}
    if not needed:
        return None
    wanted = [holder for holder in facts.holders if holder.area_pk == area.pk and holder.capacity in needed]
    here = [holder for holder in wanted if lasts_on(holder.starts, holder.ends, on)]
    missing = set(needed) - {holder.capacity for holder in here}
    coming = [one for one in wanted if one.capacity in missing and one.starts and one.starts.earliest > on]
    return MissingIn(
        area_pk=area.pk,
        area=area.name,
        needed=len(needed),
        missing=tuple(name for code, name in needed.items() if code in missing),
        coming=tuple((needed[one.capacity], one.organisation, str(one.starts)) for one in coming),
        silent=tuple(_silent(facts, here, on)),
    )


def _silent(facts: PartnershipFacts, here: list[HolderFacts], on: datetime.date) -> list[Silent]:
    boards = leading_boards(facts, on)
    days = {one.pk: missed(one.organisation_pk, one.capacity, one.starts, boards, on) for one in here}
    return [Silent(one.organisation, tuple(days[one.pk])) for one in here if days[one.pk]]
