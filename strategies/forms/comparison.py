from typing import Any

from django import forms

from svduty.editing.forms import KindForm

DRAFT = "draft"


class ComparisonForm(KindForm):
    """Which two texts of a strategy to compare; by the number of the version, or "draft"."""

    mark_optional = False
    before = forms.ChoiceField(label="From", choices=[])
    after = forms.ChoiceField(label="To", choices=[])

    def __init__(self, *args: Any, names: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("before", "after"):
            field: Any = self.fields[name]
            field.choices = list(names.items())
            field.error_messages["required"] = f"Choose “{field.label}” from the list."
            field.error_messages["invalid_choice"] = f"Choose “{field.label}” from the list; what was asked for is not in it."
