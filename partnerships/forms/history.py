from typing import Any

from django import forms

from svduty.editing.forms import KindForm


class HistoryFilter(KindForm):
    """What a history is narrowed to."""

    mark_optional = False
    event = forms.ChoiceField(label="What happened", required=False, choices=[])

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["event"].choices = [("", "Everything"), *choices]  # type: ignore[attr-defined]
        self.fields["event"].error_messages["invalid_choice"] = "Nothing of that kind has happened here. Choose from the list."
