"""A time of day in one box, read as a person writes it."""

import datetime
import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

EXAMPLE = "Enter a time of day, for example 14:00 or 2pm."


def parse_time(text: str) -> datetime.time:
    """Read `14:00`, `14.30`, `1430`, `2pm`, `2.30 pm`, `noon`. Raise ValidationError with a sentence that says what to do."""
    words = text.strip().lower()
    if words in ("noon", "midday"):
        return datetime.time(12)
    found = re.fullmatch(r"(\d{1,2})(?:[:. ]?(\d{2}))?\s*(?:([ap])\.?m\.?)?", words)
    hour, minute, half = (int(found[1]), int(found[2] or 0), found[3]) if found else (24, 0, None)
    if half:
        hour = 24 if not 1 <= hour <= 12 else hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59:
        raise ValidationError(f"“{text.strip()[:40]}” is not a time we can read. {EXAMPLE}", code="invalid")
    return datetime.time(hour, minute)


class TimeOfDayField(forms.CharField):
    """`cleaned_data` holds a time or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 20)
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("class", "govuk-input--width-5")
        self.widget.attrs.setdefault("autocomplete", "off")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return parse_time(text) if text else None

    def prepare_value(self, value: Any) -> Any:
        return f"{value:%H:%M}" if isinstance(value, datetime.time) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return bool(self.clean(data) != initial)
        except ValidationError:
            return True
