from typing import Any

from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator

from strategies import review_cautions
from strategies.models import ReviewArrangement
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

MOST_MONTHS = 120


class ReviewArrangementForm(CautiousForm[ReviewArrangement]):
    """How a strategy is kept under review: who looks at it, how often, and when next."""

    class Meta:
        model = ReviewArrangement
        fields = ["who", "every_months", "next_on", "counting", "agreed_on", "reference"]
        field_classes = {"agreed_on": HappenedField}
        widgets = {"counting": forms.RadioSelect, "every_months": forms.NumberInput(attrs={"class": "govuk-input--width-3"})}
        help_texts = {
            "who": "The board or post, not a person's name. For example Community Safety Partnership Board.",
            "agreed_on": "When this was agreed, for example 16 1 2024, or January 2024.",
            "counting": "The first is the usual one. With the second, a review held early does not move the day of the year.",
            "reference": "For example section 1.5 of the strategy.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = self.fields["every_months"]
        message = f"“{months.label}” is a whole number from 1 to {MOST_MONTHS}, for example 12."
        months.validators = [MinValueValidator(1, message), MaxValueValidator(MOST_MONTHS, message)]
        months.error_messages["invalid"] = message

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        return review_cautions.about_arrangement(cleaned["next_on"], cleaned["agreed_on"])
