from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from strategies import queries_money as queries
from strategies.models import GrantReturn
from strategies.money_cautions import about_return, about_year
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.financial_year import FinancialYearField
from svduty.editing.happened import HappenedField


class GrantReturnForm(CautiousForm[GrantReturn]):
    """A report that a funder asked for: about which time, by when, and when it was sent."""

    upload = CheckedFileField(label="The return as a file", required=False)

    class Meta:
        model = GrantReturn
        fields = ["year", "quarter", "due_on", "sent_on", "reference", "upload", "link"]
        field_classes = {"year": FinancialYearField, "due_on": DayFormField, "sent_on": HappenedField}
        widgets: dict[str, Any] = {"year": forms.Select, "due_on": forms.TextInput}
        labels = {"quarter": "About"}
        help_texts = {
            "year": "It runs from 1 April to 31 March.",
            "due_on": "The day the funder set, for example 14 10 2026. No law sets it.",
            "sent_on": "Leave it empty until it is sent.",
            "reference": "For example the number or the title of the form.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        fields["year"].offer(self.instance.year)
        if self.instance.document:
            fields["upload"].label = "Another file in place of the one kept"
            fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        year, quarter = self.cleaned_data.get("year"), self.cleaned_data.get("quarter")
        if year and quarter is not None and queries.same_return(self.instance, year, quarter):
            self.add_error("quarter", "A return about this time is already recorded. Change that one, or withdraw it first.")
        cleaned = super().clean()
        if self.errors and cleaned.get("upload"):
            self.add_error("upload", "Choose the file again as well: a browser does not keep it when a page comes back.")
        return cleaned

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        year = cleaned["year"]
        return [*about_year(self.instance.stream, year), *about_return(year, cleaned["quarter"], cleaned["due_on"], cleaned["sent_on"])]
