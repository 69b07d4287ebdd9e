"""A plain date in one box, read as a person writes it, for model fields that hold an exact day."""

import datetime
from typing import Any

from django import forms

from svduty import clock, dates
from svduty.vague_dates import parse_day


class DayFormField(forms.CharField):
    """`cleaned_data` holds a date or None; a month or a year alone is refused with a sentence."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 60)
        super().__init__(**kwargs)
        self.widget.attrs.setdefault("class", "govuk-input--width-10")
        self.widget.attrs.setdefault("autocomplete", "off")

    def clean(self, value: Any) -> Any:
        text = super().clean(value)
        return parse_day(text, clock.today()) if text else None

    def prepare_value(self, value: Any) -> Any:
        return dates.say_short(value) if isinstance(value, datetime.date) else value
