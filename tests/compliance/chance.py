"""Chance for random histories: one number in, the same choices and days out, thick with the days on which an answer turns."""

import datetime
import random
from collections.abc import Callable
from typing import Any

from svduty.vague_dates import VagueDate

TURNING_DAYS = [datetime.date.fromisoformat(text) for text in ("2023-01-31", "2024-01-31", "2024-02-29", "2025-12-31")]
GAPS = [*range(-8, 9), -400, -91, -90, -29, -28, 20, 28, 29, 90, 200, 400]
FIRST_DAY, LAST_DAY = datetime.date(2022, 5, 1), datetime.date(2027, 1, 31)
LONG_AGO = VagueDate.of(datetime.date(2022, 1, 1))
Day = datetime.date
Span = tuple[VagueDate | None, VagueDate | None]


class Chance:
    """Grows one thing from a number; the same number grows the same one."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.last_pk = 0

    # Chance

    def often(self, usual: Any, *others: Any) -> Any:
        """`usual` four times out of five."""
        return usual if self.chance.random() < 0.8 else self.chance.choice(others)

    def times(self, make: Callable[[], Any], *counts: int) -> tuple[Any, ...]:
        return tuple(make() for _ in range(self.chance.choice(counts)))

    def pk(self) -> int:
        self.last_pk += 1
        return self.last_pk

    # Days

    def day(self) -> Day:
        if self.chance.random() < 0.6:
            return self.chance.choice(TURNING_DAYS) + datetime.timedelta(days=self.chance.choice(GAPS))
        return FIRST_DAY + datetime.timedelta(days=self.chance.randrange((LAST_DAY - FIRST_DAY).days))

    def vague(self, day: Day | None = None) -> VagueDate:
        """Mostly a day; some months and seasons, few years."""
        day = day or self.day()
        kind = self.chance.choice(["day"] * 9 + ["month"] * 2 + ["season", "year"])
        if kind == "day":
            return VagueDate.of(day)
        if kind == "year":
            return VagueDate.from_edtf(f"{day.year:04}")
        return VagueDate.from_edtf(f"{day.year:04}-{day.month if kind == 'month' else 21 + day.month % 4:02}")

    def near(self, day: Day) -> VagueDate:
        """Within a week or so, where seven days turn."""
        return self.vague(day + datetime.timedelta(days=self.chance.choice([-30, -1, 0, 0, 1, 4, 5, 6, 6, 7, 8, 13, 40])))

    def span(self) -> Span:
        """A start and an end; mostly open since before the duty, sometimes unrecorded."""
        shape = self.chance.choice(["open"] * 5 + ["unrecorded", "started", "ended", "both"])
        if shape in ("open", "unrecorded"):
            return (LONG_AGO if shape == "open" else None), None
        one, other = sorted([self.vague(), self.vague()])
        return (one if shape != "ended" else None), (other if shape != "started" else None)


def days(*counts: int) -> list[datetime.timedelta]:
    return [datetime.timedelta(days=count) for count in counts]
