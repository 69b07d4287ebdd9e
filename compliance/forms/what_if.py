import datetime
from typing import Any

from django import forms

from compliance.requirements.law_dates import DUTY_BEGAN
from compliance.supposing import About, Supposed
from svduty import dates
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm

WEEKS, MOST_WEEKS = 4, 104


class WhatIfForm(KindForm):
    """Which days are thought of, and of which version. Nothing of it is kept."""

    mark_optional = False
    about = forms.ChoiceField(label="Of what", required=False)
    publish = DayFormField(label="If we publish on", required=False)
    approve = DayFormField(label="If we approve on", required=False)
    review = DayFormField(label="If we review on", required=False)
    weeks = forms.IntegerField(
        label="Weeks of consultation",
        required=False,
        min_value=1,
        max_value=MOST_WEEKS,
        error_messages=dict.fromkeys(
            ("invalid", "min_value", "max_value"), f"Enter the number of weeks as a figure from 1 to {MOST_WEEKS}, for example 4."
        ),
    )

    def __init__(self, *args: Any, choices: list[About], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices = {about.key: about for about in choices}
        field: Any = self.fields["about"]
        field.choices = [(about.key, about.label) for about in choices]
        if len(choices) == 1:
            field.widget = forms.HiddenInput()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        for name in ("publish", "approve", "review"):
            day: datetime.date | None = cleaned.get(name)
            if day and day < DUTY_BEGAN:
                self.add_error(name, f"The duty began on {dates.say_short(DUTY_BEGAN)}. Enter that day or a later one.")
        if not self.errors and not any(cleaned.get(name) for name in ("publish", "approve", "review")):
            self.add_error("publish", "Enter the day on which you think of publishing, for example 26 2 2027.")
        return cleaned

    @property
    def asked_about(self) -> About:
        """What was chosen, or the first there is."""
        return self.choices.get(self.cleaned_data.get("about", ""), next(iter(self.choices.values())))

    @property
    def supposed(self) -> Supposed:
        days = {name: self.cleaned_data[name] for name in ("publish", "approve", "review")}
        return Supposed(**days, weeks=self.cleaned_data["weeks"] or WEEKS)
