from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.core.validators import MaxValueValidator, MinValueValidator

from compliance.models import DeadlineSetting, RequirementWording
from svduty.editing.forms import RecordForm

LONGEST = 366  # days: a window of more than a year would call every yearly date "due soon" for ever

COUNTED = {
    "DL-02": "How many days after approval.",
    "DL-15": "How many days an action may be past its day before it is called overdue.",
    "DL-17": "How many days after it was asked.",
}


class RequirementWordingForm(RecordForm[RequirementWording]):
    class Meta:
        model = RequirementWording
        fields = ["starts", "plain", "paragraph"]
        help_texts = {
            "starts": "The day from which this wording holds, for example 1 4 2027. What is as at an earlier day keeps the one before.",
            "plain": "One or two sentences. Leave it empty for the service's own words.",
            "paragraph": "For example 42 or 42 to 45. Leave it empty if you do not have it at hand.",
        }
        error_messages = {
            NON_FIELD_ERRORS: {
                "unique_together": "There is a wording of this duty from that day already. Change that one, or choose another day."
            }
        }

    def _get_validation_exclusions(self) -> set[str]:
        """The duty is set by the page, and with the day it makes a wording unique."""
        return super()._get_validation_exclusions() - {"code"}


class DeadlineSettingForm(RecordForm[DeadlineSetting]):
    """A local target can be set only where the law leaves the date open."""

    class Meta:
        model = DeadlineSetting
        fields = ["window_days", "target_days"]
        help_texts = {
            "window_days": "From how many days before its date the duty is shown as due soon.",
            "target_days": "The law sets no date here: this is a number of your own, and every page says so.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.target_days is None:
            del self.fields["target_days"]
        elif self.instance.code in COUNTED:
            self.fields["target_days"].help_text = f"{COUNTED[self.instance.code]} {self.fields['target_days'].help_text}"
        for name in {"window_days", "target_days"} & set(self.fields):
            _whole_days(self.fields[name])


def _whole_days(field: forms.Field) -> None:
    message = f"“{field.label}” is a whole number of days from 0 to {LONGEST}."
    field.required = True
    field.widget.attrs["class"] = "govuk-input--width-4"
    field.validators = [MinValueValidator(0, message), MaxValueValidator(LONGEST, message)]
    field.error_messages["invalid"] = message
