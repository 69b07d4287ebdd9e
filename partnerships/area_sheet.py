"""Areas from a table that a person brings, read row by row. Pure: a text and what is here in, what each row would do out."""

import dataclasses
import datetime
import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from partnerships.models import LocalGovernmentArea, PoliceArea
from partnerships.models.area import AreaKind
from svduty.sheets import TRIGGERS
from svduty.vague_dates import VagueDate, parse

ONS_CODE = re.compile(r"[EW]\d{8}")
CODE_EXAMPLE = "An ONS code is E or W and eight numbers, for example E09000001."
COUNTY_ONLY_FOR_DISTRICTS = "Only a district in a two-tier county has a county above it."

FIELDS = {"ons code": "ons_code", "county": "upper_tier", "since": "starts", "until": "ends"}
KINDS = {word.lower(): kind for kind in AreaKind for word in (kind.value, kind.label)}


@dataclasses.dataclass
class Line:
    """One row. `number` counts as a spreadsheet does; `area` is the one it changes; `wrong` says what to put right.

    `changes`: field -> (as it is here, as it would be), by model field; for a new area the first is empty.
    """

    number: int
    name: str
    area: LocalGovernmentArea | None = None
    changes: dict[str, tuple[Any, Any]] = dataclasses.field(default_factory=dict)
    wrong: list[str] = dataclasses.field(default_factory=list)

    @property
    def does(self) -> str:
        """wrong, new, changes or nothing."""
        if self.wrong:
            return "wrong"
        return "new" if self.area is None else "changes" if self.changes else "nothing"

    @property
    def in_words(self) -> list[str]:
        """Each field it would set, for example "Police area: Anyshire"; for a change with what stands there now."""
        told = []
        for field, (now, value) in self.changes.items():
            label, words = _words_of(field, value)
            told.append(f"{label}: {words}, now {_words_of(field, now)[1] or 'not recorded'}" if self.area else f"{label}: {words}")
        return told


def _words_of(field: str, value: Any) -> tuple[str, str]:
    label = str(LocalGovernmentArea._meta.get_field(field).verbose_name)  # type: ignore[union-attr]  # a field of ours has a name
    return label, AreaKind(value).label if field == "kind" and value else str(value)


def read_lines(
    rows: Iterable[tuple[int, dict[str, str]]],
    areas: Iterable[LocalGovernmentArea],
    police_areas: Iterable[PoliceArea],
    today: datetime.date,
) -> list[Line]:
    """What each row would do. An empty cell changes nothing; the same area twice is wrong the second time."""
    given = list(rows)
    ending = {cells.get("ons code", "").upper() for _, cells in given if cells.get("until")}
    here = _Here(areas, ending)
    police = {area.name.lower(): area.name for area in police_areas}
    seen: dict[tuple[str, ...], int] = {}
    lines = []
    for number, cells in given:
        line = Line(number, cells.get("name") or cells.get("ons code") or "")
        wanted = _values(line, cells, police, today)
        here.find(line, wanted)
        _compare(line, wanted)
        for key in _keys(wanted):
            if seen.setdefault(key, number) != number:
                line.wrong.append(f"Row {seen[key]} is about the same area. Leave one of them out.")
                break
        lines.append(line)
    return lines


class _Here:
    """The areas that are here, for finding the one that a row is about: by its code, else by its name among those that stand."""

    def __init__(self, areas: Iterable[LocalGovernmentArea], ending: set[str]) -> None:
        self.by_code: dict[str, LocalGovernmentArea] = {}
        self.by_name: dict[str, list[LocalGovernmentArea]] = {}
        for area in areas:
            if area.ons_code:
                self.by_code[area.ons_code] = area
            if not area.ends and not (area.ons_code and area.ons_code in ending):
                self.by_name.setdefault(area.name.lower(), []).append(area)

    def find(self, line: Line, wanted: dict[str, Any]) -> None:
        code, kind = wanted.get("ons_code", ""), wanted.get("kind", "")
        named = [area for area in self.by_name.get(str(wanted.get("name", "")).lower(), []) if kind in ("", area.kind)]
        line.area = self.by_code.get(code)
        if line.area is None and len(named) == 1 and not (code and named[0].ons_code):
            line.area = named[0]
        elif kind and named and named[0] is not line.area and "ends" not in wanted:
            other = f"with the code {named[0].ons_code}" if named[0].ons_code else "without a code"
            line.wrong.append(f"{named[0].name} is listed already {other}. Say until when that one lasted first.")


def _keys(wanted: dict[str, Any]) -> list[tuple[str, ...]]:
    """What no two rows may share."""
    keys: list[tuple[str, ...]] = [("code", wanted["ons_code"])] if "ons_code" in wanted else []
    if {"name", "kind"} <= set(wanted) and "ends" not in wanted:
        keys.append(("name", wanted["name"].lower(), wanted["kind"]))
    return keys


def _values(line: Line, cells: dict[str, str], police: dict[str, str], today: datetime.date) -> dict[str, Any]:
    """The cells that say something, by model field; what is wrong with them goes to the line."""
    values: dict[str, Any] = {}
    for column, cell in cells.items():
        if not cell:
            continue
        if cell.startswith(TRIGGERS):
            line.wrong.append(f"“{cell[:20]}” in the column “{column}” begins like a formula. Take the first character away.")
        elif len(cell) > 100:
            line.wrong.append(f"The column “{column}” can have at most 100 characters; this has {len(cell)}. Shorten it.")
        else:
            values[FIELDS.get(column, column)] = cell
    if "ons_code" in values:
        values["ons_code"] = values["ons_code"].upper()
        if not ONS_CODE.fullmatch(values["ons_code"]):
            line.wrong.append(CODE_EXAMPLE)
    if "kind" in values:
        kind = KINDS.get(values["kind"].lower())
        if kind is None:
            line.wrong.append(f"“{values['kind']}” is no kind of area. The kinds are: {', '.join(AreaKind.values)}.")
        values["kind"] = kind or ""
    if "police area" in values:
        values["police_area"] = police.setdefault(values["police area"].lower(), values.pop("police area"))
    for field in {"starts", "ends"} & set(values):
        try:
            values[field] = parse(values[field], today)
        except ValidationError as error:
            line.wrong += error.messages
            del values[field]
    return values


def _compare(line: Line, wanted: dict[str, Any]) -> None:
    """Fill in what would change, and whether the area would then still make sense."""
    area = line.area
    for field, value in wanted.items():
        now = "" if area is None else str(area.police_area or "") if field == "police_area" else getattr(area, field) or ""
        if now != value:
            line.changes[field] = (now, value)
    kind = wanted.get("kind") or (area.kind if area else "")
    county = wanted.get("upper_tier") or (area.upper_tier if area else "")
    starts, ends = (wanted.get(field) or (getattr(area, field) if area else None) for field in ("starts", "ends"))
    if area is None and not {"name", "kind"} <= set(wanted):
        line.wrong.append("No area here fits this row, so it would be a new one: it needs a name and a kind.")
    if county and kind and kind != AreaKind.TWO_TIER_DISTRICT:
        line.wrong.append(f"{COUNTY_ONLY_FOR_DISTRICTS} Leave the county empty, or put the kind right.")
    if isinstance(starts, VagueDate) and isinstance(ends, VagueDate) and ends.latest < starts.earliest:
        line.wrong.append(f"It began on {starts}, so it cannot have ended on {ends}.")
