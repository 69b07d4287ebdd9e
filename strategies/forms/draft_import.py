"""Choosing a Word document, and choosing among what was found in it."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partnerships.forms.checked_file import CheckedFileField
from strategies.imports.found import DocumentRefused, Found
from strategies.imports.read_document import read_document
from strategies.models import DraftImport
from svduty.editing.forms import KindForm
from svduty.files.kinds import KINDS


class DocumentForm(KindForm):
    """`cleaned_data["found"]` is what was read from the document."""

    document = CheckedFileField(
        label="The Word document", help_text="A .docx file, up to 25 MB. Its headings become sections. The file itself is kept as well."
    )

    def clean_document(self) -> Any:
        upload = self.cleaned_data["document"]
        name = upload.checked.name
        if upload.checked.content_type != KINDS["docx"].content_type:
            raise ValidationError(f"{name} is not a Word document. Save it as .docx, then choose that.")
        try:
            self.cleaned_data["found"] = read_document(upload.read(), name)
        except DocumentRefused as refused:
            raise ValidationError(str(refused), code="refused") from None
        finally:
            upload.seek(0)
        return upload

    @property
    def found(self) -> Found:
        found: Found = self.cleaned_data["found"]
        return found


class FoundForm(KindForm):
    """Which of the found sections go into the draft: all, unless somebody takes a tick away."""

    sections = forms.TypedMultipleChoiceField(
        label="Sections to add",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, read: DraftImport, notes: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["sections"].choices = [  # type: ignore[attr-defined]  # a field of choices
            (place, f"{section['heading']} ({note})") for place, (section, note) in enumerate(zip(read.found, notes, strict=True))
        ]
        self.fields["sections"].error_messages["required"] = "Choose at least one section to add, or go back without adding any."
        self.fields["sections"].initial = list(range(len(read.found)))
