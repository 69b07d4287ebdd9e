from typing import Any

from django import forms

from strategies import cautions
from strategies.models import Approval
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class ApprovalForm(CautiousForm[Approval]):
    """A decision on a version: by whom, when, and what."""

    class Meta:
        model = Approval
        fields = ["decided_by", "decided_on", "outcome", "reference"]
        field_classes = {"decided_on": HappenedField}
        widgets = {"outcome": forms.RadioSelect}
        help_texts = {
            "decided_by": "The board, cabinet or committee, for example Cabinet. Name the body, not a person.",
            "reference": "For example item 7 of the minutes, or the paper's address.",
        }

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        version, day = self.instance.strategy_version, cleaned["decided_on"]
        return [*cautions.about_approval(version, day, cleaned["outcome"]), *cautions.before_its_date(version, day)]
