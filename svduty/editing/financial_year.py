"""A financial year in a form: chosen from those near by, shown as `2026/27`, kept as the year it begins in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from svduty import clock, dates

BEFORE, AFTER = 6, 5  # years beside the present one
FIRST, LAST = 2000, 2099


def years_near_by(*also: int | None) -> list[int]:
    """The financial years to choose from, newest first: those about the present one, and `also`."""
    here = dates.financial_year_of(clock.today())
    return sorted({*range(here - BEFORE, here + AFTER + 1), *(year for year in also if year)}, reverse=True)


class FinancialYearField(forms.TypedChoiceField):
    """`cleaned_data` holds the year as a number, or None. `offer` adds years of long ago, such as the one already recorded.

    A year that is not offered is taken all the same where an address or a partner's table names it: `2011/12` or `2011`.
    """

    def __init__(self, **kwargs: Any) -> None:
        for name in ("min_value", "max_value"):
            kwargs.pop(name, None)
        super().__init__(**{"coerce": read_financial_year, "empty_value": None, **kwargs})
        self.offer()

    def offer(self, *also: int | None) -> None:
        named = [(str(year), dates.say_financial_year(year)) for year in years_near_by(*also)]
        self.choices = [("", "Choose"), *named]

    def prepare_value(self, value: Any) -> Any:
        return "" if value is None else str(value)

    def to_python(self, value: Any) -> str:
        """The choice as it is offered: `2026/27` is sent by those who type it."""
        text = super().to_python(value)
        return text if not text or self.valid_value(text) else str(read_financial_year(text))

    def valid_value(self, value: Any) -> bool:
        return super().valid_value(value) or (str(value).isascii() and str(value).isdigit() and FIRST <= int(value) <= LAST)


def read_financial_year(text: str) -> int:
    """`2026`, `2026/27` or `2026-27` as 2026. Raise ValidationError when it is no financial year."""
    begins, _, ends = str(text).strip().replace("-", "/").partition("/")
    fits = begins.isascii() and begins.isdigit() and len(begins) == 4 and FIRST <= int(begins) <= LAST
    if not fits or (ends and ends not in (f"{(int(begins) + 1) % 100:02d}", str(int(begins) + 1))):
        raise ValidationError("Choose a financial year, for example 2026/27.", code="invalid_choice")
    return int(begins)
