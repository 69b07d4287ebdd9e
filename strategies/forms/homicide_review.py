from itertools import pairwise
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from strategies.models import HomicideReview
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

NOBODY = "No name, no place, no address, nothing by which a person could be known."
UNDER_REVIEW = [("", "Not decided or not recorded"), ("true", "Yes"), ("false", "No")]


class HomicideReviewForm(CautiousForm[HomicideReview]):
    """One case by its number alone: when it was notified and decided, whether a review is made, and what was learnt."""

    class Meta:
        model = HomicideReview
        fields = ["reference", "notified_on", "decided_on", "under_review", "finished_on", "lessons"]
        field_classes = {"notified_on": HappenedField, "decided_on": HappenedField, "finished_on": HappenedField}
        widgets = {"lessons": forms.Textarea(attrs={"rows": 5}), "reference": forms.TextInput(attrs={"class": "govuk-input--width-10"})}
        help_texts = {
            "reference": f"A number of your own, for example 2026/1: letters, digits and / - . only. {NOBODY}",
            "notified_on": "The day the review partners learnt of it.",
            "lessons": NOBODY,
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        reference: Any = self.fields["reference"]
        reference.max_length = reference.widget.attrs["maxlength"] = LONGEST
        reference.validators = [
            RegexValidator(
                rf"^[A-Za-z0-9/.-]{{1,{LONGEST}}}$",
                f"Enter a number of your own of at most {LONGEST} letters, digits and / - . without spaces, for example 2026/1.",
            ),
            RegexValidator(r"\d", "The reference has to have a digit in it, for example 2026/1: never a name."),
        ]
        under_review = forms.TypedChoiceField(
            label="Is a review made?",
            choices=UNDER_REVIEW,
            required=False,
            widget=forms.RadioSelect,
            coerce=lambda said: {"true": True, "false": False}.get(said),
            empty_value=None,
        )
        self.fields["under_review"] = under_review
        under_review.error_messages["invalid_choice"] = "Choose one of the answers shown."
        now = self.instance.under_review
        self.initial["under_review"] = "" if now is None else str(now).lower()

    def clean(self) -> dict[str, Any]:
        days = [(self.cleaned_data.get(name), name) for name in ("notified_on", "decided_on", "finished_on")]
        known = [(day, name) for day, name in days if day]
        for (earlier, _), (later, name) in pairwise(known):
            if later.latest < earlier.earliest:
                self.add_error(name, f"This cannot have been on {later}: what comes before it was on {earlier}. Check the days.")
        return super().clean()

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if cleaned["finished_on"] and cleaned["under_review"] is not True:
            return [Caution("not-under-review", "A report was sent, and it is not said that a review is made. Look at both again.")]
        return []


LONGEST = 20
