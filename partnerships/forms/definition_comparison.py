from typing import Any

from django import forms

from partnerships.definition_comparison import Wording
from svduty.editing.forms import KindForm


class DefinitionComparisonForm(KindForm):
    """Which two wordings to read beside each other; `cleaned_data` holds the two."""

    mark_optional = False
    one = forms.ChoiceField(label="This wording", choices=[])
    other = forms.ChoiceField(label="Beside this one", choices=[])

    def __init__(self, *args: Any, wordings: list[Wording], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.wordings = {wording.value: wording for wording in wordings}
        for name in ("one", "other"):
            field: Any = self.fields[name]
            field.choices = [("", "Choose"), *[(wording.value, wording.label) for wording in wordings]]
            field.error_messages["required"] = f"Choose “{field.label}” from the list."
            field.error_messages["invalid_choice"] = f"Choose “{field.label}” from the list; what was asked for is not in it."

    def clean(self) -> dict[str, Any]:
        return {name: self.wordings[value] for name, value in self.cleaned_data.items()}
