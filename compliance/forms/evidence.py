from typing import Any

from django import forms

from compliance.models import Evidence
from partnerships.forms.checked_file import CheckedFileField
from svduty.editing.forms import RecordForm
from svduty.editing.happened import HappenedField

WITHDRAWN = "This record was withdrawn meanwhile and can no longer be changed. Record it anew if it still holds."


class EvidenceForm(RecordForm[Evidence]):
    """A file or a link that shows something about a duty, with its own date."""

    upload = CheckedFileField(label="File", required=False)

    class Meta:
        model = Evidence
        fields = ["title", "dated", "upload", "link", "note"]
        field_classes = {"dated": HappenedField}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "title": "For example: minutes of the cabinet of 16 January 2024.",
            "dated": "The date of the document itself, not of today. For example 16 1 2024, or January 2024.",
            "link": "For example https://www.example.gov.uk/minutes",
            "note": "In a sentence, with the page or paragraph. Do not name victims, suspects or patients.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.file:
            self.fields["upload"].label = "Another file in place of it"
            self.fields["upload"].help_text = f"Now kept: {self.instance.file.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.withdrawn_on:
            raise forms.ValidationError(WITHDRAWN)
        if not self.errors and not (cleaned.get("upload") or cleaned.get("link") or self.instance.file):
            self.add_error("upload", "Choose a file, or enter a link below: evidence is one or the other, or both.")
        return cleaned
