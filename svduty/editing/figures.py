"""A figure in one box: a whole number or up to two decimals, read as a person writes it. Never a float."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MOST = Decimal("9999999999.99")
EXAMPLE = "Enter a figure, for example 41 or 1,234.5."
BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
PLAIN = re.compile(r"-?(\d+(\.\d*)?|\.\d+)")
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d*)?")


def parse_figure(text: str) -> Decimal:
    """Read `41`, `1,234.5`, `12%` or `£300`. Raise ValidationError with a sentence that says what to do."""
    typed = text.strip()[:40]
    bare = text.strip().replace("\u2212", "-").removeprefix("£").removesuffix("%").strip()
    figures = BLANKS.sub(",", bare)
    if not figures.isascii() or not (PLAIN.fullmatch(figures) or GROUPED.fullmatch(figures)):
        raise ValidationError(f"“{typed}” is not a figure we can read. {EXAMPLE}", code="invalid")
    whole, _, part = figures.replace(",", "").partition(".")
    if len(part.rstrip("0")) > 2:
        raise ValidationError(f"“{typed}” has more than two figures after the point. {EXAMPLE}", code="decimals")
    if len(whole.lstrip("-0")) > 10:
        raise ValidationError(f"The most that can be kept is {MOST:,.2f}. Check the figures.", code="most")
    return Decimal(f"{whole if whole.strip('-') else whole + '0'}.{part[:2].ljust(2, '0')}")


def say_figure(value: Decimal) -> str:
    """`41`, `1,234.5`: without the noughts at its end."""
    said = f"{value:,.2f}".rstrip("0").rstrip(".").replace("-", "\u2212")
    return "0" if said == "\u22120" else said


class FigureField(forms.CharField):
    """`cleaned_data` holds a Decimal, or None where the box may be left empty."""

    def __init__(self, **kwargs: Any) -> None:
        for name in ("max_digits", "decimal_places", "min_value", "max_value", "localize"):
            kwargs.pop(name, None)
        kwargs.setdefault("max_length", 60)
        super().__init__(**kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "class": "govuk-input--width-10"}

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return parse_figure(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        return say_figure(value) if isinstance(value, Decimal) else value
