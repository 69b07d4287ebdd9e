"""A date as papers give it: a day, a month, a season or a year. Stored as text in the Extended Date/Time Format (ISO 8601-2).

A vague date is a range. What happened "in January 2024" surely happened by 31 January and possibly on the 1st; rules ask
`latest` and `earliest` and never guess the day between.
"""

import dataclasses
import datetime
import enum
import functools
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models

from svduty import clock, dates

SEASONS = {"21": ("Spring", 3), "22": ("Summer", 6), "23": ("Autumn", 9), "24": ("Winter", 12)}
EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
EXACT_EXAMPLE = "Enter the exact day, for example 20 2 2024."
EXAMPLE = "Enter a date, for example 20 2 2024. A month or a season will do if that is all you know: February 2024, Spring 2024."


class Truth(enum.Enum):
    """What a vague date lets us say."""

    YES = "yes"
    NO = "no"
    MAYBE = "maybe"


@dataclasses.dataclass(frozen=True, order=True)
class VagueDate:
    """`earliest` and `latest` possible day; equal for an exact date. `edtf` is the stored text."""

    earliest: datetime.date
    latest: datetime.date
    edtf: str

    @classmethod
    def of(cls, day: datetime.date) -> "VagueDate":
        return cls(day, day, day.isoformat())

    # The same days stand in many thousand rows, and a VagueDate never changes.
    @classmethod
    @functools.lru_cache(maxsize=8192)
    def from_edtf(cls, text: str) -> "VagueDate":
        """Raise ValueError when `text` is no day, month, season or year."""
        if len(text) == 10:
            return cls.of(datetime.date.fromisoformat(text))
        if len(text) == 4:
            return cls(datetime.date(int(text), 1, 1), datetime.date(int(text), 12, 31), text)
        year, part = int(text[:4]), text[5:]
        if not re.fullmatch(r"\d{4}-\d{2}", text):
            raise ValueError(text)
        first_month, months = (SEASONS[part][1], 3) if part in SEASONS else (int(part), 1)
        last_year, last_month = divmod(year * 12 + first_month - 1 + months - 1, 12)
        return cls(datetime.date(year, first_month, 1), dates.last_day_of_month(last_year, last_month + 1), text)

    @property
    def exact(self) -> bool:
        return self.earliest == self.latest

    def by(self, day: datetime.date) -> Truth:
        """Did it happen on or before `day`?"""
        if self.latest <= day:
            return Truth.YES
        return Truth.NO if self.earliest > day else Truth.MAYBE

    def __str__(self) -> str:
        """`16 January 2024`, `January 2024`, `Spring 2024`, `Winter 2024 to 2025`, `2024`."""
        if self.exact:
            return dates.say_short(self.earliest)
        if len(self.edtf) == 4:
            return self.edtf
        year, part = self.edtf.split("-")
        if part not in SEASONS:
            return f"{dates.MONTHS[int(part) - 1]} {year}"
        return f"{SEASONS[part][0]} {year}" + (f" to {int(year) + 1}" if part == "24" else "")


def parse(text: str, today: datetime.date, example: str = EXAMPLE) -> VagueDate:
    """Read what a person types: `22 11 2026`, `22/11/26`, `today`, `22 November 2026`, `November 2026`, `Spring 2024`, `2024`.

    Raise ValidationError with a sentence that says what to do and ends with `example`.
    """
    words = re.sub(r"[\s,./-]+", " ", text.strip().lower().removesuffix("."))
    words = re.sub(r"\b(\d{1,2})(st|nd|rd|th)\b", r"\1", words)
    words = re.sub(r"\([a-z]+\)", "", words).strip()
    if words == "today":
        return VagueDate.of(today)
    if words == "yesterday":
        return VagueDate.of(today - datetime.timedelta(days=1))
    parts = [part for part in words.split(" ") if part not in _WEEKDAYS]
    try:
        found = _read(parts)
    except NoSuchDay as error:
        raise ValidationError(str(error), code="invalid") from None
    except (ValueError, KeyError):
        raise ValidationError(f"“{text.strip()[:40]}” is not a date we can read. {example}", code="invalid") from None
    if not EARLIEST_YEAR <= found.earliest.year <= LATEST_YEAR:
        raise ValidationError(f"The year must be between {EARLIEST_YEAR} and {LATEST_YEAR}. {example}", code="invalid")
    return found


def parse_day(text: str, today: datetime.date) -> datetime.date:
    """As `parse`, but only an exact day will do."""
    found = parse(text, today, EXACT_EXAMPLE)
    if not found.exact:
        raise ValidationError(f"{found} is more than one day. {EXACT_EXAMPLE}", code="invalid")
    return found.earliest


class NoSuchDay(ValueError):
    """Read well, but the month is shorter than that."""


def _day(year: int, month: int, day: int) -> datetime.date:
    last = dates.last_day_of_month(year, month)
    if day > last.day:
        raise NoSuchDay(f"{dates.MONTHS[month - 1]} {year} has {last.day} days. Check the day.")
    return last.replace(day=day)


_WEEKDAYS = {name[:length] for name in ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"] for length in (3, 9)}
_SEASON_NUMBERS = {name.lower(): number for number, (name, _) in SEASONS.items()}


def _read(parts: list[str]) -> VagueDate:
    if len(parts) == 4 and parts[0] == "winter" and parts[2] == "to" and _year(parts[3]) == _year(parts[1]) + 1:
        parts = parts[:2]
    if len(parts) == 3 and len(parts[0]) == 4:
        parts = parts[::-1]
    if len(parts) == 3:
        return VagueDate.of(_day(_year(parts[2]), _month(parts[1]), int(parts[0])))
    if len(parts) == 2 and parts[0] in _SEASON_NUMBERS:
        return VagueDate.from_edtf(f"{_year(parts[1]):04}-{_SEASON_NUMBERS[parts[0]]}")
    if len(parts) == 2:
        month, year = parts[::-1] if parts[0].isdigit() and len(parts[0]) == 4 else parts
        return VagueDate.from_edtf(f"{_year(year):04}-{_month(month):02}")
    if len(parts) == 1 and len(parts[0]) == 4:
        return VagueDate.from_edtf(f"{_year(parts[0]):04}")
    raise ValueError(parts)


def _month(text: str) -> int:
    if text.isdigit():
        if not 1 <= int(text) <= 12:
            raise ValueError(text)
        return int(text)
    for number, name in enumerate(dates.MONTHS, start=1):
        if len(text) >= 3 and name.lower().startswith(text):
            return number
    raise ValueError(text)


def _year(text: str) -> int:
    if len(text) not in (2, 4):
        raise ValueError(text)
    return int(text) + (2000 if len(text) == 2 else 0)


def lasts_on(starts: VagueDate | None, ends: VagueDate | None, day: datetime.date) -> bool:
    """Does something that began and ended on these dates possibly stand on `day`? An unrecorded end is open."""
    return (starts is None or starts.by(day) is not Truth.NO) and (ends is None or ends.latest >= day)


class VagueDateFormField(forms.CharField):
    """One box for a date, read as a person writes it. `cleaned_data` holds a VagueDate or None."""

    def __init__(self, *, exact: bool = False, **kwargs: Any) -> None:
        self.exact = exact
        kwargs.setdefault("max_length", 60)
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("class", "govuk-input--width-10")
        self.widget.attrs.setdefault("autocomplete", "off")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        if not text:
            return None
        return VagueDate.of(parse_day(text, clock.today())) if self.exact else parse(text, clock.today())

    def prepare_value(self, value: Any) -> Any:
        return str(value) if isinstance(value, VagueDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.clean(data) != initial
        except ValidationError:
            return True


class VagueDateField(models.Field):
    """A VagueDate kept as EDTF text. `exact=True` takes only days. Texts of days sort in date order."""

    def __init__(self, *args: Any, exact: bool = False, **kwargs: Any) -> None:
        self.exact = exact
        kwargs["max_length"] = 10
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        del kwargs["max_length"]
        if self.exact:
            kwargs["exact"] = True
        return name, path, args, kwargs

    def get_internal_type(self) -> str:
        return "CharField"

    def from_db_value(self, value: str | None, expression: Any, connection: Any) -> VagueDate | None:
        return VagueDate.from_edtf(value) if value else None

    def to_python(self, value: Any) -> VagueDate | None:
        if value is None or isinstance(value, VagueDate):
            return value
        if isinstance(value, datetime.date):
            return VagueDate.of(value)
        try:
            return VagueDate.from_edtf(value)
        except (ValueError, TypeError):
            raise ValidationError(EXAMPLE, code="invalid") from None

    def get_prep_value(self, value: Any) -> str | None:
        found = self.to_python(value)
        return found.edtf if found else None

    def value_to_string(self, obj: models.Model) -> str:
        return self.get_prep_value(self.value_from_object(obj)) or ""

    def formfield(self, **kwargs: Any) -> Any:
        kwargs.pop("max_length", None)
        return super().formfield(**{"form_class": VagueDateFormField, "exact": self.exact, **kwargs})
