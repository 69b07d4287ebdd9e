from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from partnerships.models import GovernanceReview
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class GovernanceReviewForm(CautiousForm[GovernanceReview]):
    """The partnership looked again at how a board works: when, what came of it, and where it is written down."""

    upload = CheckedFileField(label="File", required=False)

    class Meta:
        model = GovernanceReview
        fields = ["held_on", "found", "reference", "upload"]
        field_classes = {"held_on": HappenedField}
        widgets = {"found": forms.Textarea(attrs={"rows": 4})}
        help_texts = {
            "held_on": "The day it was finished, for example 10 1 2025, or January 2025.",
            "found": "What was changed, or that nothing had to be.",
            "reference": "For example item 5 of the minutes.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.document:
            self.fields["upload"].label = "Another file in place of it"
            self.fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        board, held_on = self.instance.board, cleaned["held_on"]
        if board.starts and held_on.latest < board.starts.earliest:
            return [Caution("before-board", f"{board} began on {board.starts}, after that day. Look at both dates again.")]
        if board.ends and held_on.earliest > board.ends.latest:
            return [Caution("after-board", f"{board} ended on {board.ends}, before that day. Look at both dates again.")]
        return []
