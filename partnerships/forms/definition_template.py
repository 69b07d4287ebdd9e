from typing import Any

from django import forms

from partnerships.forms.lasting import LastingForm
from partnerships.models import DefinitionTemplate


class DefinitionTemplateForm(LastingForm):
    """A wording that areas begin from, with where it can be read."""

    instance: DefinitionTemplate

    class Meta:
        model = DefinitionTemplate
        fields = ["name", "wording", "source", "starts", "ends"]
        widgets = {"wording": forms.Textarea(attrs={"rows": 10})}
        error_messages = {"name": {"unique": "A wording of this name is here already. Change that one, or choose another name."}}
        help_texts = {
            "name": "For example the region and the year.",
            "wording": "Word for word as it was published.",
            "starts": "If it is known, for example February 2023.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["source"].widget = forms.Textarea(attrs={"rows": 3, "maxlength": 300})
