from typing import Any

from django import forms

from partnerships.forms.checked_file import CheckedFileField
from strategies import queries_assessment as queries
from strategies.assessment_cautions import about_approvals, about_days
from strategies.models import NeedsAssessment
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

NO_NAMES = "Name no victims, suspects or patients."


def refuse_withdrawn(assessment: NeedsAssessment) -> None:
    """Raise ValidationError when nothing can be recorded with the assessment any more."""
    if assessment.withdrawn_on:
        raise forms.ValidationError("The needs assessment was withdrawn meanwhile. Add it anew if it is true, then record this with it.")


class NeedsAssessmentForm(CautiousForm[NeedsAssessment]):
    """What a needs assessment is: the time it looks at, when it was completed and approved, its findings, and the paper itself."""

    upload = CheckedFileField(label="The paper as a file", required=False)

    class Meta:
        model = NeedsAssessment
        fields = [
            "title",
            "period_from",
            "period_to",
            "completed_on",
            "approved_by",
            "approved_on",
            "reference",
            "findings",
            "recommendations",
            "upload",
            "link",
            "note",
        ]
        field_classes = {"completed_on": HappenedField, "approved_on": HappenedField}
        widgets = {
            "findings": forms.Textarea(attrs={"rows": 6}),
            "recommendations": forms.Textarea(attrs={"rows": 6}),
            "note": forms.Textarea(attrs={"rows": 3}),
        }
        labels = {"period_to": "Looks at the time up to"}
        help_texts = {
            "title": "As on its cover, for example Strategic Needs Assessment 2023.",
            "period_to": "The last month or year of the figures.",
            "approved_on": "For example 14 11 2023.",
            "reference": "For example item 5 of the minutes, or the paper's address.",
            "findings": f"One finding a line, across all areas. Kinds and causes in each area come on the next page. {NO_NAMES}",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields[
            "upload"
        ].help_text = f"If it may be kept here: everyone in the partnership can read it. {self.fields['upload'].help_text}"
        if self.instance.document:
            self.fields["upload"].label = "Another file in place of the one kept"
            self.fields["upload"].help_text = f"Now kept: {self.instance.document.name}. Leave this empty to keep it."

    def clean(self) -> dict[str, Any]:
        start, end = self.cleaned_data.get("period_from"), self.cleaned_data.get("period_to")
        if start and end and end.latest < start.earliest:
            self.add_error("period_to", f"The time it looks at begins {start}, so it cannot end {end}. Enter a later end.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        resting = queries.strategies_resting_on(self.instance) if self.instance.pk else []
        completed_on = cleaned["completed_on"]
        return [*about_days(cleaned["period_to"], completed_on, cleaned["approved_on"]), *about_approvals(completed_on, resting)]
