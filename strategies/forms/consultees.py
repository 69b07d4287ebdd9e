"""The bodies that were asked: pasted in as a list, or one put right."""

import re
from typing import Any

from django import forms

from strategies import consultation_cautions as cautions
from strategies.models import Consultation, Consultee
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.forms import KindForm
from svduty.editing.happened import HappenedField

LONGEST_NAME = 200
MOST = 2_000  # bodies at a time
LONGEST_LIST = 100_000  # characters


class ConsulteesForm(KindForm):
    """Many bodies at once, one a line. `cleaned_data["names"]` holds each name once, in the order given."""

    names = forms.CharField(
        label="Who was asked",
        max_length=LONGEST_LIST,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="One school, college, prison or group a line. You can paste a column from a spreadsheet. Bodies only: no person's name "
        "and no e-mail address.",
    )

    def __init__(self, *args: Any, consultation: Consultation, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.consultation = consultation

    def clean(self) -> dict[str, Any]:
        if self.consultation.withdrawn_on:
            raise forms.ValidationError("This consultation was withdrawn meanwhile. List the bodies in the one that counts.")
        return self.cleaned_data

    def clean_names(self) -> list[str]:
        names = names_in(self.cleaned_data["names"])
        if not names:
            raise forms.ValidationError("Enter at least one name, for example Havenbrook Primary School.")
        if len(names) > MOST:
            raise forms.ValidationError(f"These are {len(names)} names. Add at most {MOST} at a time.")
        for name in names:
            if len(name) > LONGEST_NAME:
                raise forms.ValidationError(
                    f"“{name[:40]}...” is longer than {LONGEST_NAME} characters. Put each body on a line of its own."
                )
            if "@" in name:
                raise forms.ValidationError(f"“{name[:60]}” holds an e-mail address. Enter the name of the body instead.")
        return names


def names_in(text: str) -> list[str]:
    """The names on the lines of a text, each once however it is written in capitals.

    Of a line with several cells the first that is filled counts; quotes that a spreadsheet puts round a cell are taken off.
    """
    found: dict[str, str] = {}
    for line in text.splitlines():
        cells = (re.sub(r"\s+", " ", _unquoted(cell.strip())).strip() for cell in line.split("\t"))
        name = next((cell for cell in cells if cell), "")
        if name:
            found.setdefault(name.casefold(), name)
    return list(found.values())


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


class ConsulteeForm(CautiousForm[Consultee]):
    """One body: its name, when it was asked, when it answered."""

    class Meta:
        model = Consultee
        fields = ["name", "asked_on", "answered_on"]
        field_classes = {"answered_on": HappenedField}
        help_texts = {"answered_on": "Leave it empty while it is silent. What it said is recorded as an answer."}

    def _get_validation_exclusions(self) -> set[str]:
        """The same name twice is told before it is saved; what was withdrawn may be listed anew."""
        return super()._get_validation_exclusions() - {"consultation", "withdrawn_on"}

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return cautions.about_answer_day(self.instance.consultation, cleaned["answered_on"])
