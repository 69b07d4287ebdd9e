from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partnerships.forms.checked_file import CheckedFileField
from svduty.editing.forms import KindForm
from svduty.vague_dates import VagueDateFormField

LARGEST = 500_000  # characters


class AreaFileForm(KindForm):
    """A table of areas and where it is from. `cleaned_data["text"]` is the table, from the file or as it was shown before."""

    mark_optional = False
    table = CheckedFileField(
        label="The table", required=False, help_text="A CSV file, as Excel and other spreadsheet programs save it. At most 1,000 rows."
    )
    source = forms.CharField(
        label="Where it is from", max_length=200, help_text="Who publishes it and what it is called. Shown with every area that it changes."
    )
    source_date = VagueDateFormField(label="As at", help_text="The day or month for which the source says it, for example April 2025.")
    licence = forms.CharField(
        label="Licence (optional)",
        max_length=100,
        required=False,
        help_text="Under which it may be used, for example Open Government Licence v3.0.",
    )
    rows = forms.CharField(required=False, strip=False, max_length=LARGEST, widget=forms.HiddenInput)

    def clean_table(self) -> Any:
        file = self.cleaned_data["table"]
        if file and file.checked.content_type != "text/csv":
            raise ValidationError(f"{file.checked.name} is not a CSV file. Save the table as CSV (UTF-8), then choose that.")
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        file = cleaned.get("table")
        text = _text_of(file.read()) if file else cleaned.get("rows", "")
        if not text.strip() and "table" not in self.errors:
            self.add_error("table", "Choose the file that holds the table.")
        elif len(text) > LARGEST:
            self.add_error("table", f"The table is longer than {LARGEST:,} characters. Bring it in parts.")
        cleaned["text"] = text
        return cleaned


def _text_of(content: bytes) -> str:
    """The upload has been looked through: it is UTF-8 or Windows-1252."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252")
