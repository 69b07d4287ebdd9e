from typing import Any

from django import forms

from partnerships.forms.about import PointingForm
from partnerships.forms.checked_file import CheckedFileField
from partnerships.forms.meeting import refuse_over
from partnerships.meeting_cautions import about_paper
from partnerships.models import AgendaItem, Partnership
from svduty.editing.cautious import Caution
from svduty.editing.happened import HappenedField


class AgendaItemForm(PointingForm):
    """One item of the agenda and its paper."""

    instance: AgendaItem
    upload = CheckedFileField(label="Its paper as a file", required=False)
    reason_field = "late_reason"
    reason_missing = "The paper went out late. Enter why it could not wait: the reason for urgency is printed in the minutes."
    field_order = ["title", "purpose", "about", "summary", "presented_by", "upload", "paper_link", "sent_on", "late_reason"]

    class Meta:
        model = AgendaItem
        fields = ["title", "purpose", "summary", "presented_by", "upload", "paper_link", "sent_on", "late_reason"]
        field_classes = {"sent_on": HappenedField}
        widgets = {
            "purpose": forms.RadioSelect,
            "summary": forms.Textarea(attrs={"rows": 4}),
            "late_reason": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"paper_link": "Or where it can be read"}
        help_texts = {"sent_on": "Leave it empty until the paper has gone out. For example 5 5 2027, or today."}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        purpose: Any = self.fields["purpose"]
        purpose.choices = [choice for choice in purpose.choices if choice[0]]
        if self.instance.paper:
            self.fields["upload"].label = "Another file in place of the one kept"
            self.fields["upload"].help_text = f"Now kept: {self.instance.paper.name}. Leave this empty to keep it."

    @property
    def partnership(self) -> Partnership:
        return self.instance.meeting.board.partnership

    def clean(self) -> dict[str, Any]:
        refuse_over(self.instance.meeting)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return about_paper(self.instance.meeting, cleaned["sent_on"])
