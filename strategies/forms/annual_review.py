from typing import Any

from django import forms

from strategies import queries_review, review_cautions
from strategies.models import AnnualReview
from strategies.models.review import AssessmentLooked
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField


class AnnualReviewForm(CautiousForm[AnnualReview]):
    """One review: when it was finished, what it found, what was decided, and what it did with the needs assessment."""

    class Meta:
        model = AnnualReview
        fields = [
            "held_on",
            "findings",
            "decision",
            "decided_by",
            "assessment_looked",
            "assessment",
            "assessment_note",
            "reference",
            "link",
        ]
        field_classes = {"held_on": HappenedField}
        widgets = {
            "findings": forms.Textarea(attrs={"rows": 6}),
            "decision": forms.RadioSelect,
            "assessment_looked": forms.RadioSelect,
            "assessment_note": forms.Textarea(attrs={"rows": 3}),
        }
        help_texts = {
            "held_on": "The day the review was finished, for example 10 1 2025, or January 2025.",
            "findings": "Did the work have an effect? What is new? Do not name victims, suspects or patients.",
            "assessment_looked": "A yearly review looks at the strategy and at the needs assessment behind it.",
            "assessment": "Only if there is a newer one.",
            "assessment_note": "For example what has changed since it was made.",
            "reference": "For example item 5 of the minutes.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        assessments = queries_review.assessments_to_choose(self.instance.strategy.partnership)
        self.fields["assessment"].queryset = assessments  # type: ignore[attr-defined]
        self.fields["assessment"].empty_label = "None chosen" if assessments else "None is recorded here yet"  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        cleaned = self.cleaned_data
        if cleaned.get("assessment") and cleaned.get("assessment_looked") not in (AssessmentLooked.NEWER, None):
            self.add_error("assessment", "You chose a newer needs assessment. Say above that there is a newer one, or choose none here.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return review_cautions.about_review(self.instance.strategy, cleaned)
