from typing import Any

from django import forms

from compliance.forms.evidence import WITHDRAWN
from compliance.models import Response
from svduty.editing.forms import RecordForm
from svduty.editing.happened import HappenedField


class ResponseForm(RecordForm[Response]):
    """What the partnership says beside a finding it sees differently."""

    class Meta:
        model = Response
        fields = ["text", "dated", "by"]
        field_classes = {"dated": HappenedField}
        widgets = {"text": forms.Textarea(attrs={"rows": 6})}
        help_texts = {
            "text": "For example: we see this differently, because it went by post. Do not name victims, suspects or patients.",
            "dated": "The day the partnership said so, for example 20 2 2024 or today.",
            "by": "The post that answers for it, for example Head of community safety. No names.",
        }

    def clean(self) -> dict[str, Any]:
        if self.instance.withdrawn_on:
            raise forms.ValidationError(WITHDRAWN)
        return super().clean() or self.cleaned_data
