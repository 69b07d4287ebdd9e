from django import forms

from partnerships.models.area import AreaKind
from svduty.editing.forms import KindForm


class AreaFilter(KindForm):
    """Which areas an administrator sees: by words, by kind, by what is not recorded."""

    mark_optional = False
    words = forms.CharField(label="Name, county or code", required=False, max_length=100)
    kind = forms.ChoiceField(label="Kind", required=False, choices=[("", "Any"), *AreaKind.choices])
    lacking = forms.ChoiceField(
        label="Only",
        required=False,
        choices=[("", "All areas"), ("police", "Without a police area"), ("code", "Without an ONS code"), ("ended", "Ended")],
    )

    def chosen(self) -> dict[str, str]:
        """What was chosen and can be looked for; anything else is as if it had not been asked for."""
        self.full_clean()
        return {name: self.cleaned_data[name] for name in self.fields if self.cleaned_data.get(name)}
