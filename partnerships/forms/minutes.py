from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from partnerships.forms.meeting import refuse_over
from partnerships.models import Meeting
from partnerships.models.meeting import MeetingState
from svduty import dates
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

LONGEST_MINUTES = 1_000_000  # characters


class MinutesForm(CautiousForm[Meeting]):
    """The minutes, as text, as a file, or both, and when they were agreed."""

    minutes = forms.CharField(
        label="Minutes",
        required=False,
        max_length=LONGEST_MINUTES,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text="In Markdown: a line that begins with ## is a heading, one that begins with - a point. Posts, no names.",
    )
    upload = CheckedFileField(label="Or the minutes as a file", required=False)
    field_order = ["minutes", "upload", "minutes_agreed_on"]

    class Meta:
        model = Meeting
        fields = ["minutes", "minutes_agreed_on", "upload"]
        field_classes = {"minutes_agreed_on": HappenedField}
        help_texts = {"minutes_agreed_on": "Usually the day of the next meeting. Leave it empty while they are a draft."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.minutes_file:
            self.fields["upload"].label = "Another file in place of the one kept"
            self.fields["upload"].help_text = f"Now kept: {self.instance.minutes_file.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        refuse_over(self.instance)
        if self.instance.state != MeetingState.HELD:
            raise forms.ValidationError("This meeting is still planned. Record who came first: then its minutes can be kept.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        agreed, day = cleaned["minutes_agreed_on"], self.instance.day
        if agreed and agreed.latest < day:
            return [Caution("before", f"{agreed} is before the meeting of {dates.say_short(day)}. Look at the day again.")]
        return []
