from typing import Any

from django import forms

from strategies.models import TrainingRecord
from svduty.editing.cautious import Caution, CautiousForm
from svduty.editing.happened import HappenedField

MANY = 5000


class TrainingForm(CautiousForm[TrainingRecord]):
    """People of one sector who were trained: about what, when, how many."""

    class Meta:
        model = TrainingRecord
        fields = ["title", "sector", "held_on", "people", "by", "link", "note"]
        field_classes = {"held_on": HappenedField}
        widgets = {"note": forms.Textarea(attrs={"rows": 3})}
        help_texts = {
            "title": "For example the duty, its signs, and whom to tell.",
            "sector": "One record for each sector, so that the numbers add up.",
            "held_on": "For example 14 9 2026, or September 2026.",
            "people": "A number, no names. Leave it empty if nobody counted.",
            "note": "No names of those who took part.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        number = "Enter a whole number of people, 1 or more, or leave it empty if nobody counted."
        self.fields["people"].error_messages |= dict.fromkeys(("invalid", "min_value", "max_value"), number)

    def find_cautions(self, cleaned: dict[str, Any]) -> list[Caution]:
        if (cleaned["people"] or 0) > MANY:
            return [Caution("many", f"{cleaned['people']:,} people are very many for one training. Look at the number again.")]
        return []
