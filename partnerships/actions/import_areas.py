import dataclasses
import datetime

from django.db import transaction

from partnerships.actions.save_record import differences, in_words
from partnerships.area_columns import read_sheet
from partnerships.area_sheet import Line, read_lines
from partnerships.audit.record import record
from partnerships.models import LocalGovernmentArea, PoliceArea, User
from svduty.vague_dates import VagueDate


@dataclasses.dataclass(frozen=True)
class Source:
    """Where a table is from: said by whoever brings it, and kept on every area that it adds or changes."""

    name: str
    as_at: VagueDate | None
    licence: str


class SheetHasMistakes(Exception):
    """A row is wrong, so nothing was written."""


def dry_run(text: str, *, on: datetime.date) -> list[Line]:
    """What the table would do, writing nothing. Raises SheetRefused."""
    rows = read_sheet(text)
    return read_lines(rows, LocalGovernmentArea.objects.select_related("police_area"), PoliceArea.objects.all(), on)


@transaction.atomic
def import_areas(text: str, source: Source, *, actor: User | None, on: datetime.date) -> tuple[int, int]:
    """Add and change the areas of the table, all of it or nothing. Returns how many were added and how many changed.

    Raises SheetRefused, and SheetHasMistakes when a row is wrong.
    """
    list(LocalGovernmentArea.objects.select_for_update().values_list("pk"))  # nobody else brings areas meanwhile
    lines = dry_run(text, on=on)
    if any(line.wrong for line in lines):
        raise SheetHasMistakes
    police = {area.name: area for area in PoliceArea.objects.all()}
    done = {"new": 0, "changes": 0}
    # What ends goes first: another of its name may begin in the same table.
    for line in sorted(lines, key=lambda line: "ends" not in line.changes):
        if line.does in done:
            _write(line, source, police, actor)
            done[line.does] += 1
    return done["new"], done["changes"]


def _write(line: Line, source: Source, police: dict[str, PoliceArea], actor: User | None) -> None:
    area = line.area or LocalGovernmentArea()
    before = in_words(area) if line.area else {}
    for field, (_, value) in line.changes.items():
        setattr(area, field, _police_area(value, police, actor) if field == "police_area" else value)
    area.source, area.source_date, area.licence = source.name, source.as_at, source.licence
    if line.area:
        area.version += 1
    area.save()
    verb = "changed" if line.area else "added"
    comment = ", ".join(str(part) for part in (source.name, source.as_at, source.licence) if part)
    changes = differences(before, in_words(area))
    record(f"localgovernmentarea.{verb}", actor=actor, partnership=None, target=area, changes=changes, comment=comment)


def _police_area(name: str, police: dict[str, PoliceArea], actor: User | None) -> PoliceArea:
    if name not in police:
        police[name] = PoliceArea.objects.create(name=name)
        record("policearea.added", actor=actor, partnership=None, target=police[name], changes={"Name": ["", name]})
    return police[name]
