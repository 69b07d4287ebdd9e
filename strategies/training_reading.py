"""Training added up by sector. Pure: no database."""

import dataclasses
from collections.abc import Iterable

from strategies.models import TrainingRecord
from strategies.models.training import Sector


@dataclasses.dataclass(frozen=True)
class SectorLine:
    """`times`: how often people of the sector were trained. `people`: how many, as far as it is known; `untold`: how often it is not."""

    sector: Sector
    times: int
    people: int
    untold: int

    @property
    def name(self) -> str:
        return self.sector.label

    @property
    def people_words(self) -> str:
        """`120`, `120 and more`, or that no number is recorded."""
        if not self.people:
            return "Not recorded" if self.untold else "None"
        return f"{self.people:,}{' and more' if self.untold else ''}"


def by_sector(records: Iterable[TrainingRecord]) -> list[SectorLine]:
    """Every sector in its order, those that nobody trained too. What was withdrawn does not count."""
    standing = [record for record in records if record.withdrawn_on is None]
    return [_line(sector, [record for record in standing if record.sector == sector]) for sector in Sector]


def _line(sector: Sector, records: list[TrainingRecord]) -> SectorLine:
    known = [record.people for record in records if record.people]
    return SectorLine(sector, len(records), sum(known), len(records) - len(known))
