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
            "board",
            "approved_on",
            "assessment_looked",
            "assessment",
            "assessment_note",
            "reference",
            "link",
        ]
        field_classes = {"held_on": HappenedField, "approved_on": HappenedField}
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
        offer_choices(self)

    def clean(self) -> dict[str, Any]:
        check_choices(self)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return review_cautions.about_review(self.instance.strategy, cleaned)


def offer_choices(form: CautiousForm[AnnualReview]) -> None:
    """The boards and the needs assessments of the strategy's partnership."""
    fields: Any = form.fields
    partnership = form.instance.strategy.partnership
    assessments = queries_review.assessments_to_choose(partnership)
    fields["assessment"].queryset = assessments
    fields["assessment"].empty_label = "None chosen" if assessments else "None is recorded here yet"
    boards = queries_review.boards_to_choose(partnership)
    fields["board"].queryset = boards
    fields["board"].empty_label = "None chosen" if boards else "None is recorded here yet"


def check_choices(form: CautiousForm[AnnualReview]) -> None:
    """What was chosen has to fit what stands beside it."""
    cleaned = form.cleaned_data
    if cleaned.get("assessment") and cleaned.get("assessment_looked") not in (AssessmentLooked.NEWER, None):
        form.add_error("assessment", "You chose a newer needs assessment. Say above that there is a newer one, or choose none here.")
    if cleaned.get("approved_on") and "board" in cleaned and not cleaned["board"]:
        form.add_error("board", "Choose the board that approved it on that day, or leave the day empty.")
