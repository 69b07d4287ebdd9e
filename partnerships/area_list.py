"""The list of local government areas that comes with the service, and how it compares with the areas that are here. Pure.

It is the lookup of lower tier to upper tier local authorities in England and Wales of April 2021 by the Office for National Statistics,
under the Open Government Licence v3.0. It names codes, names and, for districts, the county: no region, no police area, no dates.
"""

import dataclasses
import functools
from collections.abc import Iterable

import qlacref_authorities

from partnerships.models import LocalGovernmentArea
from partnerships.models.area import AreaKind
from svduty.vague_dates import VagueDate

SOURCE = "Office for National Statistics: lower tier to upper tier local authority lookup, England and Wales"
AS_AT = VagueDate.from_edtf("2021-04")
LICENCE = "Open Government Licence v3.0"

# The first three characters of a code say what kind of area it is. For Wales they do not say whether county or county borough.
KIND_BY_PREFIX = {
    "E06": AreaKind.UNITARY,
    "E07": AreaKind.TWO_TIER_DISTRICT,
    "E08": AreaKind.METROPOLITAN,
    "E09": AreaKind.LONDON_BOROUGH,
    "W06": AreaKind.WELSH,
}
KIND_BY_NAME = {"City of London": AreaKind.CITY, "Isles of Scilly": AreaKind.SCILLY}
WELSH_KINDS = {AreaKind.WELSH, AreaKind.WELSH_COUNTY, AreaKind.WELSH_BOROUGH}


@dataclasses.dataclass(frozen=True)
class ListedArea:
    ons_code: str
    name: str
    kind: AreaKind
    upper_tier: str


@dataclasses.dataclass(frozen=True)
class Unlike:
    """An area that is here and not as in the list. `differences`: (what, here, in the list)."""

    area: LocalGovernmentArea
    differences: tuple[tuple[str, str, str], ...]


@dataclasses.dataclass(frozen=True)
class Compared:
    """`missing` are in the list and not here; `unlike` are here, and nothing of theirs is overwritten; `same`: how many agree."""

    missing: list[ListedArea]
    unlike: list[Unlike]
    same: int

    @property
    def total(self) -> int:
        return len(self.missing) + len(self.unlike) + self.same


@functools.cache
def listed_areas() -> tuple[ListedArea, ...]:
    """Every area of the list, in its order."""
    records: list[dict[str, str]] = qlacref_authorities.records
    return tuple(_listed(record) for record in records)


def _listed(record: dict[str, str]) -> ListedArea:
    code, name = record["LTLA21CD"], record["LTLA21NM"]
    kind = KIND_BY_NAME.get(name) or KIND_BY_PREFIX[code[:3]]
    county = record["UTLA21NM"] if record["UTLA21CD"] != code else ""
    return ListedArea(code, name, kind, county)


def compare(here: Iterable[LocalGovernmentArea], listed: Iterable[ListedArea]) -> Compared:
    """An area is the same one if its code is; without a code here, if name and kind are."""
    areas = list(here)
    by_code = {area.ons_code: area for area in areas if area.ons_code}
    by_name = {(_plain(area.name), AreaKind(area.kind)): area for area in areas if not area.ends}
    found = Compared([], [], 0)
    same = 0
    for one in listed:
        area = by_code.get(one.ons_code) or by_name.get((_plain(one.name), one.kind))
        if area is None:
            found.missing.append(one)
        elif differences := _differences(area, one):
            found.unlike.append(Unlike(area, differences))
        else:
            same += 1
    return dataclasses.replace(found, same=same)


def _plain(name: str) -> str:
    """Lists say Barnet, papers often London Borough of Barnet."""
    return name.lower().removeprefix("london borough of ").removeprefix("royal borough of ")


def _differences(area: LocalGovernmentArea, one: ListedArea) -> tuple[tuple[str, str, str], ...]:
    pairs = [("ONS code", area.ons_code, one.ons_code), ("Name", area.name, one.name), ("County", area.upper_tier, one.upper_tier)]
    # The list says only that an area is in Wales; whoever says which sort of county it is knows more.
    if area.kind != one.kind and not (one.kind == AreaKind.WELSH and area.kind in WELSH_KINDS):
        pairs.append(("Kind of area", area.get_kind_display(), one.kind.label))
    return tuple(pair for pair in pairs if pair[1] != pair[2])
