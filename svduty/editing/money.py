"""An amount of money in one box: pounds with exact pence, read as a person writes it. Never a float."""

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

MOST = Decimal("999999999.99")
EXAMPLE = "Enter pounds and pence, for example 1,234.56."
BLANKS = re.compile(r"[\s\u00a0\u202f\u2009]+")
LESS = re.compile(r"£?\s*[-\u2212\u2013]|\(£?[\d.,\s]+\)$")
PLAIN = re.compile(r"\d+(\.\d*)?|\.\d+")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")


def parse_money(text: str, *, may_be_nothing: bool = False) -> Decimal:
    """Read `1,234.56`, `£1234.56` or `1 234.5` as pounds. Raise ValidationError with a sentence that says what to do.

    Refused: nothing, unless it `may_be_nothing`; less than nothing, more than two decimals, more than 999,999,999.99, and all that is no
    plain number.
    """
    typed = text.strip()[:40]
    if LESS.match(text.strip()):
        raise ValidationError("An amount cannot be less than 0. To take one back, withdraw the line that has it.", code="negative")
    # A blank between figures parts thousands, as a comma does.
    figures = BLANKS.sub(",", text.strip().removeprefix("£").strip())
    if not figures.isascii() or not (PLAIN.fullmatch(figures) or GROUPED.fullmatch(figures)):
        raise ValidationError(f"“{typed}” is not an amount we can read. {EXAMPLE} Use figures only, in full.", code="invalid")
    pounds, _, pence = figures.replace(",", "").partition(".")
    if len(pence.rstrip("0")) > 2:
        raise ValidationError(f"“{typed}” has more than two figures after the point. {EXAMPLE}", code="pence")
    if len(pounds.lstrip("0")) > 9:
        raise ValidationError(f"The most that can be kept as one amount is {MOST:,.2f}. Check the figures, or split it.", code="most")
    amount = Decimal(f"{pounds or 0}.{pence[:2].ljust(2, '0')}")
    if not amount and not may_be_nothing:
        raise ValidationError(f"Enter an amount above 0. {EXAMPLE}", code="zero")
    return amount


def say_money(amount: Decimal) -> str:
    """`1,234.56`, and `\u221220.00` for less than nothing: how every page and paper writes pounds."""
    return f"{amount:,.2f}".replace("-", "\u2212")


class MoneyField(forms.CharField):
    """`cleaned_data` holds a Decimal with two decimals, or None where the box may be left empty."""

    prefix = "£"
    may_be_nothing = False

    def __init__(self, **kwargs: Any) -> None:
        # A model field offers these; they are kept by parse_money.
        for name in ("max_digits", "decimal_places", "min_value", "max_value", "localize"):
            kwargs.pop(name, None)
        kwargs.setdefault("max_length", 60)
        super().__init__(**kwargs)
        self.widget.attrs |= {"inputmode": "decimal", "autocomplete": "off", "class": "govuk-input--width-10"}

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return parse_money(text, may_be_nothing=self.may_be_nothing) if text else None

    def prepare_value(self, value: Any) -> Any:
        return say_money(value) if isinstance(value, Decimal) else value
