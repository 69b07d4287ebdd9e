"""What the forms of lasting records share: the end is shown once there is one, and never lies before the beginning."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from svduty.editing.forms import RecordForm, prepare
from svduty.editing.records import Lasting
from svduty.vague_dates import VagueDate


def check_order(starts: VagueDate | None, ends: VagueDate | None, field: str = "ends") -> None:
    """Raise ValidationError on `field` when the end surely lies before the beginning."""
    if starts and ends and ends.latest < starts.earliest:
        raise ValidationError({field: f"It began on {starts}, so it cannot end on {ends}. Enter a later date."})


class LastingForm(RecordForm[Any]):
    """A record that lasts. Its end is entered on the page that ends it; here it can only be put right."""

    instance: Lasting

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.ends:
            self.leave_out("ends")

    def leave_out(self, name: str) -> None:
        """Take a field away, if it is there, from the form and from what draws it."""
        if self.fields.pop(name, None):
            prepare(self)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        starts = cleaned.get("starts") or cleaned.get("agreed_on")
        if isinstance(starts, VagueDate):
            check_order(starts, cleaned.get("ends"))
        return cleaned


def reason_field(label: str, hint: str) -> forms.CharField:
    """A reason that must be given, kept in the history."""
    return forms.CharField(label=label, help_text=hint, max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))
