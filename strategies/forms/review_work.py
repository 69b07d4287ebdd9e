from typing import Any

from django import forms

from strategies import review_cautions
from strategies.forms.annual_review import AnnualReviewForm, check_choices, offer_choices
from strategies.models import AnnualReview, ReviewWork
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.forms import KindForm, RecordForm

NO_VICTIMS = "Name no victims, suspects or patients."
JUDGED = ("effect", "new_crimes", "people", "money", "assessment", "decision", "reason")


class JudgementsForm(RecordForm[ReviewWork]):
    """What only people can judge. Everything may be left for later."""

    class Meta:
        model = ReviewWork
        fields = list(JUDGED)
        widgets = {
            **{name: forms.Textarea(attrs={"rows": 5}) for name in ("effect", "new_crimes", "people", "money", "assessment")},
            "decision": forms.RadioSelect,
            "reason": forms.Textarea(attrs={"rows": 4}),
        }
        help_texts = {
            "effect": f"Did it lower violence, as far as the figures and what you know locally can tell? {NO_VICTIMS}",
            "new_crimes": "Kinds of serious violence that are new here, or growing. They may call for a new needs assessment.",
            "people": "What communities, schools, services and young people said, and whether it was heard.",
            "money": "Whether it went where it helped, and what runs out.",
            "assessment": "Does it still describe what happens here and why?",
            "decision": "The board decides; this is what you put to it.",
            "reason": "In a few sentences, for the board.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        decision: Any = self.fields["decision"]
        decision.choices = [choice for choice in decision.choices if choice[0]]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if self.instance.ended_on:
            raise forms.ValidationError("This review was finished or cancelled meanwhile, so nothing is added to it. Copy what you wrote.")
        return cleaned


class FinishReviewForm(CautiousForm[AnnualReview]):
    """The end of a yearly review: when it was finished, what the board decided. `work`: the review on its way, whose words are taken."""

    class Meta(AnnualReviewForm.Meta):
        fields = ["held_on", "decision", "board", "approved_on", "assessment_looked", "assessment", "assessment_note", "reference", "link"]
        field_classes = AnnualReviewForm.Meta.field_classes
        help_texts = AnnualReviewForm.Meta.help_texts

    def __init__(self, *args: Any, work: ReviewWork, findings: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.work, self.findings = work, findings
        chosen: Any = self.fields
        chosen["decision"].required = True
        proposed = f"Proposed: {work.get_decision_display()}." if work.decision else "Nothing was proposed."
        chosen["decision"].help_text = f"{proposed} Choose what was decided, even if that is something else."
        chosen["decision"].choices = [choice for choice in chosen["decision"].choices if choice[0]]
        offer_choices(self)

    def clean(self) -> dict[str, Any]:
        check_choices(self)
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        said = {**cleaned, "findings": self.findings}
        return review_cautions.about_finishing(self.work, said) + review_cautions.about_review(self.work.strategy, said)


class CancelReviewForm(KindForm):
    """Why a review on its way is not finished."""

    reason = forms.CharField(
        label="Why is it not finished?",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For example: a new strategy takes its place before the review is due. What was written stays on record.",
    )
