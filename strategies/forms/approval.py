from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from strategies import cautions
from strategies.models import Approval
from strategies.models.version import Outcome
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class ApprovalForm(CautiousForm[Approval]):
    """A decision on a version that was made elsewhere: by whom, when, what, on which conditions, and its paper as a link or a file."""

    upload = CheckedFileField(label="The paper or the minute as a file", required=False)

    class Meta:
        model = Approval
        fields = ["decided_by", "decided_on", "outcome", "conditions", "reference", "link", "upload"]
        field_classes = {"decided_on": HappenedField}
        widgets = {"outcome": forms.RadioSelect, "conditions": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "decided_by": "The board, cabinet or committee, for example Cabinet. Name the body, not a person.",
            "reference": "For example item 7 of the minutes, or the paper's number.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.document:
            self.fields["upload"].label = "Another file in place of the one kept"
            self.fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        outcome, conditions = self.cleaned_data.get("outcome"), self.cleaned_data.get("conditions")
        if outcome == Outcome.CONDITIONS and not conditions and "conditions" not in self.errors:
            self.add_error("conditions", "Enter the conditions on which it was approved, as the minute has them.")
        elif outcome and conditions and outcome != Outcome.CONDITIONS:
            self.add_error("outcome", "You entered conditions: choose “Approved with conditions”, or empty that box.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        version, day = self.instance.strategy_version, cleaned["decided_on"]
        return [*cautions.about_approval(version, day, cleaned["outcome"]), *cautions.before_its_date(version, day)]
