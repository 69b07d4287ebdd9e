from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from strategies import queries_money as queries
from strategies.models import GrantReturn
from strategies.money import figures_of
from strategies.money_cautions import about_return, about_year
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.days import DayFormField
from svduty.editing.financial_year import FinancialYearField
from svduty.editing.happened import HappenedField
from svduty.editing.money import MoneyField


class GrantReturnForm(CautiousForm[GrantReturn]):
    """A report that a funder asked for: about which time, by when, and when it was sent."""

    upload = CheckedFileField(label="The return as a file", required=False)

    class Meta:
        model = GrantReturn
        fields = ["year", "quarter", "due_on", "sent_on", "amount_sent", "reference", "upload", "link"]
        field_classes = {"year": FinancialYearField, "due_on": DayFormField, "sent_on": HappenedField, "amount_sent": MoneyField}
        widgets: dict[str, Any] = {"year": forms.Select, "due_on": forms.TextInput}
        labels = {"quarter": "About"}
        help_texts = {
            "year": "It runs from 1 April to 31 March.",
            "due_on": "The day the funder set, for example 14 10 2026. No law sets it.",
            "sent_on": "Leave it empty until it is sent.",
            "amount_sent": "What the return said was spent. Leave it empty to keep what the records say when you first enter the day.",
            "reference": "For example the number or the title of the form.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: Any = self.fields
        self.was_sent = self.instance.sent_on is not None
        fields["year"].offer(self.instance.year)
        fields["amount_sent"].may_be_nothing = True
        if self.instance.document:
            fields["upload"].label = "Another file in place of the one kept"
            fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        year, quarter = self.cleaned_data.get("year"), self.cleaned_data.get("quarter")
        if year and quarter is not None and queries.same_return(self.instance, year, quarter):
            self.add_error("quarter", "A return about this time is already recorded. Change that one, or withdraw it first.")
        elif year and quarter is not None:
            self._keep_what_was_sent(year, quarter)
        return super().clean()

    def _keep_what_was_sent(self, year: int, quarter: int) -> None:
        """What the records say today becomes the amount of a return that is now recorded as sent, unless another is given."""
        said = self.cleaned_data
        if said.get("amount_sent") is not None and not said.get("sent_on") and "sent_on" not in self.errors:
            self.add_error("sent_on", "You say what was sent. Enter the day it was sent too, or empty the amount.")
        elif said.get("sent_on") and not self.was_sent and said.get("amount_sent") is None and "amount_sent" not in self.errors:
            said["amount_sent"] = figures_of(queries.lines_of(self.instance.stream), year, quarter).spent.total

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        year = cleaned["year"]
        return [*about_year(self.instance.stream, year), *about_return(year, cleaned["quarter"], cleaned["due_on"], cleaned["sent_on"])]
