from typing import Any

from django import forms

from partnerships.queries_history import Asked
from svduty.editing.days import DayFormField
from svduty.editing.forms import KindForm


class HistoryFilter(KindForm):
    """What a history is narrowed to."""

    mark_optional = False
    event = forms.ChoiceField(label="What happened", required=False, choices=[])
    who = forms.ChoiceField(label="Who did it", required=False, choices=[])
    since = DayFormField(label="From", required=False)
    until = DayFormField(label="To", required=False)
    words = forms.CharField(label="Words", required=False, max_length=100)

    def __init__(self, *args: Any, events: list[tuple[str, str]], people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, anything, choices in (("event", "Everything", events), ("who", "Everybody", people)):
            field = self.fields[name]
            field.choices = [("", anything), *choices]  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["event"].error_messages["invalid_choice"] = "Nothing of that kind has happened here. Choose from the list."
        self.fields["who"].error_messages["invalid_choice"] = "They have done nothing here. Choose from the list."

    def clean(self) -> dict[str, Any]:
        since, until = self.cleaned_data.get("since"), self.cleaned_data.get("until")
        if since and until and until < since:
            self.add_error("until", "The last day lies before the first. Enter a later one.")
        return self.cleaned_data

    @property
    def asked(self) -> Asked:
        """What a valid form asks for; of a wrong one nothing, so that nobody takes a part for the whole."""
        return Asked(**self.cleaned_data) if self.is_valid() else Asked()
