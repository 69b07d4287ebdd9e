"""Days for invented records to have happened on, and a shelf from which their rows are written in bulk."""

import datetime
from typing import Any

from django.db import models

from svduty import clock
from svduty.vague_dates import VagueDate

BEGAN = datetime.date(2023, 1, 31)


class Shelf:
    """Rows waiting to be written, a model's together, the model that was first put there first."""

    def __init__(self) -> None:
        self.rows: dict[type[models.Model], list[Any]] = {}

    def add(self, row: Any) -> Any:
        self.rows.setdefault(type(row), []).append(row)
        return row

    def write(self) -> None:
        for model, rows in self.rows.items():
            model._base_manager.bulk_create(rows, batch_size=500)
        self.rows = {}


class Spread:
    """The days from the beginning of the duty to yesterday, by the fraction that has passed."""

    def __init__(self) -> None:
        self.days = (clock.today() - BEGAN).days - 1

    def day(self, fraction: float, later: int = 0) -> datetime.date:
        return min(self.planned(fraction, later), BEGAN + datetime.timedelta(days=self.days))

    def planned(self, fraction: float, later: int = 0) -> datetime.date:
        """As `day`, but it may lie ahead."""
        return BEGAN + datetime.timedelta(days=int(self.days * fraction) + later)

    def vague(self, fraction: float, later: int = 0) -> VagueDate:
        return VagueDate.of(self.day(fraction, later))

    def moment(self, fraction: float) -> datetime.datetime:
        return datetime.datetime.combine(self.day(fraction), datetime.time(12), datetime.UTC)

    def between(self, start: float, end: float) -> tuple[datetime.date, datetime.date]:
        """First and last day of a time that begins where the one before it ended."""
        return self.day(start) + datetime.timedelta(days=1), self.day(end)
