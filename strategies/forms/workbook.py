"""Choosing a workbook that was filled in, and whose it is."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from partnerships.forms.checked_file import CheckedFileField
from partnerships.models import Partnership
from strategies.models import WorkbookKind
from strategies.workbooks.found import Found, WorkbookRefused
from strategies.workbooks.marks import read_marks
from strategies.workbooks.read_workbook import read_workbook
from svduty.editing.forms import KindForm
from svduty.files.kinds import KINDS

# The first sheet of each, for workbooks that lost what says whose they are.
FIRST_SHEETS = {"Actions": WorkbookKind.ACTIONS, "Figures": WorkbookKind.FIGURES, "Amounts": WorkbookKind.AMOUNTS}


class WorkbookForm(KindForm):
    """`found` is what stands in its cells, and `kind` which of our workbooks it is."""

    workbook = CheckedFileField(
        label="The workbook",
        help_text="An Excel workbook (.xlsx), up to 25 MB, that was taken out here and filled in. The file itself is kept as well.",
    )
    on_behalf = forms.CharField(
        label="Who filled it in",
        required=False,
        max_length=150,
        help_text="The post and its body, not a person's name. It goes into the history.",
    )

    def __init__(self, *args: Any, partnership: Partnership, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.partnership = partnership

    def clean_workbook(self) -> Any:
        upload = self.cleaned_data["workbook"]
        name = upload.checked.name
        if upload.checked.content_type != KINDS["xlsx"].content_type:
            raise ValidationError(f"{name} is not an Excel workbook. Save it as .xlsx, then choose that.")
        try:
            found = read_workbook(upload.read(), name)
        except WorkbookRefused as refused:
            raise ValidationError(str(refused), code="refused") from None
        finally:
            upload.seek(0)
        self.cleaned_data["found"], self.cleaned_data["kind"] = found, self._kind(found, name)
        return upload

    def _kind(self, found: Found, name: str) -> WorkbookKind:
        marks = read_marks(found)
        if marks.slug and marks.slug != self.partnership.slug:
            raise ValidationError(
                f"{name} was taken out for another partnership, so nothing in it is of this one. Choose one taken out here."
            )
        kinds = [kind for sheet, kind in FIRST_SHEETS.items() if found.sheet(sheet)]
        if marks.kind in kinds:
            return WorkbookKind(marks.kind)
        if not kinds:
            raise ValidationError(
                f"{name} is none of our workbooks: it has no sheet “Actions”, “Figures” or “Amounts”. Take ours out first, then fill it in."
            )
        return kinds[0]

    @property
    def found(self) -> Found:
        found: Found = self.cleaned_data["found"]
        return found


class TicksForm(KindForm):
    """What is taken of a workbook: `take`, by the keys of the comparison, of those that it has. `seen`: what the page showed."""

    seen = forms.CharField(max_length=64, required=False, widget=forms.HiddenInput)
    take = forms.MultipleChoiceField(required=False, widget=forms.CheckboxSelectMultiple)

    def __init__(self, *args: Any, keys: set[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["take"]
        field.choices = [(key, key) for key in sorted(keys)]

    @property
    def ticked(self) -> set[str]:
        """Of what is still there."""
        sent = self.data.getlist("take") if hasattr(self.data, "getlist") else self.data.get("take", [])
        return {key for key in sent if self.fields["take"].valid_value(key)}  # type: ignore[attr-defined]  # a field of choices
