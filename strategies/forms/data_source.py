from typing import Any

from django import forms

from strategies import queries_assessment as queries
from strategies.forms.needs_assessment import refuse_withdrawn
from strategies.models import DataSource
from svduty.editing.forms import RecordForm
from svduty.editing.happened import HappenedField

WITHDRAWN = "This record was withdrawn meanwhile and can no longer be changed. Record it anew if it still holds."


class DataSourceForm(RecordForm[DataSource]):
    """Data that one body gave for an assessment, or what is missing of it."""

    class Meta:
        model = DataSource
        fields = ["organisation", "other_body", "what", "received_on", "gap"]
        field_classes = {"received_on": HappenedField}
        widgets = {"gap": forms.Textarea(attrs={"rows": 3})}
        labels = {"organisation": "Body", "other_body": "Another body"}
        help_texts = {
            "organisation": "The specified authorities of your register stand first.",
            "other_body": "Only if it is not in the list, for example a group of youth clubs.",
            "received_on": "For example 14 9 2023, or September 2023. Leave empty if it did not come.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["organisation"].queryset = queries.givers_of_data(self.instance.assessment.partnership)  # type: ignore[attr-defined]
        self.fields["organisation"].empty_label = "Not in this list"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        refuse_withdrawn(self.instance.assessment)
        if self.instance.withdrawn_on:
            raise forms.ValidationError(WITHDRAWN)
        if "organisation" in cleaned and "other_body" in cleaned:
            if cleaned["organisation"] and cleaned["other_body"]:
                self.add_error("other_body", "You chose a body above. Clear this box, or choose “Not in this list” above.")
            elif not cleaned["organisation"] and not cleaned["other_body"]:
                self.add_error("organisation", "Choose the body that gave the data, or write its name below.")
        return cleaned
