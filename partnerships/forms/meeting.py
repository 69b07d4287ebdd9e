from typing import Any

from django import forms

from partnerships import meeting_cautions as cautions
from partnerships.forms.lasting import reason_field
from partnerships.models import Meeting
from partnerships.models.meeting import MeetingState
from svduty import clock
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm
from svduty.editing.times import TimeOfDayField

CANCELLED = "This meeting was cancelled, so nothing can be recorded with it. If it takes place after all, put it back first."
WITHDRAWN = "This meeting was withdrawn, so nothing can be recorded with it. Add it anew if it is true."


def refuse_over(meeting: Meeting) -> None:
    """Raise ValidationError when nothing can be recorded with the meeting any more."""
    if meeting.withdrawn_on:
        raise forms.ValidationError(WITHDRAWN)
    if meeting.state == MeetingState.CANCELLED:
        raise forms.ValidationError(CANCELLED)


class MeetingForm(CautiousForm[Meeting]):
    """When and where."""

    class Meta:
        model = Meeting
        fields = ["day", "begins_at", "place"]
        field_classes = {"day": DayFormField, "begins_at": TimeOfDayField}
        help_texts = {"day": "For example 12 5 2027.", "begins_at": "For example 14:00 or 2pm."}

    def _get_validation_exclusions(self) -> set[str]:
        """The same meeting twice is told before it is saved; one that was withdrawn or cancelled may be added anew."""
        return super()._get_validation_exclusions() - {"board", "state", "withdrawn_on"}

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return cautions.about_day(self.instance.board, cleaned["day"], clock.today(), new=not self.instance.pk)

    def clean(self) -> dict[str, Any]:
        if not self.instance.withdrawn_on:
            refuse_over(self.instance)
        day = self.cleaned_data.get("day")
        if day and (wrong := cautions.about_held_day(self.instance, day, clock.today())):
            self.add_error("day", wrong)
        return super().clean()


class CancelForm(KindForm):
    """Why a planned meeting does not take place."""

    reason = reason_field("Why is it cancelled?", "It stays listed with this reason.")
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, instance: Meeting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.instance = instance
        self.fields["seen_version"].initial = instance.version
        self.conflict: list[dict[str, str]] = []

    def clean(self) -> dict[str, Any]:
        refuse_over(self.instance)
        if self.instance.state == MeetingState.HELD:
            raise forms.ValidationError("This meeting was held, so it cannot be cancelled. Withdraw it if it was entered by mistake.")
        return self.cleaned_data

    def show_conflict(self, current: Meeting) -> None:
        """Keep the reason and show what the meeting says now."""
        theirs = f"{current}: {current.get_state_display()}. {current.state_reason}".strip()
        self.conflict = [{"label": "The meeting", "mine": "Cancelled", "theirs": theirs}]
        again: Any = self.data.copy()
        again["seen_version"] = str(current.version)
        self.data = again
        self.add_error(None, "Somebody else saved this meeting after you opened this page. Save again if it is still to be cancelled.")
