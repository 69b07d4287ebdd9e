"""How pages write money and financial years."""

from decimal import Decimal
from typing import Any

from django import template

from svduty import dates
from svduty.editing.money import say_money

register = template.Library()


@register.filter
def money(amount: Any) -> str:
    """{{ line.amount|money }}: `£1,234.56`, and `\u2212£20.00` for less than nothing; nothing where there is no amount."""
    if not isinstance(amount, Decimal):
        return ""
    return f"{chr(0x2212) if amount < 0 else ''}£{say_money(abs(amount))}"


@register.filter
def financial_year(year: Any) -> str:
    """{{ line.year|financial_year }}: `2026/27`."""
    return dates.say_financial_year(year) if isinstance(year, int) else ""
