from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from partnerships.queries import organisations_for
from strategies.models import RegionalPlanSending
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.happened import HappenedField

LONG_BEFORE = 365  # days


class RegionalPlanForm(CautiousForm[RegionalPlanSending]):
    """The plan for one year: by when the recipient wants it, when it was sent and by which body, and what was sent."""

    upload = CheckedFileField(label="What was sent, as a file", required=False)

    class Meta:
        model = RegionalPlanSending
        fields = ["title", "recipient", "due_on", "sent_on", "sent_by", "reference", "upload", "link"]
        field_classes = {"due_on": DayFormField, "sent_on": HappenedField}
        widgets: dict[str, Any] = {"due_on": forms.TextInput}
        labels = {"recipient": "To whom it is sent", "sent_by": "Which body sent it"}
        help_texts = {
            "title": "For example Violence and Vulnerability Action Plan 2026/27.",
            "recipient": "For example the Violence Reduction Unit.",
            "due_on": "The day the recipient set for this year, for example 28 2 2027. No law sets it, so it is never worked out.",
            "sent_on": "Leave it empty until it is sent.",
            "reference": "For example the number of the mail or of the minute.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["sent_by"].queryset = organisations_for(self.instance.partnership)
        fields["sent_by"].empty_label = "Not recorded"
        if self.instance.document:
            fields["upload"].label = "Another file in place of the one kept"
            fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        sent, due = cleaned["sent_on"], cleaned["due_on"]
        if sent and (due - sent.latest).days > LONG_BEFORE:
            return [Caution("year", f"It was sent more than a year before {due.day}.{due.month}.{due.year}. Look at the years again.")]
        if not sent and (cleaned["sent_by"] or cleaned.get("upload")):
            return [Caution("not-sent", "You say who sent it, or what, but not when. Without a day it counts as not sent.")]
        return []
